import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker } from "../src/bot/asker.ts";
import { type Command, command } from "../src/bot/command.ts";
import { deferred, lateMessage } from "../src/bot/deferred.ts";
import { text } from "../src/bot/options.ts";
import { readReminders } from "../src/captains/preferences.ts";
import { type User, users } from "../src/captains/store.ts";
import { meExamples, reminderWays, meTexts as say } from "../src/captains/text/me.ts";
import type { Trace } from "../src/captains/traces.ts";
import {
  exportCard,
  forgetQuestion,
  mePanel,
  misread,
  remindersForm,
  zoneForm,
  zoneFromId,
  zoneQuestion,
} from "../src/captains/view/me.ts";
import { userKey } from "../src/store/document-key.ts";
import type { Store } from "../src/store/store.ts";
import type { Clock } from "../src/time/clock.ts";
import { isZone, readZone, timeIn, zonesLike } from "../src/time/zones.ts";
import { text as plain } from "../src/ui/card.ts";
import { type Placement, placed, reply } from "../src/ui/reply.ts";
import { escapeText } from "../src/ui/text.ts";

export interface MeNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly traces: readonly Trace[];
  forget(userId: string): Promise<{ readonly isFinished: boolean; readonly what: readonly string[] }>;
}

const CHOICES = 25;
const FILE = "my-away-team-data.json";

export default function me(needs: MeNeeds): Command {
  const { store, clock } = needs;
  const mine = ({ userId }: Asker) => store.read(userKey(userId), users);
  return command({
    name: "me",
    description: say.description,
    options: { "time-zone": text({ description: say.option, maxLength: 60, completes: true }) },
    examples: meExamples,
    run: async ({ asker, options: { "time-zone": typed } }) =>
      typed === undefined
        ? panel(needs, "private", await mine(asker))
        : await setZone(needs, asker, "private", typed),
    complete: ({ typed }) =>
      zonesLike(typed, CHOICES, clock.now()).map((zone) => ({
        name: say.zoneChoice(zone, timeIn(zone, clock.now())),
        value: zone,
      })),
    actions: {
      "zone-form": async ({ asker }) => zoneForm(await mine(asker)),
      zone: ({ asker, args: [zone = ""], onPrivateCard }) =>
        setZone(needs, asker, placed(onPrivateCard), zoneFromId(zone)),
      "reminders-form": async ({ asker }) => remindersForm(await mine(asker)),
      spoilers: ({ asker, args: [wish], onPrivateCard }) =>
        change(needs, asker, placed(onPrivateCard), undefined, (user) => ({
          ...user,
          spoilers: wish === "open" ? "open" : "hidden",
        })),
      export: ({ asker }) => deferred(() => exported(needs, asker)),
      forget: ({ onPrivateCard }) => reply(placed(onPrivateCard), forgetQuestion()),
      "forget-now": ({ asker, onPrivateCard }) => forget(needs, asker, placed(onPrivateCard)),
      keep: async ({ asker, onPrivateCard }) =>
        panel(needs, placed(onPrivateCard), await mine(asker), say.kept),
    },
    forms: {
      zone: ({ asker, field, onPrivateCard }) => setZone(needs, asker, placed(onPrivateCard), field("zone")),
      reminders: ({ asker, field, onPrivateCard }) =>
        setReminders(needs, asker, placed(onPrivateCard), field),
    },
  });
}

function panel(
  { clock }: MeNeeds,
  placement: Placement,
  user: User,
  notice?: string,
): APIInteractionResponse {
  return reply(placement, mePanel(user, clock.now(), notice));
}

async function change(
  needs: MeNeeds,
  { userId }: Asker,
  placement: Placement,
  notice: string | undefined,
  rule: (user: User) => User,
): Promise<APIInteractionResponse> {
  return panel(needs, placement, await needs.store.update(userKey(userId), users, rule), notice);
}

async function setZone(
  needs: MeNeeds,
  asker: Asker,
  placement: Placement,
  typed: string,
): Promise<APIInteractionResponse> {
  const now = needs.clock.now();
  const reading = isZone(typed) ? { zone: typed } : readZone(typed, now);
  if (!("zone" in reading)) return reply("private", zoneQuestion(typed, reading.near));
  const notice = say.zoneSet(reading.zone, timeIn(reading.zone, now));
  return await change(needs, asker, placement, notice, (user) => ({ ...user, timeZone: reading.zone }));
}

async function setReminders(
  needs: MeNeeds,
  asker: Asker,
  placement: Placement,
  field: (name: string) => string,
): Promise<APIInteractionResponse> {
  const by = wayNamed(field("by"));
  const reading = readReminders(by, field("lead"), field("quiet"));
  if (reading.outcome === "read") {
    const { reminders } = reading;
    return await change(needs, asker, placement, say.remindersSet, (user) => ({ ...user, reminders }));
  }
  const tell = reading.outcome === "lead-unreadable" ? say.leadUnreadable : say.quietUnreadable;
  return reply("private", misread(tell(escapeText(reading.typed))));
}

type Way = keyof typeof reminderWays;

function wayNamed(typed: string): Way {
  return Object.hasOwn(reminderWays, typed) ? (typed as Way) : "channel";
}

/** Everything that names the member, wherever it is kept. */
async function exported({ store, clock, traces }: MeNeeds, { userId }: Asker) {
  const you = await store.read(userKey(userId), users);
  const inFleets = [];
  for (const guildId of you.guildIds) {
    for (const trace of traces) {
      const kept = await trace.collect(store, guildId, userId);
      if (kept !== undefined) inFleets.push({ guildId, what: trace.what, kept });
    }
  }
  const all = { exportedAt: new Date(clock.now()).toISOString(), userId, you, inFleets };
  return lateMessage(exportCard(FILE), [{ name: FILE, data: `${JSON.stringify(all, undefined, 2)}\n` }]);
}

async function forget({ forget: erase }: MeNeeds, { userId }: Asker, placement: Placement) {
  const { isFinished, what } = await erase(userId);
  const sentence = isFinished ? say.forgotten(what) : say.forgetting;
  return reply(placement, [plain(sentence)]);
}
