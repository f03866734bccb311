import type { Asker } from "../../src/bot/asker.ts";
import type { Click } from "../../src/bot/command.ts";
import { type Deferred, deferred, type LateMessage, lateMessage } from "../../src/bot/deferred.ts";
import type { Attached } from "../../src/bot/resolved.ts";
import { noteTrace } from "../../src/captains/traces.ts";
import type { CatalogIndex } from "../../src/catalog/find.ts";
import {
  bundleLimits,
  bundleOf,
  differenceOf,
  fitInto,
  isDifferent,
  limitMet,
  readBundle,
} from "../../src/guilds/bundle.ts";
import { broughtBy, channelsOf, takenFrom } from "../../src/guilds/bundle-documents.ts";
import type { GuildReader } from "../../src/guilds/facts.ts";
import {
  carryOutImport,
  dropImport,
  type ImportResult,
  keptFor,
  planImport,
  resumeImport,
  undoImport,
  type Wish,
} from "../../src/guilds/imports.ts";
import { managesServer } from "../../src/guilds/officer.ts";
import type { Portable } from "../../src/guilds/portable.ts";
import { rightsTexts } from "../../src/guilds/text/setup.ts";
import { transferTexts as say } from "../../src/guilds/text/transfer.ts";
import {
  exportCard,
  importedCard,
  importQuestion,
  nothingToImport,
  takenBackCard,
} from "../../src/guilds/view/transfer.ts";
import type { Store } from "../../src/store/store.ts";
import type { Clock } from "../../src/time/clock.ts";
import { text } from "../../src/ui/card.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { officerOf } from "./rights.ts";

export interface TransferNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly index: CatalogIndex;
  readonly reader: GuildReader;
  readonly portables: readonly Portable[];
  /** Hears of a failure behind an answer that is made good later. */
  report(error: unknown): void;
}

/** Threads are asked for one by one, and a file may name as many as it likes. */
const CHANNELS_ASKED = 25;

export async function exportFleet(
  { store, clock, portables }: TransferNeeds,
  asker: Asker,
): Promise<Deferred> {
  const { member } = await officerOf(store, asker);
  return deferred(async () => {
    const kept = await keptFor(store, member.guildId);
    const { documents, members, unreadable } = await takenFrom(store, member.guildId, portables);
    const exported = bundleOf(member.guildId, kept, documents, new Date(clock.now()).toISOString());
    const file = `fleet-${member.guildId}.json`;
    const data = `${JSON.stringify(exported)}\n`;
    const bytes = Buffer.byteLength(data);
    const beyond = limitMet({ bytes, documents: documents.length, members });
    if (beyond === "bytes") throw new Refusal(say.tooLargeToExport(bytes));
    return lateMessage(exportCard({ file, unreadable, beyond }), [{ name: file, data }]);
  });
}

/** Shows what an import would change. Nothing changes before an officer says so. */
export async function importFleet(needs: TransferNeeds, asker: Asker, file: Attached): Promise<Deferred> {
  const { store, clock, index, reader, portables } = needs;
  const { member } = await officerOf(store, asker);
  if (file.size > bundleLimits.bytes) throw new Refusal(say.tooLarge);
  const { guildId } = member;
  return deferred(async () => {
    const content = await reader.file(file.url, bundleLimits.bytes);
    const bundle = content === undefined ? undefined : readBundle(content);
    if (bundle === undefined) throw new Refusal(say.unreadable);
    if (limitMet({ documents: bundle.documents?.length ?? 0 })) throw new Refusal(say.beyond("documents"));

    const { runsChannelId, rewardsChannelId } = bundle.settings;
    const named = [runsChannelId, rewardsChannelId].filter((id) => id !== undefined);
    const asked = [...new Set([...named, ...channelsOf(bundle, portables)])];
    const facts = await reader.facts(guildId, asked.slice(0, CHANNELS_ASKED));
    await resumeImport(store, guildId, { portables, now: clock.now() });
    const present = await keptFor(store, guildId);
    const mayNameOfficers = managesServer(member);
    const { kept, obstacles: unfit } = fitInto(bundle, { present, facts, mayNameOfficers });
    const difference = differenceOf(present, kept);
    const brought = await broughtBy(bundle, { store, guildId, facts, portables });
    const obstacles = [...unfit, ...brought.obstacles];
    if (!isDifferent(difference) && brought.documents.length === 0)
      return lateMessage(nothingToImport(obstacles));

    const members = new Set(brought.documents.flatMap((one) => one.portable.membersIn(one.document)));
    if (limitMet({ members: members.size })) throw new Refusal(say.beyond("members"));
    for (const userId of members) await noteTrace(store, userId, guildId);
    const importId = await planImport(
      store,
      guildId,
      { after: kept, documents: brought.documents },
      clock.now(),
    );
    const titleOf = (slug: string) => index.exact(slug)?.title ?? slug;
    const plan = {
      importId,
      fromGuildId: bundle.guildId,
      guildId,
      difference,
      changes: brought.changes,
      obstacles,
      titleOf,
    };
    return lateMessage(importQuestion(plan));
  });
}

export function transferActions(needs: TransferNeeds) {
  const { store, clock, portables, report } = needs;
  const by = () => ({ portables, now: clock.now(), report });
  return {
    "import-apply": async ({ asker, args: [importId = ""] }: Click) => {
      const wish = await wishOf(store, asker, importId);
      return deferred(async () =>
        told(await carryOutImport(store, wish, by()), (isFinished) => importedCard(importId, isFinished)),
      );
    },
    "import-cancel": async ({ asker, args: [importId = ""] }: Click) => {
      const { guildId } = await wishOf(store, asker, importId);
      return deferred(async () => {
        const result = await dropImport(store, guildId, importId);
        if (result === "gone") throw new Refusal(say.gone);
        return lateMessage([text(result === "dropped" ? say.cancelled : say.importing)]);
      });
    },
    "import-undo": async ({ asker, args: [importId = ""] }: Click) => {
      const wish = await wishOf(store, asker, importId);
      return deferred(async () => told(await undoImport(store, wish, by()), takenBackCard));
    },
  };
}

async function wishOf(store: Store, asker: Asker, importId: string): Promise<Wish> {
  const { member } = await officerOf(store, asker);
  return { guildId: member.guildId, importId, mayNameOfficers: managesServer(member) };
}

function told(
  result: ImportResult,
  card: (isFinished: boolean) => Parameters<typeof lateMessage>[0],
): LateMessage {
  if (result === "gone") throw new Refusal(say.gone);
  if (result === "needs-manager") throw new Refusal(rightsTexts.onlyManagers);
  return lateMessage(card(result === "done"));
}
