import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker, Member } from "../../src/bot/asker.ts";
import type { Click, Submission } from "../../src/bot/command.ts";
import { type Deferred, deferred, lateMessage } from "../../src/bot/deferred.ts";
import { insistOnOfficer } from "../../src/bot/officer.ts";
import { readPastDay } from "../../src/bugs/days.ts";
import { withNews } from "../../src/bugs/following.ts";
import { handleOf, type KnownBug } from "../../src/bugs/known.ts";
import { isShown, keptOf, type Ledger, ownBugId, type Report } from "../../src/bugs/ledger.ts";
import { recordChange } from "../../src/bugs/record-change.ts";
import {
  addBug,
  editBug,
  markFixed,
  openAgain,
  type ReportResult,
  removeBug,
} from "../../src/bugs/reports.ts";
import { ledgerOf } from "../../src/bugs/store.ts";
import { bugsTexts } from "../../src/bugs/text/bugs.ts";
import { officerTexts as say } from "../../src/bugs/text/officers.ts";
import { toldDirectly } from "../../src/bugs/told-directly.ts";
import { factionPicked } from "../../src/bugs/view/list.ts";
import {
  addForm,
  editForm,
  exportCard,
  fixForm,
  officersPanel,
  removeQuestion,
} from "../../src/bugs/view/officers.ts";
import type { Decision } from "../../src/store/store.ts";
import { stoDay } from "../../src/time/days.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { placed, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { type Affected, affected, stepLike } from "./find.ts";
import { bugAnswer, type CardNeeds } from "./show.ts";
import { decide, inFleet, knownBug } from "./voices.ts";

/** What officers can do: opened from any card, refused to everybody else. */
export async function panel(
  needs: CardNeeds,
  { asker, args: [slug = "", handle = ""], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const officer = await officerOf(needs, asker);
  const { title } = recordOf(needs, slug);
  const bug = handle === "" ? undefined : await knownBug(needs, officer, handle);
  const canExport = needs.catalog.missions.has(slug);
  return reply(placed(onPrivateCard), officersPanel({ slug, title, bug, canExport }));
}

export async function openAdd(needs: CardNeeds, { asker, args: [slug = ""] }: Click) {
  await officerOf(needs, asker);
  return addForm(slug, recordOf(needs, slug).title);
}

export async function add(needs: CardNeeds, submission: Submission): Promise<APIInteractionResponse> {
  const { asker, args, onPrivateCard } = submission;
  const officer = await officerOf(needs, asker);
  const { slug } = recordOf(needs, args[0] ?? "");
  const bug = { slug, bugId: ownBugId(asker.interactionId) };
  const report = reportIn(needs, slug, submission);
  const today = stoDay(needs.clock.now());
  return await change(needs, officer, onPrivateCard, say.added, (ledger) =>
    addBug(ledger, bug, report, today),
  );
}

export async function openEdit(needs: CardNeeds, { asker, args: [handle = ""] }: Click) {
  const officer = await officerOf(needs, asker);
  const bug = await knownBug(needs, officer, handle);
  const own = keptOf(await ledgerOf(needs.store, officer.guildId), bug)?.own;
  if (own === undefined) throw new Refusal(say.refused.unknown);
  return editForm(handle, own);
}

export async function edit(needs: CardNeeds, submission: Submission): Promise<APIInteractionResponse> {
  const { asker, args, onPrivateCard } = submission;
  const officer = await officerOf(needs, asker);
  const bug = await knownBug(needs, officer, args[0] ?? "");
  const report = reportIn(needs, bug.slug, submission);
  return await change(needs, officer, onPrivateCard, say.edited, (ledger) => editBug(ledger, bug, report));
}

export async function openFix(needs: CardNeeds, { asker, args: [handle = ""] }: Click) {
  const officer = await officerOf(needs, asker);
  await knownBug(needs, officer, handle);
  return fixForm(handle, stoDay(needs.clock.now()));
}

export async function fix(
  needs: CardNeeds,
  { asker, args: [handle = ""], field, onPrivateCard }: Submission,
): Promise<APIInteractionResponse> {
  const officer = await officerOf(needs, asker);
  const bug = await knownBug(needs, officer, handle);
  const day = readPastDay(field("day"), needs.clock.now());
  if (day === undefined) throw new Refusal(say.refused.day(escapeText(field("day"))));
  const notice = (summary: string) => say.fixed(summary, day);
  return await change(needs, officer, onPrivateCard, notice, (ledger) => markFixed(ledger, bug, day), bug);
}

export async function reopen(
  needs: CardNeeds,
  { asker, args: [handle = ""], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const officer = await officerOf(needs, asker);
  const bug = await knownBug(needs, officer, handle);
  return await change(needs, officer, onPrivateCard, say.reopened, (ledger) => openAgain(ledger, bug), bug);
}

export async function askRemove(
  needs: CardNeeds,
  { asker, args: [handle = ""], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const officer = await officerOf(needs, asker);
  const bug = await knownBug(needs, officer, handle);
  return reply(placed(onPrivateCard), removeQuestion(bug, bug.seen + bug.works));
}

export async function remove(
  needs: CardNeeds,
  { asker, args: [handle = ""], onPrivateCard }: Click,
): Promise<APIInteractionResponse> {
  const officer = await officerOf(needs, asker);
  const bug = await knownBug(needs, officer, handle);
  return await change(needs, officer, onPrivateCard, say.removed, (ledger) => removeBug(ledger, bug));
}

/** The fleet's reports on a mission as a change to its record. */
export async function exported(needs: CardNeeds, { asker, args: [slug = ""] }: Click): Promise<Deferred> {
  const officer = await officerOf(needs, asker);
  const record = recordOf(needs, slug);
  return deferred(async () => {
    const ledger = await ledgerOf(needs.store, officer.guildId);
    if (!ledger.bugs.some((kept) => kept.slug === slug && isShown(kept)))
      throw new Refusal(say.nothingToExport);
    const made = recordChange(slug, record.bugs, ledger, stoDay(needs.clock.now()));
    const name = `${slug}-bugs.json`;
    return lateMessage(exportCard(name), [{ name, data: `${JSON.stringify(made, undefined, 2)}\n` }]);
  });
}

async function officerOf({ store }: CardNeeds, asker: Asker): Promise<Member> {
  return (await insistOnOfficer(store, inFleet(asker), say.refused.officersDeed)).member;
}

async function change(
  needs: CardNeeds,
  officer: Member,
  onPrivateCard: boolean,
  notice: (summary: string) => string,
  rule: (ledger: Ledger) => Decision<Ledger, ReportResult>,
  bug?: KnownBug,
): Promise<APIInteractionResponse> {
  const now = needs.clock.now();
  const directly = await toldDirectly(needs.store, officer.guildId, now);
  const { ledger, outcome } = await decide(needs, officer, (before): Decision<Ledger, ReportResult> => {
    const { document: after, outcome } = rule(before);
    if (outcome.outcome !== "done") return { document: after, outcome };
    return { document: withNews(before, after, outcome.kept, { now, directly }), outcome };
  });
  if (outcome.outcome !== "done") throw new Refusal(say.refused[outcome.outcome]);
  const { kept } = outcome;
  return bugAnswer(needs, officer, placed(onPrivateCard), ledger, {
    slug: kept.slug,
    handle: handleOf(kept),
    notice: notice(escapeText(kept.own?.summary ?? bug?.summary ?? "")),
  });
}

function recordOf({ catalog }: CardNeeds, slug: string): Affected {
  const record = affected(catalog, slug);
  if (record === undefined) throw new Refusal(bugsTexts.noSuchMission);
  return record;
}

function reportIn({ catalog }: CardNeeds, slug: string, { field, picks }: Submission): Report {
  return {
    summary: field("summary"),
    objective: stepLike(catalog, slug, field("objective")),
    workaround: field("workaround"),
    factions: picks("factions").flatMap((picked) => factionPicked(picked) ?? []),
  };
}
