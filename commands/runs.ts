import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../src/bot/asker.ts";
import { type Command, command } from "../src/bot/command.ts";
import { flag } from "../src/bot/options.ts";
import { zoneOf } from "../src/bot/zone.ts";
import { openCount } from "../src/bugs/known.ts";
import { ledgerOf } from "../src/bugs/store.ts";
import type { Catalog } from "../src/catalog/load.ts";
import { contentOf } from "../src/runs/content.ts";
import { asOf } from "../src/runs/passing.ts";
import { signupOf } from "../src/runs/run.ts";
import { isRunId, openRuns, runKey, runs as runKind } from "../src/runs/store.ts";
import { answerTexts } from "../src/runs/text/answers.ts";
import { listExamples, listTexts as say } from "../src/runs/text/list.ts";
import { runCard } from "../src/runs/view/card.ts";
import { runsList } from "../src/runs/view/list.ts";
import type { Store } from "../src/store/store.ts";
import type { Clock } from "../src/time/clock.ts";
import { clockFace } from "../src/time/clock-face.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { type Placement, reply } from "../src/ui/reply.ts";

export interface RunsNeeds {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly clock: Clock;
}

export default function runs({ catalog, store, clock }: RunsNeeds): Command {
  async function show(
    asker: Asker,
    onlyMine: boolean,
    page: number,
    placement: Placement,
  ): Promise<APIInteractionResponse> {
    const { guildId = "", userId } = asker;
    const open = await openRuns(store, guildId, clock.now());
    const { zone } = await zoneOf({ store }, { userId, guildId });
    const shown = onlyMine
      ? open.filter((run) => run.leaderId === userId || signupOf(run, userId) !== undefined)
      : open;
    const timeOf = ({ startsAt }: { readonly startsAt: number }) => clockFace(startsAt, zone);
    return reply(placement, runsList(shown, { guildId, userId, onlyMine, timeOf }, page));
  }

  return command({
    name: "runs",
    description: say.description,
    where: "guild",
    options: { mine: flag(say.mine) },
    examples: listExamples,
    run: ({ asker, options }) => show(asker, options.mine === true, 1, "private"),
    actions: {
      page: ({ asker, args: [which, page = "1"] }) => show(asker, which === "mine", Number(page), "in-place"),
      open: async ({ asker, picked: [runId = ""] }) => {
        const key = isRunId(runId) ? runKey(asker.guildId ?? "", runId) : undefined;
        const run = key && (await store.read(key, runKind));
        if (run === undefined) throw new Refusal(answerTexts.gone);
        const knownBugs =
          contentOf(catalog, run.slug) && openCount(catalog, run.slug, await ledgerOf(store, asker.guildId));
        return reply("in-place", runCard(asOf(run, clock.now()), knownBugs));
      },
    },
  });
}
