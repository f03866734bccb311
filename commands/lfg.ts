import type { APIInteractionResponse } from "discord-api-types/v10";
import { withCard } from "../src/bot/carried.ts";
import { type Click, type Command, command } from "../src/bot/command.ts";
import { flag, pick, text, whole } from "../src/bot/options.ts";
import { viewpointOf } from "../src/captains/viewpoint.ts";
import { MAX_LEVEL } from "../src/catalog/game.ts";
import { difficulties, runLimits, signupOf } from "../src/runs/run.ts";
import { gatherExamples, gatherTexts as say } from "../src/runs/text/gather.ts";
import { difficultyNames, rhythmNames } from "../src/runs/text/words.ts";
import { rosterPage } from "../src/runs/view/answers.ts";
import { draftTimeForm, gatherForm } from "../src/runs/view/gather.ts";
import { rhythms } from "../src/time/recurrence.ts";
import { WHEN_LENGTH } from "../src/time/when.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { placed, reply } from "../src/ui/reply.ts";
import { choicesFor } from "./lfg/choices.ts";
import { add, addAs, giveLead, ping, takeOut } from "./lfg/crew.ts";
import { gatherByForm, goOn, newDraft, ownDraft } from "./lfg/drafting.ts";
import { amendByForm, askChange, changeTime, letOthersFollow } from "./lfg/edit.ts";
import { gather } from "./lfg/gather.ts";
import { askFinish, cancel, cancelNow, finish, lock, split, start, stopRepeating } from "./lfg/lead.ts";
import { panel } from "./lfg/leading.ts";
import { knownRun, type LfgNeeds, memberOf } from "./lfg/needs.ts";
import {
  askCaptain,
  changeCaptain,
  changeRole,
  join,
  joinAs,
  joinForRole,
  late,
  leave,
  tentatively,
} from "./lfg/sign-up.ts";

export type { LfgNeeds } from "./lfg/needs.ts";

type Deed = (needs: LfgNeeds, click: Click) => Promise<APIInteractionResponse>;

/** Discord holds members to the range; whatever comes all the same is refused with a sentence, not left out. */
const seats = {
  ...whole(say.options.seats, { min: 1, max: runLimits.seats }),
  read: (raw: unknown) => (Number.isInteger(raw) ? (raw as number) : undefined),
};

const MISSION_LENGTH = 200;

export default function lfg(needs: LfgNeeds): Command {
  const act = (deed: Deed) => (click: Click) => deed(needs, click);
  const onCard = (deed: Deed) => async (click: Click) =>
    withCard(click, await deed(needs, click), needs.cards.carry);
  return command({
    name: "lfg",
    description: say.description,
    where: "guild",
    options: {
      mission: text({
        description: say.options.mission,
        required: true,
        maxLength: MISSION_LENGTH,
        completes: true,
      }),
      when: text({ description: say.options.when, maxLength: WHEN_LENGTH }),
      seats,
      difficulty: pick(
        say.options.difficulty,
        difficulties.map((value) => ({ name: difficultyNames[value], value })),
      ),
      roles: text({ description: say.options.roles, maxLength: 100 }),
      note: text({ description: say.options.note, maxLength: runLimits.note }),
      ping: flag(say.options.ping),
      repeat: pick(
        say.options.repeat,
        rhythms.map((value) => ({ name: rhythmNames[value], value })),
      ),
      "min-level": whole(say.options.minLevel, { min: 1, max: MAX_LEVEL }),
    },
    examples: gatherExamples,
    run: ({ asker, options: { "min-level": minLevel, ...wish } }) => {
      const member = memberOf(asker);
      return gather(
        needs,
        member,
        { ...newDraft(needs, member, wish.mission), ...wish, minLevel },
        "private",
      );
    },
    complete: ({ asker, typed }) => choicesFor(needs, memberOf(asker), typed),
    actions: {
      gather: ({ args: [slug = ""] }) => gatherForm(slug),
      "draft-mission": (click) => goOn(needs, click, () => ({ slug: click.args[1] ?? "" })),
      "draft-at": (click) => goOn(needs, click, () => ({ startsAt: instantIn(click.args[1]) })),
      "draft-warned": (click) => goOn(needs, click, () => ({ isWarned: true })),
      "draft-anyway": (click) => goOn(needs, click, () => ({ isAnyway: true })),
      "draft-when": async (click) => {
        const draft = await ownDraft(needs, click);
        return draftTimeForm(draft.draftId, draft.when ?? "");
      },
      join: onCard(join),
      as: act(joinAs),
      "join-as": act(joinForRole),
      tentative: onCard(tentatively),
      leave: onCard(leave),
      late: act(late),
      "switch-role": act(changeRole),
      captains: act(askCaptain),
      "switch-captain": act(changeCaptain),
      brief: (click) => brief(needs, click),
      roster: async ({ asker, args: [runId, page = "1"], onPrivateCard }) =>
        reply(placed(onPrivateCard), rosterPage(await knownRun(needs, memberOf(asker), runId), Number(page))),
      manage: async (click) => {
        const answer = await panel(needs, click);
        needs.callRoll(memberOf(click.asker).guildId, click.args[0] ?? "");
        return answer;
      },
      keep: act(panel),
      edit: act(askChange),
      "edit-at": (click) => changeTime(needs, click, instantIn(click.args[1])),
      follow: (click) => letOthersFollow(needs, click, instantIn(click.args[1])),
      lock: act(lock),
      start: act(start),
      ping: act(ping),
      split: act(split),
      cancel: act(cancel),
      "cancel-now": act(cancelNow),
      "end-series": act(stopRepeating),
      add: act(add),
      "add-as": act(addAs),
      remove: act(takeOut),
      "hand-over": act(giveLead),
      finish: act(askFinish),
      "finish-all": act(finish),
      absent: act(finish),
    },
    forms: {
      "draft-when": (form) => goOn(needs, form, () => ({ when: form.field("when"), startsAt: undefined })),
      gather: (form) => gatherByForm(needs, form),
      edit: (form) => amendByForm(needs, form),
    },
  });
}

/** Drawn for the captain that was signed up, else for the default one. */
async function brief(needs: LfgNeeds, click: Click) {
  const run = await knownRun(needs, memberOf(click.asker), click.args[0]);
  const captain = signupOf(run, click.asker.userId)?.captain;
  return await needs.brief(click, run.slug, viewpointOf(captain?.kind, captain?.career, captain?.level));
}

/** An instant out of a custom id; what is none is not read. */
function instantIn(written = ""): number {
  if (!/^\d{1,15}$/.test(written)) throw new Refusal(say.draftGone);
  return Number(written);
}
