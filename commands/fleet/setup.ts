import type { APIInteractionResponse } from "discord-api-types/v10";
import type { Asker, Member } from "../../src/bot/asker.ts";
import type { Click, Submission } from "../../src/bot/command.ts";
import { isCardChannel } from "../../src/guilds/doctor.ts";
import { readLeads } from "../../src/guilds/leads.ts";
import { managesServer, roleRefusal } from "../../src/guilds/officer.ts";
import { guildSettings, pingPauses, type Settings, settingsKey } from "../../src/guilds/settings.ts";
import { rightsTexts, setupTexts as say } from "../../src/guilds/text/setup.ts";
import {
  fleetZoneForm,
  fleetZoneQuestion,
  leadsForm,
  misreadForm,
  pingsForm,
  setupPanel,
} from "../../src/guilds/view/setup.ts";
import type { Store } from "../../src/store/store.ts";
import type { Clock } from "../../src/time/clock.ts";
import { readLength } from "../../src/time/lengths.ts";
import { isZone, readZone, timeIn } from "../../src/time/zones.ts";
import { may } from "../../src/ui/permissions.ts";
import { Refusal } from "../../src/ui/refusal.ts";
import { type Placement, placed, reply } from "../../src/ui/reply.ts";
import { escapeText } from "../../src/ui/text.ts";
import { officerOf } from "./rights.ts";

export interface SetupNeeds {
  readonly store: Store;
  readonly clock: Clock;
}

/** `/fleet setup`, with a time zone or without. */
export async function openSetup(
  needs: SetupNeeds,
  asker: Asker,
  zone: string | undefined,
): Promise<APIInteractionResponse> {
  const { member, settings } = await officerOf(needs.store, asker);
  if (zone !== undefined) return await setZone(needs, member, "private", zone);
  return panel(needs, member, "private", settings);
}

export function setupActions(needs: SetupNeeds) {
  const { store } = needs;
  return {
    runs: (click: Click) => nameChannel(needs, click, "runsChannelId", say.saved.runs),
    rewards: (click: Click) => nameChannel(needs, click, "rewardsChannelId", say.saved.rewards),
    ping: (click: Click) =>
      nameRole(needs, click, "pingRoleId", (roleId) =>
        roleId === undefined || reaches(click, roleId)
          ? say.saved.ping(roleId)
          : say.saved.pingTellsNobody(roleId),
      ),
    officer: (click: Click) => {
      if (!managesServer(click.asker)) throw new Refusal(rightsTexts.onlyManagers);
      return nameRole(needs, click, "officerRoleId", say.saved.officer);
    },
    spoilers: async ({ asker, args: [wish], onPrivateCard }: Click) => {
      const { member } = await officerOf(store, asker);
      return await change(needs, member, placed(onPrivateCard), undefined, (settings) => ({
        ...settings,
        spoilers: wish === "private" ? "private" : "hidden",
      }));
    },
    "zone-form": async ({ asker }: Click) => fleetZoneForm((await officerOf(store, asker)).settings),
    zone: async ({ asker, args: [written = ""], onPrivateCard }: Click) => {
      const { member } = await officerOf(store, asker);
      return await setZone(needs, member, placed(onPrivateCard), written.replaceAll(".", "/"));
    },
    "pings-form": async ({ asker }: Click) => pingsForm((await officerOf(store, asker)).settings),
    "leads-form": async ({ asker }: Click) => leadsForm((await officerOf(store, asker)).settings),
  };
}

export function setupForms(needs: SetupNeeds) {
  return {
    zone: async ({ asker, field, onPrivateCard }: Submission) => {
      const { member } = await officerOf(needs.store, asker);
      return await setZone(needs, member, placed(onPrivateCard), field("zone"));
    },
    pings: async ({ asker, field, onPrivateCard }: Submission) => {
      const { member } = await officerOf(needs.store, asker);
      const typed = field("pause").trim();
      const pingMinutes = typed === "" ? pingPauses.usual : readLength(typed);
      if (pingMinutes === undefined || pingMinutes > pingPauses.longest)
        return reply("private", misreadForm(say.pingsUnreadable(escapeText(typed)), "pings-form"));
      return await change(needs, member, placed(onPrivateCard), say.saved.pings, (settings) => ({
        ...settings,
        pingMinutes,
      }));
    },
    leads: async ({ asker, field, onPrivateCard }: Submission) => {
      const { member } = await officerOf(needs.store, asker);
      const typed = field("leads");
      const leadMinutes = readLeads(typed);
      if (leadMinutes === undefined)
        return reply("private", misreadForm(say.leadsUnreadable(escapeText(typed)), "leads-form"));
      return await change(needs, member, placed(onPrivateCard), say.saved.leads, (settings) => ({
        ...settings,
        leadMinutes,
      }));
    },
  };
}

async function nameChannel(
  needs: SetupNeeds,
  { asker, picked: [channelId], resolved, onPrivateCard }: Click,
  setting: "runsChannelId" | "rewardsChannelId",
  tell: (channelId: string | undefined) => string,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs.store, asker);
  const channel = channelId === undefined ? undefined : resolved.channel(channelId);
  if (channelId !== undefined && (channel === undefined || !isCardChannel(channel.type)))
    throw new Refusal(rightsTexts.notACardChannel);
  return await change(needs, member, placed(onPrivateCard), tell(channel?.id), (settings) => ({
    ...settings,
    [setting]: channel?.id,
  }));
}

async function nameRole(
  needs: SetupNeeds,
  { asker, picked: [roleId], resolved, onPrivateCard }: Click,
  setting: "pingRoleId" | "officerRoleId",
  tell: (roleId: string | undefined) => string,
): Promise<APIInteractionResponse> {
  const { member } = await officerOf(needs.store, asker);
  const refusal = roleId === undefined ? undefined : roleRefusal(resolved.role(roleId), member.guildId);
  if (refusal !== undefined) throw new Refusal(rightsTexts.roleRefused[refusal]);
  return await change(needs, member, placed(onPrivateCard), tell(roleId), (settings) => ({
    ...settings,
    [setting]: roleId,
  }));
}

/** Whether a ping of a role would tell anybody. */
function reaches({ asker, resolved }: Click, roleId: string): boolean {
  return resolved.role(roleId)?.isMentionable !== false || may(asker.botPermissions, "MentionEveryone");
}

async function setZone(
  needs: SetupNeeds,
  member: Member,
  placement: Placement,
  typed: string,
): Promise<APIInteractionResponse> {
  const now = needs.clock.now();
  const reading = isZone(typed) ? { zone: typed } : readZone(typed, now);
  if (!("zone" in reading)) return reply("private", fleetZoneQuestion(typed, reading.near));
  const notice = say.saved.zone(reading.zone, timeIn(reading.zone, now));
  return await change(needs, member, placement, notice, (settings) => ({
    ...settings,
    timeZone: reading.zone,
  }));
}

async function change(
  needs: SetupNeeds,
  member: Member,
  placement: Placement,
  notice: string | undefined,
  rule: (settings: Settings) => Settings,
): Promise<APIInteractionResponse> {
  const settings = await needs.store.update(settingsKey(member.guildId), guildSettings, rule);
  return panel(needs, member, placement, settings, notice);
}

function panel(
  { clock }: SetupNeeds,
  member: Member,
  placement: Placement,
  settings: Settings,
  notice?: string,
): APIInteractionResponse {
  const mayNameOfficers = managesServer(member);
  return reply(placement, setupPanel({ settings, now: clock.now(), mayNameOfficers, notice }));
}
