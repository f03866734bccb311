import type { Mission } from "../../catalog/mission.ts";
import { escapeText } from "../../ui/text.ts";
import { noCast, castTexts as say } from "../text/sections.ts";
import type { Look } from "./look.ts";

type Cast = NonNullable<Mission["cast"]>;
type Named = { readonly name: string; readonly note?: string | undefined };

export function castView({ mission }: Look): readonly string[] {
  const cast = mission.cast ?? {};
  const places = cast.places ?? mission.locations?.map((name) => ({ name })) ?? [];
  const blocks = [
    listed(say.characters, cast.characters?.map(named)),
    lined(say.places, places.map(place)),
    listed(say.species, cast.species?.map(named)),
    listed(say.titles, cast.titles?.map(escapeText)),
    lined(say.ships, cast.ships?.map(ship)),
    listed(say.organisations, cast.organisations?.map(escapeText)),
    listed(say.technology, cast.technology?.map(escapeText)),
    referenced(cast),
    ...(cast.notes ?? []).map((text) => `-# ${escapeText(text)}`),
  ].filter((block) => block !== undefined);
  return blocks.length === 0 ? [noCast] : blocks;
}

function listed(heading: string, items: readonly string[] | undefined): string | undefined {
  return items === undefined || items.length === 0 ? undefined : `**${heading}**\n${items.join(" · ")}`;
}

function lined(heading: string, items: readonly string[] | undefined): string | undefined {
  return items === undefined || items.length === 0
    ? undefined
    : [`**${heading}**`, ...items.map((item) => `- ${item}`)].join("\n");
}

function named({ name, note }: Named): string {
  return note === undefined ? escapeText(name) : `${escapeText(name)} (${escapeText(note)})`;
}

function place(place: Named & { readonly within?: readonly string[] | undefined }): string {
  return place.within === undefined
    ? named(place)
    : `${named(place)}: ${place.within.map(escapeText).join(", ")}`;
}

function ship(ship: NonNullable<Cast["ships"]>[number]): string {
  const about = [ship.class, ship.drawnFrom, ship.note].filter((part) => part !== undefined).map(escapeText);
  if (ship.name === undefined) return about.join(", ");
  return about.length === 0 ? escapeText(ship.name) : `${escapeText(ship.name)} (${about.join(", ")})`;
}

function referenced({ referencedOnly }: Cast): string | undefined {
  if (referencedOnly === undefined) return undefined;
  const groups = [
    [say.characters, referencedOnly.characters],
    [say.places, referencedOnly.places],
    [say.species, referencedOnly.species],
    [say.organisations, referencedOnly.organisations],
  ] as const;
  return lined(
    say.referencedOnly,
    groups.flatMap(([heading, names]) =>
      names === undefined || names.length === 0 ? [] : [`${heading}: ${names.map(escapeText).join(", ")}`],
    ),
  );
}
