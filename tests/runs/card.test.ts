import type { APIMessageTopLevelComponent } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { type Run, runLimits, type Signup } from "../../src/runs/run.ts";
import { rosterPage, signUpAnswer } from "../../src/runs/view/answers.ts";
import { runCard } from "../../src/runs/view/card.ts";
import { runsList } from "../../src/runs/view/list.ts";
import {
  attendanceQuestion,
  cancelQuestion,
  editForm,
  managePanel,
  roleForAdded,
} from "../../src/runs/view/manage.ts";
import { reply } from "../../src/ui/reply.ts";
import { textOf } from "../end-to-end/seen.ts";
import { refusalsOf } from "../house.ts";
import { captain, run, STARTS_AT } from "./crew.ts";

const LONGEST_NAME = "*".repeat(40);
const BIG_ID = 10n ** 19n;

function crowd(seated: number, waiting: number, tentative: number): readonly Signup[] {
  const standings = [
    ...Array<"seated">(seated).fill("seated"),
    ...Array<"waiting">(waiting).fill("waiting"),
    ...Array<"tentative">(tentative).fill("tentative"),
  ];
  return standings.map((standing, order) => ({
    userId: String(BIG_ID + BigInt(order)),
    order,
    standing,
    role: "engineering",
    lateMinutes: 180,
    captain: captain({ name: LONGEST_NAME, kind: "jemhadar-federation", career: "tactical" }),
  }));
}

/** As large as a run can become, in every field. */
function huge(overrides: Partial<Run> = {}): Run {
  return run({
    title: "_".repeat(120),
    note: "*".repeat(runLimits.note),
    seats: 50,
    minLevel: 65,
    difficulty: "advanced",
    roles: (["tank", "heal", "damage", "tactical", "engineering", "science"] as const).map((role) => ({
      role,
      most: 50,
    })),
    signups: crowd(50, 400, 150),
    series: {
      seriesId: "r1",
      count: 0,
      rhythm: "fortnightly",
      firstOn: "2026-11-21T20:00:00",
      zone: "Europe/Berlin",
    },
    runId: "r".repeat(24),
    ...overrides,
  });
}

function refusals(components: readonly APIMessageTopLevelComponent[]): readonly string[] {
  return refusalsOf(reply("private", components));
}

test("every card, panel, question and list of the largest run stays within Discord's limits", () => {
  const states = (["open", "locked", "started", "over"] as const).map((state) => huge({ state }));
  const look = { guildId: "2", userId: "1", onlyMine: false, timeOf: () => "x".repeat(60) };
  for (const one of [...states, huge({ signups: crowd(9, 0, 0), isInstant: true })]) {
    expect(refusals(runCard(one, 12))).toEqual([]);
    expect(refusals(managePanel(one, "x".repeat(300)))).toEqual([]);
    expect(refusals(signUpAnswer(one, "x".repeat(600), String(BIG_ID), 20))).toEqual([]);
    for (const isAll of [true, false]) expect(refusals(cancelQuestion(one, isAll))).toEqual([]);
    expect(refusals(attendanceQuestion(one))).toEqual([]);
    expect(refusals(roleForAdded(one, String(BIG_ID)))).toEqual([]);
    expect(refusalsOf(editForm(one, "2026-11-21 20:00"))).toEqual([]);
    for (const page of [-1, 0, 1, 2, 500, Number.NaN]) expect(refusals(rosterPage(one, page))).toEqual([]);
  }
  const many = Array.from({ length: 200 }, (_, at) => huge({ runId: `r${at}` }));
  for (const page of [1, 25, 99]) expect(refusals(runsList(many, look, page))).toEqual([]);
});

test("what does not fit on the card is counted, and the whole roster is a press away", () => {
  const text = textOf({ components: runCard(huge(), 0) });
  expect(text).toMatch(/…and \d+ more/);
  expect(JSON.stringify(runCard(huge(), 0))).toContain("Full roster");
  expect(JSON.stringify(runCard(run(), 0))).not.toContain("Full roster");
});

test("the card tells at a glance what, when, who leads, how full it is, and who comes as whom", () => {
  const shown = run({
    seats: 5,
    difficulty: "elite",
    note: "bring *kits*",
    signups: [
      { userId: "100", order: 0, standing: "seated", captain: captain({ name: "Zarva" }) },
      { userId: "5", order: 1, standing: "seated", lateMinutes: 10 },
      { userId: "6", order: 2, standing: "tentative" },
    ],
  });
  expect(textOf({ components: runCard(shown, 1) })).toBe(
    [
      "## Second Wave",
      `<t:${STARTS_AT / 1000}:F> · <t:${STARTS_AT / 1000}:R> · led by <@100>`,
      "**2 of 5** ◼◼◻◻◻ · Elite · 1 tentative",
      "1. <@100> · Zarva · Klingon · Tactical",
      "2. <@5> · *10 minutes late*",
      "-# Tentative: <@6>",
      "> bring \\*kits\\*",
      "-# **1 known bug** (Brief me tells) · run r1",
    ].join("\n"),
  );
});

test.each([
  [{ state: "locked" }, "**Locked**"],
  [{ state: "started", startedAt: STARTS_AT }, "**Under way**"],
  [{ state: "over", ending: "cancelled" }, "**Cancelled.**"],
  [{ state: "over", ending: "finished" }, "**Finished.**"],
  [{ state: "over", ending: "lapsed" }, "**Over.**"],
  [{ isInstant: true }, "**Right now**"],
] as const)("the card says in words what state it is in: %o", (state, words) => {
  expect(textOf({ components: runCard(run(state), 0) })).toContain(words);
});

test("nobody signs up on the card of a run that is over", () => {
  const over = JSON.stringify(runCard(run({ state: "over", ending: "finished" }), 0));
  expect(over).not.toContain("lfg:join");
  expect(over).toContain("lfg:brief");
});
