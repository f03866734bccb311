import { expect, test } from "vitest";
import { sections, taskForceSections } from "../../src/missions/sections.ts";
import { textOf } from "../end-to-end/seen.ts";
import { catalog, house, messageOf } from "../house.ts";

/** Fields whose values are drawn as something else: a number as a time, an id as a name, a day in words. */
const DRAWN_OTHERWISE = new Set([
  ...[
    "$schema",
    "slug",
    "arc",
    "id",
    "state",
    "kind",
    "url",
    "completeness",
    "checkedOn",
    "unverified",
    "level",
  ],
  ...[
    "factions",
    "allegiances",
    "careers",
    "recruits",
    "playThrough",
    "recruitVariants",
    "options",
    "platforms",
  ],
  ...[
    "previous",
    "next",
    "prerequisites",
    "otherMissions",
    "replacedBy",
    "released",
    "releasedOn",
    "starts",
    "ends",
    "on",
  ],
  ...["cadence", "per", "objective", "environments", "stage"],
]);

const bot = house();

test.each([...catalog.missions.values()].map((mission) => [mission.slug, mission] as const))(
  "every sentence and name of %s stands on one of its cards",
  async (slug, mission) => {
    const cards = await allCards(slug, sections);
    // A list by faction and a list of places by place say what the plain fields say, in more detail.
    const { giver, locations, ...rest } = mission;
    const shown = {
      ...rest,
      ...(mission.givers ? {} : { giver }),
      ...(mission.cast?.places ? {} : { locations }),
    };
    expect(textsIn(shown).filter((text) => !cards.includes(text))).toEqual([]);
  },
);

test.each([...catalog.taskForces.values()].map((taskForce) => [taskForce.slug, taskForce] as const))(
  "every sentence and name of %s stands on one of its cards",
  async (slug, taskForce) => {
    const cards = await allCards(slug, taskForceSections);
    expect(textsIn(taskForce).filter((text) => !cards.includes(text))).toEqual([]);
  },
);

async function allCards(slug: string, parts: readonly string[]): Promise<string> {
  let text = "";
  for (const section of parts) {
    for (let page = 1; page <= 4; page++) {
      text += textOf(messageOf(await bot.press(`v1:mission:page:${slug}:${section}:xxxx:${page}`)));
    }
  }
  return plain(text);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [plain(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    DRAWN_OTHERWISE.has(field) ? [] : textsIn(inner),
  );
}

function plain(text: string): string {
  return text.replaceAll("\\", "").replaceAll(/\s+/g, " ");
}
