import { may } from "../ui/permissions.ts";
import type { Settings } from "./settings.ts";

/** What a member brings along to be judged by. */
export interface Standing {
  readonly permissions: string;
  readonly roleIds: readonly string[];
}

export function managesServer({ permissions }: Standing): boolean {
  return may(permissions, "ManageGuild");
}

/** Who may manage the server is an officer, and whoever has the role that such a member named. */
export function isOfficer(standing: Standing, { officerRoleId }: Settings): boolean {
  return managesServer(standing) || (officerRoleId !== undefined && standing.roleIds.includes(officerRoleId));
}

export type RoleRefusal = "everyone" | "managed" | "unknown";

/**
 * A role that everybody has, or that belongs to an integration, stands for nobody in particular. `role` is what Discord
 * said of it; without that nothing is known of it.
 */
export function roleRefusal(
  role: { readonly id: string; readonly isManaged: boolean } | undefined,
  guildId: string,
): RoleRefusal | undefined {
  if (role === undefined) return "unknown";
  if (role.id === guildId) return "everyone";
  return role.isManaged ? "managed" : undefined;
}
