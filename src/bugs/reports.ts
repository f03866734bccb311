import type { Decision } from "../store/store.ts";
import { oneLine, shorten } from "../ui/text.ts";
import {
  type BugName,
  isOwn,
  type Kept,
  keptOf,
  type Ledger,
  ledgerLimits,
  plain,
  type Report,
  unchanged,
  withKept,
} from "./ledger.ts";

/** What officers do with the bugs of their fleet. */
export type ReportResult =
  | { readonly outcome: "done"; readonly kept: Kept }
  | { readonly outcome: "unknown" | "empty" | "too-many" | "too-many-here" };

export function addBug(
  ledger: Ledger,
  bug: BugName,
  report: Report,
  addedOn: string,
): Decision<Ledger, ReportResult> {
  const known = keptOf(ledger, bug);
  if (known !== undefined) return unchanged(ledger, { outcome: "done", kept: known });
  const told = tidy(report);
  if (told.summary === "") return unchanged(ledger, { outcome: "empty" });
  const own = ledger.bugs.filter(isOwn);
  if (own.length >= ledgerLimits.own || ledger.bugs.length >= ledgerLimits.bugs)
    return unchanged(ledger, { outcome: "too-many" });
  if (own.filter(({ slug }) => slug === bug.slug).length >= ledgerLimits.ownOnOne)
    return unchanged(ledger, { outcome: "too-many-here" });
  return done(ledger, { ...plain(bug), own: { ...told, addedOn } });
}

export function editBug(ledger: Ledger, bug: BugName, report: Report): Decision<Ledger, ReportResult> {
  const kept = keptOf(ledger, bug);
  if (kept?.own === undefined) return unchanged(ledger, { outcome: "unknown" });
  const told = tidy(report);
  if (told.summary === "") return unchanged(ledger, { outcome: "empty" });
  return done(ledger, { ...kept, own: { ...told, addedOn: kept.own.addedOn } });
}

/** Holds for this fleet; what the source says of a bug of the data stays as it is. */
export function markFixed(ledger: Ledger, bug: BugName, day: string): Decision<Ledger, ReportResult> {
  const kept = keptOf(ledger, bug);
  if (kept === undefined && isOwn(bug)) return unchanged(ledger, { outcome: "unknown" });
  if (kept === undefined && ledger.bugs.length >= ledgerLimits.bugs)
    return unchanged(ledger, { outcome: "too-many" });
  return done(ledger, { ...(kept ?? plain(bug)), fixedOn: day });
}

export function openAgain(ledger: Ledger, bug: BugName): Decision<Ledger, ReportResult> {
  const kept = keptOf(ledger, bug);
  if (kept?.fixedOn === undefined) return unchanged(ledger, { outcome: "unknown" });
  return done(ledger, { ...kept, fixedOn: undefined });
}

/** Only what the fleet found itself; its voices go with it. */
export function removeBug(ledger: Ledger, bug: BugName): Decision<Ledger, ReportResult> {
  const kept = keptOf(ledger, bug);
  if (kept?.own === undefined) return unchanged(ledger, { outcome: "unknown" });
  const bugs = ledger.bugs.filter((one) => one !== kept);
  return { document: { ...ledger, bugs }, outcome: { outcome: "done", kept } };
}

/** One line each, of a length that every card has room for. */
function tidy({ summary, objective = "", workaround = "", factions }: Report): Report {
  const step = fitting(objective, ledgerLimits.objective);
  const way = fitting(workaround, ledgerLimits.workaround);
  return {
    summary: fitting(summary, ledgerLimits.summary),
    ...(step === "" ? {} : { objective: step }),
    ...(way === "" ? {} : { workaround: way }),
    factions,
  };
}

function fitting(typed: string, length: number): string {
  return shorten(oneLine(typed), length);
}

function done(ledger: Ledger, kept: Kept): Decision<Ledger, ReportResult> {
  return { document: withKept(ledger, kept), outcome: { outcome: "done", kept } };
}
