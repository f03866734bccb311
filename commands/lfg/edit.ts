import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Member } from "../../src/bot/asker.ts";
import type { Click, Submission } from "../../src/bot/command.ts";
import { zoneOf } from "../../src/bot/zone.ts";
import { timeQuestion } from "../../src/captains/view/time.ts";
import { type Amendment, amendRun } from "../../src/runs/lead.ts";
import { readRoles } from "../../src/runs/role-words.ts";
import { type Run, runLimits } from "../../src/runs/run.ts";
import { letFollow } from "../../src/runs/series.ts";
import type { Followers } from "../../src/runs/series-hour.ts";
import { gatherTexts } from "../../src/runs/text/gather.ts";
import { manageTexts as say } from "../../src/runs/text/manage.ts";
import { editWays } from "../../src/runs/view/gather.ts";
import { editForm, followersNotice, managePanel } from "../../src/runs/view/manage.ts";
import { clockFace } from "../../src/time/clock-face.ts";
import { wallClockAt } from "../../src/time/wall-clock.ts";
import { readWhen } from "../../src/time/when.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { timestamp } from "../../src/ui/times.ts";
import { decide, overOf, ownRun, type Source } from "./leading.ts";
import type { LfgNeeds } from "./needs.ts";

/** Opens the form, with everything as it is. */
export async function askChange(needs: LfgNeeds, click: Click): Promise<APIInteractionResponse> {
  const { run, member } = await ownRun(needs, click);
  if (run.state === "over") throw new Refusal(overOf(run));
  return editForm(run, startInWords(run.startsAt, (await zoneOf(needs, member)).zone));
}

/** The form came back. A time that can be read in two ways is asked about; the rest is changed all the same. */
export async function amendByForm(needs: LfgNeeds, form: Submission): Promise<APIInteractionResponse> {
  const { run, member } = await ownRun(needs, form);
  const seats = form.field("seats").trim();
  if (!/^\d{1,3}$/.test(seats)) throw new Refusal(say.seatsUnreadable);
  const note = form.field("note").trim();
  if (note.length > runLimits.note) throw new Refusal(say.noteTooLong);
  const roles = readRoles(form.field("roles"));
  if (roles === undefined) throw new Refusal(gatherTexts.rolesUnreadable);
  const rest = { seats: Number(seats), roles, note };

  const { time, question } = await newTime(needs, member, run, form);
  return await amend(needs, form, { ...rest, startsAt: time }, question);
}

/** A time was picked of those that were asked about. */
export async function changeTime(
  needs: LfgNeeds,
  click: Click,
  startsAt: number,
): Promise<APIInteractionResponse> {
  await ownRun(needs, click);
  if (startsAt <= needs.clock.now()) throw new Refusal(say.timeOver);
  return await amend(needs, click, { startsAt });
}

interface NewTime {
  readonly time?: number;
  /** Asked once it is known whether the rest was changed. */
  readonly question?: (isChanged: boolean) => ReturnType<typeof managePanel>;
}

/** The runs after one that was moved go along, or stay after all. */
export function letOthersFollow(needs: LfgNeeds, click: Click, at: number): Promise<APIInteractionResponse> {
  return decide(
    needs,
    click,
    (run, lead) => letFollow(run, lead, at),
    (said, run) => {
      if (said.kind === "no-series") return say.noSeries;
      const { sentence, offered } = followersNotice(run, said.followers);
      return { ask: managePanel(run, sentence, offered) };
    },
  );
}

function movedNotice(run: Run, followers: Followers | undefined) {
  const moved = say.moved(timestamp(run.startsAt, "long"));
  if (followers === undefined) return moved;
  const { sentence, offered } = followersNotice(run, followers);
  return { ask: managePanel(run, `${moved} ${sentence}`, offered) };
}

/** Nothing, when the field was left alone: what it showed stands in the custom id, unless the form is an old one. */
async function newTime(needs: LfgNeeds, member: Member, run: Run, form: Submission): Promise<NewTime> {
  const { zone } = await zoneOf(needs, member);
  const typed = form.field("when").trim();
  const [, shownAt = ""] = form.args;
  const shown = /^\d{1,15}$/.test(shownAt) ? Number(shownAt) : run.startsAt;
  if (typed === "" || typed === startInWords(shown, zone)) return {};
  const when = readWhen(typed, { now: needs.clock.now(), zone });
  if (when.kind === "at") return { time: when.at };
  const question = (isChanged: boolean) =>
    timeQuestion(typed, when, editWays(run.runId, isChanged), (at) => clockFace(at, zone));
  return { question };
}

/** What stands in the form, and comes back when it is left alone. */
function startInWords(startsAt: number, zone: string): string {
  return wallClockAt(startsAt, zone).toString({ smallestUnit: "minute" }).replace("T", " ");
}

function amend(
  needs: LfgNeeds,
  source: Source,
  amendment: Amendment,
  question?: NewTime["question"],
): Promise<APIInteractionResponse> {
  const now = needs.clock.now();
  return decide(
    needs,
    source,
    (run, lead) => amendRun(run, lead, amendment, now),
    (said, run) => {
      switch (said.kind) {
        case "bad-seats":
          return say.seatsUnreadable;
        case "note-too-long":
          return say.noteTooLong;
        case "roles-too-few":
          return say.rolesTooFew(said.places, said.seats);
        case "unchanged":
          return question === undefined ? say.unchanged : { ask: question(false) };
        case "amended":
          if (question !== undefined) return { ask: question(true) };
          return said.isMoved ? movedNotice(run, said.followers) : say.amended;
      }
    },
  );
}
