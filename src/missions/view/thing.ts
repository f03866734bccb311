import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import type { Appearance, Thing } from "../../catalog/things.ts";
import { card, line, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { limits } from "../../ui/limits.ts";
import type { Placement } from "../../ui/reply.ts";
import { escapeText, shorten } from "../../ui/text.ts";
import { lookupTexts as say } from "../text/lookup.ts";
import { entryInList } from "../text/questions.ts";
import { GOLD } from "./accents.ts";

/** Where something appears, with a menu that opens each place. */
export function thingCard(thing: Thing, openBugs: (slug: string) => number): APIMessageTopLevelComponent[] {
  const shown = thing.appearances.slice(0, limits.selectOptions);
  const about = [say.kinds(thing.kinds), ...(thing.within.length === 0 ? [] : [say.within(thing.within)])];
  const more = thing.appearances.length - shown.length;
  return [
    card(GOLD, [
      text(`## ${escapeText(thing.name)}\n-# ${escapeText(about.join(" · "))}`),
      text(
        [
          `**${say.appearsIn(thing.appearances.length)}**`,
          ...shown.map((appearance) => appearanceLine(appearance, thing, openBugs(appearance.entry.slug))),
          ...(more > 0 ? [say.more(more)] : []),
        ].join("\n"),
      ),
      line(),
      {
        type: ComponentType.ActionRow,
        components: [
          select({
            id: customId("mission", "pick"),
            placeholder: say.open,
            options: shown.map(({ entry }) => ({
              label: entry.title,
              value: entry.slug,
              description: entry.arcName,
            })),
          }),
        ],
      },
    ]),
  ];
}

const NOTE_SHOWN = 90;

function appearanceLine(appearance: Appearance, thing: Thing, bugs: number): string {
  const { entry, notes } = appearance;
  const note = notes[0] === undefined ? [] : [escapeText(shorten(notes[0], NOTE_SHOWN))];
  const about = [
    escapeText(entryInList({ ...entry, title: "" }, undefined)),
    ...say.as(appearance, thing.kinds),
    ...note,
    ...(bugs > 0 ? [say.bugs(bugs)] : []),
  ];
  return `- **${escapeText(entry.title)}** · ${about.filter((part) => part !== "").join(" · ")}`;
}

/** For a name that no record has: what is near it, to be shown where the answer would have gone. */
export function nearThings(
  typed: string,
  near: readonly Thing[],
  placement: Placement,
): APIMessageTopLevelComponent[] {
  const unknown = say.unknown(escapeText(shorten(typed, NOTE_SHOWN)));
  if (near.length === 0) return [text(`${unknown} ${say.nothingNear}`)];
  return [
    text(`${unknown} ${say.didYouMean}`),
    {
      type: ComponentType.ActionRow,
      components: [
        select({
          id: customId("lookup", placement === "public" ? "post" : "open"),
          placeholder: say.didYouMean,
          options: near.map(({ key, name, kinds }) => ({
            label: name,
            value: key,
            description: say.kinds(kinds),
          })),
        }),
      ],
    },
  ];
}
