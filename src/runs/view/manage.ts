import {
  type APIActionRowComponent,
  type APIInteractionResponse,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ComponentType,
} from "discord-api-types/v10";
import { WHEN_LENGTH } from "../../time/when.ts";
import { type ButtonFace, buttonRows, select, text } from "../../ui/card.ts";
import { customId } from "../../ui/custom-id.ts";
import { form, lineField } from "../../ui/form.ts";
import { limits } from "../../ui/limits.ts";
import { mention } from "../../ui/pieces.ts";
import { escapeText } from "../../ui/text.ts";
import { timestamp } from "../../ui/times.ts";
import { userSelect } from "../../ui/user-select.ts";
import { writeRoles } from "../role-words.ts";
import { type Run, runLimits, seated, waiting } from "../run.ts";
import { type Followers, repeats } from "../series-hour.ts";
import { manageTexts as say } from "../text/manage.ts";
import { roleNames } from "../text/words.ts";

/** Everything a leader may do, on a card that only they see. `notice` tells what has just been done. */
export function managePanel(
  run: Run,
  notice?: string,
  offered: readonly ButtonFace[] = [],
): APIMessageTopLevelComponent[] {
  const { runId, state } = run;
  const id = (action: string) => customId("lfg", action, runId);
  const departed = run.departed === undefined ? [] : [say.departed(run.departed)];
  const lines = [say.heading(escapeText(run.title)), notice ?? say.states[state], ...departed];
  const menus =
    state === "over"
      ? []
      : [
          userSelect({ id: id("add"), placeholder: say.pick.add }),
          userSelect({ id: id("remove"), placeholder: say.pick.remove }),
          userSelect({ id: id("hand-over"), placeholder: say.pick.handOver }),
        ];
  return [text(lines.join("\n")), ...buttonRows(offered), ...buttonRows(deedsOf(run)), ...menus];
}

function deedsOf(run: Run): readonly ButtonFace[] {
  const { runId, state, ending } = run;
  const { buttons } = say;
  const id = (action: string) => customId("lfg", action, runId);
  const finish: ButtonFace = { id: id("finish"), label: buttons.finish };
  if (state === "over") {
    if (ending === "cancelled") return [];
    return [ending === "finished" ? { ...finish, label: buttons.finishAgain } : finish];
  }
  const line = waiting(run).length;
  const isSeries = repeats(run);
  return [
    { id: id("edit"), label: buttons.edit, style: "main" },
    ...(state === "started"
      ? []
      : [
          { id: id("lock"), label: state === "locked" ? buttons.unlock : buttons.lock },
          { id: id("start"), label: buttons.start },
        ]),
    { id: id("ping"), label: buttons.ping },
    ...(line === 0 ? [] : [{ id: id("split"), label: buttons.split(line) }]),
    ...(state === "started" ? [finish] : []),
    ...(isSeries ? [{ id: id("end-series"), label: buttons.endSeries }] : []),
    { id: id("cancel"), label: isSeries ? buttons.skip : buttons.cancel, style: "danger" },
  ];
}

/** In a custom id: the whole series is meant. */
export const ALL = "all";

/** What the runs after one that was moved do, and a button that has them do the other thing. */
export function followersNotice(
  { runId }: Run,
  { follow, nextAt, otherwise }: Followers,
): { readonly sentence: string; readonly offered: readonly ButtonFace[] } {
  const at = timestamp(nextAt, "long");
  const sentence = follow ? say.othersFollow(at) : say.othersStay(at);
  if (otherwise === undefined) return { sentence, offered: [] };
  const label = follow ? say.buttons.onlyThis : say.buttons.othersToo;
  return { sentence, offered: [{ id: customId("lfg", "follow", runId, String(otherwise)), label }] };
}

/** `when` is the start as its zone's wall clock shows it; the custom id carries it, because the run may be moved by then. */
export function editForm(run: Run, when: string): APIInteractionResponse {
  const words = say.form;
  return form({
    id: customId("lfg", "edit", run.runId, String(run.startsAt)),
    title: words.title,
    fields: [
      lineField({
        name: "when",
        label: words.when,
        help: words.whenHelp,
        value: run.isInstant ? "" : when,
        maxLength: WHEN_LENGTH,
      }),
      lineField({
        name: "seats",
        label: words.seats,
        value: String(run.seats),
        maxLength: 3,
        required: true,
      }),
      lineField({
        name: "roles",
        label: words.roles,
        help: words.rolesHelp,
        value: writeRoles(run.roles),
        maxLength: 100,
      }),
      lineField({ name: "note", label: words.note, value: run.note, maxLength: runLimits.note }),
    ],
  });
}

/** `isAll`: with the runs that would follow. */
export function cancelQuestion(run: Run, isAll: boolean): APIMessageTopLevelComponent[] {
  const others = run.signups.filter(({ userId }) => userId !== run.leaderId).length;
  const id = (action: string) => customId("lfg", action, run.runId);
  const [ask, label] = isAll
    ? [say.cancelAllAsk, say.buttons.cancelAllNow]
    : repeats(run)
      ? [say.skipAsk, say.buttons.skipNow]
      : [say.cancelAsk, say.buttons.cancelNow];
  const now = customId("lfg", "cancel-now", run.runId, ...(isAll ? [ALL] : []));
  return [
    text(ask(escapeText(run.title), others)),
    ...buttonRows([
      { id: now, label, style: "danger" },
      { id: id("keep"), label: say.buttons.keep },
    ]),
  ];
}

/** Asks who of the crew was missing: a list of absences stays short where a list of the present would not. */
export function attendanceQuestion(run: Run): APIMessageTopLevelComponent[] {
  const id = (action: string, ...more: string[]) => customId("lfg", action, run.runId, ...more);
  const crew = seated(run).map(({ userId }) => mention(userId));
  const most = Math.max(1, crew.length);
  const isLarge = crew.length > limits.selectOptions;
  const isToldBefore = isLarge && run.present !== undefined;
  return [
    text(
      [
        say.finishAsk(escapeText(run.title)),
        crew.join(" "),
        ...(isLarge ? [say.finishInParts(limits.selectOptions)] : []),
      ].join("\n"),
    ),
    userSelect({ id: id("absent"), placeholder: say.pick.missing, most }),
    ...(isToldBefore
      ? [userSelect({ id: id("absent", "too"), placeholder: say.pick.missingToo, most })]
      : []),
    ...buttonRows([{ id: id("finish-all"), label: say.buttons.allThere, style: "good" }]),
  ];
}

/** Asks what somebody brings whom the leader adds. */
export function roleForAdded(run: Run, userId: string): APIMessageTopLevelComponent[] {
  const options = run.roles.map(({ role }) => ({ label: roleNames[role], value: role }));
  const menu = select({
    id: customId("lfg", "add-as", run.runId, userId),
    placeholder: say.pick.role,
    options,
  });
  return [text(say.whichRoleFor(mention(userId))), menuRow(menu)];
}

function menuRow(menu: APIStringSelectComponent): APIActionRowComponent<APIStringSelectComponent> {
  return { type: ComponentType.ActionRow, components: [menu] };
}
