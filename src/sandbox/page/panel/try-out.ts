import { run } from "../api.ts";
import { sendLine } from "../deeds.ts";
import { guildOf, roleName } from "../names.ts";
import type { Page, State } from "../page.ts";
import type { Suggestion } from "./suggestions.ts";

/** Long enough to see what was typed, short enough not to wait for it. */
const SEEN_AFTER_MS = 350;
const OFFICER = "Officer";

/** Types a suggestion into the message box and sends it; first whatever it needs, in the name of an officer. */
export async function tryOut(
  page: Page,
  { line, officerFirst }: Suggestion,
  type: (text: string) => void,
): Promise<void> {
  page.change({ tried: new Set(page.state.tried).add(line) });
  const officerId = officerIn(page.state);
  if (officerFirst !== undefined && officerId !== page.state.userId) {
    await run({ userId: officerId, channelId: page.state.channelId, text: officerFirst }).catch(() => {});
  } else if (officerFirst !== undefined && !(await typed(page, officerFirst, type))) return;
  await typed(page, line, type);
}

/** False when somebody has typed on meanwhile. */
async function typed(page: Page, line: string, type: (text: string) => void): Promise<boolean> {
  type(`${line} `);
  const { draft } = page.state.composer;
  await new Promise((resolve) => setTimeout(resolve, SEEN_AFTER_MS));
  if (page.state.composer.draft !== draft) return false;
  await sendLine(page);
  return true;
}

/** The acting person, unless only somebody else has the rank for it here. */
function officerIn({ world, channelId, userId }: State): string {
  const guild = guildOf(world, channelId);
  const officers = world.people.filter(({ id, rolesByGuild }) => {
    const roles = rolesByGuild[guild?.id ?? ""] ?? [];
    return id === guild?.ownerId || roles.some((roleId) => roleName(world, roleId) === OFFICER);
  });
  return officers.some(({ id }) => id === userId) ? userId : (officers[0]?.id ?? userId);
}
