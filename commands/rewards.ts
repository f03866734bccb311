import type { Asker } from "../src/bot/asker.ts";
import { withCard } from "../src/bot/carried.ts";
import { type Click, type Command, commandOf, subcommand } from "../src/bot/command.ts";
import { channel, flag, pick, text, whole } from "../src/bot/options.ts";
import { captainLimits, captainsLike } from "../src/captains/captain.ts";
import { cardChannels } from "../src/guilds/doctor.ts";
import { ruleFor } from "../src/rewards/opening.ts";
import { openTracks, tracksOf } from "../src/rewards/store.ts";
import { rewardsExamples, openTexts as say } from "../src/rewards/text/open.ts";
import { ruleInWords } from "../src/rewards/text/words.ts";
import { cadences, counted, trackLimits } from "../src/rewards/track.ts";
import { startForm } from "../src/rewards/view/open.ts";
import { STO_ZONE } from "../src/time/days.ts";
import { WHEN_LENGTH } from "../src/time/when.ts";
import { isZone, timeIn, zonesLike } from "../src/time/zones.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { placed } from "../src/ui/reply.ts";
import { escapeText, shorten } from "../src/ui/text.ts";
import { change, undo } from "./rewards/amend.ts";
import { claim, claimFor, claimHere, take } from "./rewards/claim.ts";
import { askToClose, close, closeNow, keep, reopen } from "./rewards/close.ts";
import { correct, correctAt, correctFor, turnClaim } from "./rewards/correct.ts";
import { gatherCrew } from "./rewards/crew.ts";
import { everybody, keepOut, mine, pickedBoard, remind, showBoard } from "./rewards/members.ts";
import { memberOf, officerOf, type RewardsNeeds, userOf } from "./rewards/needs.ts";
import { openFor } from "./rewards/nothing.ts";
import { open } from "./rewards/open.ts";
import { picture } from "./rewards/picture.ts";
import { askRestart, restart } from "./rewards/restart.ts";
import { history, standings, standingsOfTrack, table, turnPictures } from "./rewards/standings.ts";
import { ownDraft } from "./rewards/start.ts";

export type { RewardsNeeds } from "./rewards/needs.ts";

const CHOICES = 25;

const track = text({ description: say.options.track, maxLength: trackLimits.title, completes: true });

export default function rewards(needs: RewardsNeeds): Command {
  return commandOf({
    name: "rewards",
    description: say.description,
    where: "guild",
    examples: rewardsExamples,
    subcommands: {
      open: subcommand({
        description: say.open,
        options: {
          what: text({
            description: say.options.what,
            required: true,
            maxLength: trackLimits.title,
            completes: true,
          }),
          starts: text({ description: say.options.starts, maxLength: WHEN_LENGTH }),
          weeks: whole(say.options.weeks, { min: 1, max: trackLimits.weeks }),
          days: whole(say.options.days, { min: 1, max: trackLimits.days }),
          needed: whole(say.options.needed, { min: 1, max: 80 }),
          cadence: pick(
            say.options.cadence,
            cadences.map((value) => ({ name: say.cadences[value], value })),
          ),
          per: pick(
            say.options.per,
            counted.map((value) => ({ name: say.pers[value], value })),
          ),
          channel: channel(say.options.channel, cardChannels),
          "time-zone": text({ description: say.options.zone, maxLength: 60, completes: true }),
          pictures: flag(say.options.pictures),
        },
        run: ({ asker, options: { "time-zone": zone = STO_ZONE, channel: channelId, ...asked } }) => {
          if (!isZone(zone)) throw new Refusal(say.refused.zone(escapeText(shorten(zone, 60))));
          return open(
            needs,
            asker,
            { ...asked, channelId, zone, interactionId: asker.interactionId },
            "private",
          );
        },
      }),
      claim: subcommand({
        description: say.claim,
        options: {
          track,
          choice: text({ description: say.options.choice, maxLength: 100, completes: true }),
          captain: text({ description: say.options.captain, maxLength: captainLimits.name, completes: true }),
        },
        run: ({ asker, options }) => claim(needs, asker, options),
      }),
      standings: subcommand({
        description: say.standings,
        options: { track },
        run: ({ asker, options }) => standings(needs, asker, options.track),
      }),
      history: subcommand({
        description: say.history,
        options: {},
        run: ({ asker }) => history(needs, asker, 1, "private"),
      }),
      close: subcommand({
        description: say.close,
        options: { track },
        run: ({ asker, options }) => close(needs, asker, options.track),
      }),
      board: subcommand({
        description: say.board,
        options: { track },
        run: ({ asker, options }) => showBoard(needs, asker, options.track),
      }),
    },
    complete: ({ option, typed, asker }) => complete(needs, option, typed, asker),
    actions: {
      "open-for": (click) => openFor(needs, click),
      claim: async (click) => withCard(click, await claimHere(needs, click), needs.boards.carry),
      "claim-in": (click) => claimHere(needs, click, click.picked[0]),
      for: (click) => claimFor(needs, click),
      take: (click) => take(needs, click),
      undo: (click) => undo(needs, click),
      change: (click) => change(needs, click),
      board: (click) => pickedBoard(needs, click),
      everybody: (click) => everybody(needs, click),
      picture: (click) => picture(needs, click),
      mine: (click) => mine(needs, click),
      remind: (click) => remind(needs, click, "remind"),
      unremind: (click) => remind(needs, click, "stop"),
      hide: (click) => keepOut(needs, click, "hide"),
      show: (click) => keepOut(needs, click, "show"),
      standings: (click) => standingsOfTrack(needs, click),
      crew: (click) => gatherCrew(needs, click),
      pictures: (click) => turnPictures(needs, click),
      csv: (click) => table(needs, click),
      correct: (click) => correct(needs, click),
      "correct-for": (click) => correctFor(needs, click),
      "correct-at": (click) => correctAt(needs, click),
      turn: (click) => turnClaim(needs, click),
      history: ({ asker, args: [page], onPrivateCard }) =>
        history(needs, asker, Number(page), placed(onPrivateCard)),
      "mine-of": (click) => mine(needs, { ...click, args: click.picked }),
      close: (click) => askToClose(needs, click),
      "close-now": (click) => closeNow(needs, click),
      reopen: (click) => reopen(needs, click),
      keep: (click) => keep(needs, click),
      restart: (click) => askRestart(needs, click),
      "start-at": (click) => startAt(needs, click),
      "start-form": async ({ asker, args: [draftId] }) => {
        const { member } = await officerOf(needs, asker);
        const draft = await ownDraft(needs, member, draftId);
        return startForm(draft.interactionId, draft.starts ?? "");
      },
    },
    forms: {
      restart: (form) => restart(needs, form),
      "start-form": async ({ asker, args: [draftId], field, onPrivateCard }) => {
        const draft = await ownDraft(needs, memberOf(asker), draftId);
        const { startsAt: _startsAt, ...asked } = draft;
        return open(needs, asker, { ...asked, starts: field("starts") }, placed(onPrivateCard));
      },
    },
  });
}

/** The question when it starts was answered with a button. */
async function startAt(needs: RewardsNeeds, { asker, args: [draftId, at = ""], onPrivateCard }: Click) {
  const draft = await ownDraft(needs, memberOf(asker), draftId);
  if (!/^\d{1,15}$/.test(at)) throw new Refusal(say.draftGone);
  return await open(needs, asker, { ...draft, startsAt: Number(at) }, placed(onPrivateCard));
}

async function complete(needs: RewardsNeeds, option: string, typed: string, asker: Asker) {
  const { index, catalog, store, clock } = needs;
  const { guildId = "0" } = asker;
  switch (option) {
    case "what":
      return index.search(typed, CHOICES).flatMap(({ slug, title }) => {
        const event = catalog.missions.get(slug)?.events?.at(-1);
        const rule = ruleFor(event, {});
        if (event === undefined || rule.outcome !== "ruled") return [];
        return [{ name: say.ofMission(title, ruleInWords(rule.rule)), value: slug }];
      });
    case "time-zone":
      return zonesLike(typed, CHOICES, clock.now()).map((zone) => ({
        name: `${zone} · ${timeIn(zone, clock.now())}`,
        value: zone,
      }));
    case "captain":
      return captainsLike(await userOf(needs, asker), typed).map(({ name }) => ({ name, value: name }));
    case "choice":
      return [
        ...new Set(
          (await openTracks(store, guildId, clock.now())).flatMap(({ choices }) =>
            choices.map(({ name }) => name),
          ),
        ),
      ]
        .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
        .map((name) => ({ name, value: name }));
    default:
      return (await tracksOf(store, guildId))
        .filter(({ title }) => title.toLowerCase().includes(typed.toLowerCase()))
        .map(({ title, trackId }) => ({ name: title, value: trackId }));
  }
}
