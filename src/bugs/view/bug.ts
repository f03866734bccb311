import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { factionNames } from "../../captains/names.ts";
import { writeViewpoint } from "../../captains/viewpoint.ts";
import { type Faction, factions } from "../../catalog/game.ts";
import { type ButtonFace, buttonRows, card, line, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { isOpen, type KnownBug } from "../known.ts";
import type { Voice } from "../ledger.ts";
import { bugsTexts as say } from "../text/bugs.ts";
import { newsTexts as news } from "../text/news.ts";
import { standingInWords, stateInShort, stateInWords, bugWords as words } from "../text/words.ts";
import { accentOf } from "./accents.ts";

export interface BugLook {
  readonly slug: string;
  readonly title: string;
  readonly bugs: readonly KnownBug[];
  /** One of the bugs; the first when missing. */
  readonly handle?: string | undefined;
  /** False in a direct message: there is no fleet to speak for. */
  readonly isInFleet: boolean;
  readonly now: number;
  /** What has just been done. */
  readonly notice?: string | undefined;
  /** What the asker said of this bug, on a card that nobody else sees. */
  readonly own?: readonly Omit<Voice, "userId">[] | undefined;
  /** True on such a card when the asker follows the bug. */
  readonly isFollowing?: boolean;
}

/** One bug of a mission at a time: a table by faction, and the buttons that speak of this bug and of no other. */
export function bugCard(look: BugLook): APIMessageTopLevelComponent[] {
  const { title, bugs, handle, notice, isInFleet, slug } = look;
  const at = Math.max(
    bugs.findIndex((bug) => bug.handle === handle),
    0,
  );
  const shown = bugs[at];
  const heading = `## ${escapeText(title)} · ${say.heading}`;
  const top = notice === undefined ? heading : `${notice}\n${heading}`;
  if (shown === undefined) return [emptyCard(look, top)];

  const place = say.place(at + 1, bugs.length, bugs.filter(isOpen).length);
  return [
    card(accentOf(shown), [
      text(`${top}\n-# ${place}`),
      text(bugBlock(shown, { own: look.own })),
      line(),
      ...buttonRows(isInFleet ? voiceButtons(shown, look) : []),
      ...buttonRows([...turns(bugs, at), briefingButton(slug), ...officersButton(look, shown)]),
      ...otherBugs(bugs, shown),
      text(`-# ${isInFleet ? say.countedAt(timestamp(look.now, "relative")) : say.inDirect}`),
    ]),
  ];
}

function emptyCard(look: BugLook, top: string) {
  const { isInFleet, slug } = look;
  return card(accentOf(undefined), [
    text(top),
    text(isInFleet ? `${say.none}\n${say.noneYet}` : say.none),
    ...buttonRows([briefingButton(slug), ...officersButton(look, undefined)]),
  ]);
}

/** A source's sentence may be long; no card of ours has room for three of the longest. */
const SENTENCE = 600;

/** Who looks: what they said of the bug, and whose captain the card is drawn for. */
interface Eyes {
  readonly own?: readonly Omit<Voice, "userId">[] | undefined;
  readonly faction?: Faction | undefined;
}

/** One line for each faction: a table is not readable on a phone. */
export function bugBlock(bug: KnownBug, { own = [], faction: theirs }: Eyes = {}): string {
  const { summary, objective, workaround, note, source, addedOn, standings } = bug;
  const sentence = (written: string) => escapeText(shorten(written, SENTENCE));
  const rows = factions.map((faction) => {
    const row = `${factionNames[faction]}: ${standingInWords(standings[faction], source === undefined)}`;
    const mine = own.find((voice) => voice.faction === faction);
    if (mine !== undefined) return `- **${row}** · ${words.you(mine.says)}`;
    return faction === theirs ? `- **${row}** · ${words.youAre}` : `- ${row}`;
  });
  return [
    `**${sentence(summary)}**`,
    ...(objective === undefined ? [] : [words.objective(sentence(objective))]),
    stateInWords(bug),
    workaround === undefined ? words.noWorkaround : words.workaround(sentence(workaround)),
    ...rows,
    ...(note === undefined ? [] : [sentence(note)]),
    ...(source === undefined ? [] : [`-# ${words.source(escapeText(source))}`]),
    ...(addedOn === undefined ? [] : [`-# ${words.foundHere(addedOn)}`]),
  ].join("\n");
}

function voiceButtons(
  { handle }: KnownBug,
  { own = [], isFollowing = false }: BugLook,
): readonly ButtonFace[] {
  return [
    { id: customId("bugs", "voice", handle, "seen"), label: say.buttons.seen },
    { id: customId("bugs", "voice", handle, "works"), label: say.buttons.works },
    isFollowing
      ? { id: customId("bugs", "unfollow", handle), label: news.buttons.unfollow }
      : { id: customId("bugs", "follow", handle), label: news.buttons.follow },
    ...own.map(({ faction }) => ({
      id: customId("bugs", "take-back", handle, faction),
      label: say.buttons.takeBack(factionNames[faction]),
    })),
  ];
}

function turns(bugs: readonly KnownBug[], at: number): readonly ButtonFace[] {
  if (bugs.length < 2) return [];
  const to = (place: number, way: string) =>
    customId("bugs", "show", (bugs[place] ?? bugs[at])?.handle ?? "", way);
  return [
    { id: to(at - 1, "back"), label: say.buttons.previous, disabled: at === 0 },
    { id: to(at + 1, "on"), label: say.buttons.next, disabled: at === bugs.length - 1 },
  ];
}

function briefingButton(slug: string): ButtonFace {
  return {
    id: customId("mission", "open", slug, "briefing", writeViewpoint({})),
    label: say.buttons.briefing,
  };
}

function officersButton({ slug, isInFleet }: BugLook, shown: KnownBug | undefined): readonly ButtonFace[] {
  if (!isInFleet) return [];
  return [{ id: customId("bugs", "officers", slug, shown?.handle ?? ""), label: say.buttons.officers }];
}

/** Discord takes 25 in a menu; these are the ones around the bug that is shown. */
function otherBugs(bugs: readonly KnownBug[], shown: KnownBug) {
  if (bugs.length < 3) return [];
  const at = bugs.indexOf(shown);
  const start = Math.max(0, Math.min(at - 12, bugs.length - 25));
  const options = bugs.slice(start, start + 25).map((bug) => ({
    label: bug.summary,
    value: bug.handle,
    description: stateInShort(bug),
  }));
  return [
    {
      type: ComponentType.ActionRow as const,
      components: [select({ id: customId("bugs", "pick"), placeholder: say.another, options })],
    },
  ];
}
