import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../src/bot/asker.ts";
import { type Command, commandOf, subcommand } from "../src/bot/command.ts";
import { flag, pick, text, whole } from "../src/bot/options.ts";
import {
  addCaptain,
  type CaptainResult,
  type Crew,
  captainLimits,
  captainsLike,
  chooseDefault,
  defaultCaptain,
  editCaptain,
  removeCaptain,
} from "../src/captains/captain.ts";
import { captainKindNames, careerNames } from "../src/captains/names.ts";
import { type User, users } from "../src/captains/store.ts";
import { captainExamples, factsInWords, captainTexts as say } from "../src/captains/text/captain.ts";
import { captainsCard, refusalOf } from "../src/captains/view/captain.ts";
import { captainKinds } from "../src/captains/viewpoint.ts";
import { careers, MAX_LEVEL, platforms, recruitTypes } from "../src/catalog/game.ts";
import { userKey } from "../src/store/document-key.ts";
import type { Decision, Store } from "../src/store/store.ts";
import { Refusal } from "../src/ui/refusal.ts";
import { type Placement, reply } from "../src/ui/reply.ts";
import { escapeText } from "../src/ui/text.ts";

export interface CaptainNeeds {
  readonly store: Store;
}

const kinds = captainKinds.map((value) => ({ name: captainKindNames[value], value }));

const facts = {
  career: pick(
    say.options.career,
    careers.map((value) => ({ name: careerNames[value], value })),
  ),
  level: whole(say.options.level, { min: 1, max: MAX_LEVEL }),
  recruit: pick(
    say.options.recruit,
    [...recruitTypes, "none" as const].map((value) => ({ name: say.recruits[value], value })),
  ),
  platform: pick(
    say.options.platform,
    platforms.map((value) => ({ name: say.platforms[value], value })),
  ),
  default: flag(say.options.makeDefault),
};

const which = text({
  description: say.options.which,
  required: true,
  maxLength: captainLimits.name,
  completes: true,
});

export default function captain({ store }: CaptainNeeds): Command {
  return commandOf({
    name: "captain",
    description: say.description,
    examples: captainExamples,
    subcommands: {
      add: subcommand({
        description: say.add,
        options: {
          name: text({ description: say.options.name, required: true, maxLength: captainLimits.name }),
          faction: pick(say.options.kind, kinds, "required"),
          ...facts,
        },
        run: ({ asker, options: { faction, default: makeDefault = false, ...told } }) =>
          change(store, asker, "private", added, (crew) =>
            addCaptain(crew, { ...told, kind: faction }, { makeDefault }),
          ),
      }),
      edit: subcommand({
        description: say.edit,
        options: {
          captain: which,
          name: text({ description: say.options.newName, maxLength: captainLimits.name }),
          faction: pick(say.options.kind, kinds),
          ...facts,
        },
        run: ({
          asker,
          options: { captain: typed, faction: kind, default: makeDefault = false, ...told },
        }) => {
          const correction = { ...told, kind };
          if (!makeDefault && Object.values(correction).every((value) => value === undefined))
            throw new Refusal(say.nothingToChange);
          return change(store, asker, "private", edited, (crew) =>
            editCaptain(crew, typed, correction, { makeDefault }),
          );
        },
      }),
      list: subcommand({
        description: say.list,
        options: {},
        run: async ({ asker }) =>
          reply("private", captainsCard(await store.read(userKey(asker.userId), users))),
      }),
      remove: subcommand({
        description: say.remove,
        options: { captain: which },
        run: ({ asker, options }) =>
          change(store, asker, "private", removed, (crew) => removeCaptain(crew, options.captain)),
      }),
    },
    complete: async ({ asker, typed }) => {
      const crew = await store.read(userKey(asker.userId), users);
      return captainsLike(crew, typed).map((one) => ({
        name: `${one.name} · ${factsInWords(one)}`,
        value: one.name,
      }));
    },
    actions: {
      default: ({ asker, picked: [captainId = ""], onPrivateCard }) =>
        change(store, asker, onPrivateCard ? "in-place" : "private", chosen, (crew) =>
          chooseDefault(crew, captainId),
        ),
    },
  });
}

type Done = Extract<CaptainResult, { readonly outcome: "done" }>;
type Tell = (result: Done, before: Crew, after: Crew) => string;

/** Decides and saves in one step, so that two windows of one member never lose a captain. */
async function change(
  store: Store,
  asker: Asker,
  placement: Placement,
  tell: Tell,
  rule: (crew: User) => Decision<User, CaptainResult>,
): Promise<APIInteractionResponse> {
  const { before, after, result } = await store.decide(userKey(asker.userId), users, (user) => {
    const { document, outcome } = rule(user);
    return { document, outcome: { before: user, after: document, result: outcome } };
  });
  const refusal = refusalOf(result);
  if (result.outcome !== "done") throw new Refusal(refusal ?? "");
  return reply(placement, captainsCard(after, tell(result, before, after)));
}

function added({ captain: { name }, isDefault }: Done): string {
  const known = say.added(escapeText(name));
  return isDefault ? `${known} ${say.nowDefault(escapeText(name))}` : known;
}

function edited({ captain: { name, captainId }, isDefault }: Done, before: Crew): string {
  const isNew = isDefault && before.defaultCaptainId !== captainId;
  const known = say.changed(escapeText(name));
  return isNew ? `${known} ${say.nowDefault(escapeText(name))}` : known;
}

function removed({ captain: { name, captainId } }: Done, before: Crew, after: Crew): string {
  if (before.defaultCaptainId !== captainId) return say.removed(escapeText(name));
  const next = defaultCaptain(after)?.name;
  return say.removedDefault(escapeText(name), next === undefined ? undefined : escapeText(next));
}

function chosen({ captain: { name } }: Done): string {
  return say.nowDefault(escapeText(name));
}
