import { type APIMessageTopLevelComponent, ComponentType } from "discord-api-types/v10";
import { select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { claimTexts as say } from "../text/claim.ts";

export interface NothingLook {
  /** True in a fleet that never opened a reward. */
  readonly isFirst: boolean;
  /** Whose rewards an officer may open with a pick; missing for who is none. */
  readonly missions:
    | readonly { readonly slug: string; readonly title: string; readonly rule: string }[]
    | undefined;
  readonly officerRoleId: string | undefined;
}

/** Instead of a reward, where none is open: who opens one, and for who may, the way to it. */
export function nothingOpen({
  isFirst,
  missions,
  officerRoleId,
}: NothingLook): APIMessageTopLevelComponent[] {
  const first = isFirst ? say.noneKnown : say.noneOpen;
  if (missions === undefined) {
    const role = officerRoleId === undefined ? undefined : `<@&${officerRoleId}>`;
    return [text(`${first} ${say.askOfficer(role)}`)];
  }
  const menu = select({
    id: customId("rewards", "open-for"),
    placeholder: say.pickMission,
    options: missions.map(({ slug, title, rule }) => ({ label: title, value: slug, description: rule })),
  });
  return [text(`${first} ${say.openOne}`), { type: ComponentType.ActionRow, components: [menu] }];
}
