import type { Page, State } from "../page.ts";

const opened = new Set<string>();

/** A form is told of twice, by the live line and by the answer to the press: who closed it between the two is not shown it again. */
export function openOnce(page: Page, { id, modal }: Pick<NonNullable<State["modal"]>, "id" | "modal">): void {
  if (opened.has(id)) return;
  opened.add(id);
  page.change({ modal: { id, modal } });
}
