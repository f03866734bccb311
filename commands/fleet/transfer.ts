import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { type Deferred, deferred, lateMessage } from "../../src/bot/deferred.ts";
import type { Attached } from "../../src/bot/resolved.ts";
import type { CatalogIndex } from "../../src/catalog/find.ts";
import {
  bundleOf,
  differenceOf,
  fitInto,
  isDifferent,
  LARGEST_BUNDLE,
  readBundle,
} from "../../src/guilds/bundle.ts";
import type { GuildReader } from "../../src/guilds/facts.ts";
import {
  carryOutImport,
  dropImport,
  type ImportResult,
  keptFor,
  planImport,
  undoImport,
  type Wish,
} from "../../src/guilds/imports.ts";
import { managesServer } from "../../src/guilds/officer.ts";
import { rightsTexts } from "../../src/guilds/text/setup.ts";
import { transferTexts as say } from "../../src/guilds/text/transfer.ts";
import { exportCard, importedCard, importQuestion, nothingToImport } from "../../src/guilds/view/transfer.ts";
import type { Store } from "../../src/store/store.ts";
import type { Clock } from "../../src/time/clock.ts";
import { text } from "../../src/ui/card.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { reply } from "../../src/ui/reply.ts";
import { officerOf } from "./rights.ts";

export interface TransferNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly index: CatalogIndex;
  readonly reader: GuildReader;
}

export async function exportFleet({ store, clock }: TransferNeeds, asker: Asker): Promise<Deferred> {
  const { member } = await officerOf(store, asker);
  return deferred(async () => {
    const kept = await keptFor(store, member.guildId);
    const exported = bundleOf(member.guildId, kept, new Date(clock.now()).toISOString());
    const name = `fleet-${member.guildId}.json`;
    return lateMessage(exportCard(name), [{ name, data: `${JSON.stringify(exported, undefined, 2)}\n` }]);
  });
}

/** Shows what an import would change. Nothing changes before an officer says so. */
export async function importFleet(needs: TransferNeeds, asker: Asker, file: Attached): Promise<Deferred> {
  const { store, clock, index, reader } = needs;
  const { member } = await officerOf(store, asker);
  if (file.size > LARGEST_BUNDLE) throw new Refusal(say.tooLarge);
  const { guildId } = member;
  return deferred(async () => {
    const content = await reader.file(file.url, LARGEST_BUNDLE);
    const bundle = content === undefined ? undefined : readBundle(content);
    if (bundle === undefined) throw new Refusal(say.unreadable);

    const { runsChannelId, rewardsChannelId } = bundle.settings;
    const asked = [runsChannelId, rewardsChannelId].filter((id) => id !== undefined);
    const facts = await reader.facts(guildId, asked);
    const present = await keptFor(store, guildId);
    const mayNameOfficers = managesServer(member);
    const { kept, obstacles } = fitInto(bundle, { present, facts, mayNameOfficers });
    const difference = differenceOf(present, kept);
    if (!isDifferent(difference)) return lateMessage(nothingToImport(obstacles));

    const importId = await planImport(store, guildId, kept, clock.now());
    const titleOf = (slug: string) => index.exact(slug)?.title ?? slug;
    const plan = { importId, fromGuildId: bundle.guildId, guildId, difference, obstacles, titleOf };
    return lateMessage(importQuestion(plan));
  });
}

export function transferActions(needs: TransferNeeds) {
  const { store, clock } = needs;
  return {
    "import-apply": async ({ asker, args: [importId = ""] }: Click) => {
      const wish = await wishOf(store, asker, importId);
      return told(await carryOutImport(store, wish, clock.now()), importedCard(importId));
    },
    "import-cancel": async ({ asker, args: [importId = ""] }: Click) => {
      const { guildId } = await wishOf(store, asker, importId);
      await dropImport(store, guildId, importId);
      return reply("in-place", [text(say.cancelled)]);
    },
    "import-undo": async ({ asker, args: [importId = ""] }: Click) => {
      const wish = await wishOf(store, asker, importId);
      return told(await undoImport(store, wish), [text(say.undone)]);
    },
  };
}

async function wishOf(store: Store, asker: Asker, importId: string): Promise<Wish> {
  const { member } = await officerOf(store, asker);
  return { guildId: member.guildId, importId, mayNameOfficers: managesServer(member) };
}

function told(result: ImportResult, done: Parameters<typeof reply>[1]): APIInteractionResponse {
  if (result === "gone") throw new Refusal(say.gone);
  if (result === "needs-manager") throw new Refusal(rightsTexts.onlyManagers);
  return reply("in-place", done);
}
