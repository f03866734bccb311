import { readWhen, type When } from "../../src/time/when.ts";

export const NEW_YORK = "America/New_York";
export const BERLIN = "Europe/Berlin";

/** Saturday, 21 November 2026, 21:00:30 in Berlin. */
export const SATURDAY_NIGHT = Date.parse("2026-11-21T21:00:30+01:00");

export function read(typed: string, { now = SATURDAY_NIGHT, zone = BERLIN } = {}): When {
  return readWhen(typed, { now, zone });
}

/** The instant of a time that was taken at once, in UTC; else what kind of answer it was. */
export function instant(typed: string, here: { readonly now?: number; readonly zone?: string } = {}): string {
  const when = read(typed, here);
  return when.kind === "at" ? new Date(when.at).toISOString().slice(0, 16) : when.kind;
}
