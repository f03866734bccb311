import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import type { CatalogIndex } from "../../src/catalog/find.ts";
import {
  type OverrideResult,
  type Overrides,
  overrideOf,
  overrides,
  overridesKey,
  type Saying,
  say as sayOf,
  unsay,
} from "../../src/guilds/overrides.ts";
import { overrideTexts as say } from "../../src/guilds/text/override.ts";
import { overrideCard, overrideList } from "../../src/guilds/view/override.ts";
import type { Store } from "../../src/store/store.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { officerOf } from "./rights.ts";

export interface OverrideNeeds {
  readonly store: Store;
  readonly index: CatalogIndex;
}

/** `/fleet override`: lists them, shows one, or adds to what the fleet says of a record. */
export async function overrideFact(
  { store, index }: OverrideNeeds,
  asker: Asker,
  typed: string | undefined,
  saying: Saying,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(store, asker);
  const { guildId, userId } = member;
  const key = overridesKey(guildId);
  if (typed === undefined) return listed(index, await store.read(key, overrides));

  const entry = index.exact(typed);
  if (entry === undefined) throw new Refusal(say.unknown(escapeText(typed)));
  const { slug, title } = entry;
  if (Object.values(saying).every((one) => one === undefined))
    return reply("private", overrideCard(title, overrideOf(await store.read(key, overrides), slug)));

  const named = saying.alias === undefined ? undefined : index.exact(saying.alias);
  if (named !== undefined && named.slug !== slug) throw taken(saying, named.title);
  await noteTrace(store, userId, guildId);
  const result = await store.decide(key, overrides, (before) =>
    sayOf(before, { slug, setBy: userId }, saying),
  );
  if (result.outcome !== "done") throw refusalFor(result, saying, (other) => titleOf(index, other));
  return reply("private", overrideCard(title, result.override));
}

export function overrideActions({ store, index }: OverrideNeeds) {
  return {
    "override-list": async ({ asker, args: [page = ""] }: Click) => {
      const { member } = await officerOf(store, asker);
      return listed(index, await store.read(overridesKey(member.guildId), overrides), page);
    },
    "override-drop": async ({ asker, args: [slug = ""] }: Click) => {
      const { member } = await officerOf(store, asker);
      await store.update(overridesKey(member.guildId), overrides, (before) => unsay(before, slug));
      const title = titleOf(index, slug);
      return reply("in-place", overrideCard(title, undefined, say.dropped(escapeText(title))));
    },
  };
}

function listed(index: CatalogIndex, said: Overrides, page?: string): APIInteractionResponse {
  const number = /^[1-9]\d?$/.test(page ?? "") ? Number(page) : 1;
  return reply(
    page === undefined ? "private" : "in-place",
    overrideList(said, (slug) => titleOf(index, slug), number),
  );
}

function titleOf(index: CatalogIndex, slug: string): string {
  return index.exact(slug)?.title ?? slug;
}

function taken({ alias = "" }: Saying, title: string): Refusal {
  return new Refusal(say.refused["alias-taken"](escapeText(alias), escapeText(title)));
}

function refusalFor(
  result: Exclude<OverrideResult, { readonly outcome: "done" }>,
  saying: Saying,
  title: (slug: string) => string,
): Refusal {
  return result.outcome === "alias-taken"
    ? taken(saying, title(result.slug))
    : new Refusal(say.refused[result.outcome]);
}
