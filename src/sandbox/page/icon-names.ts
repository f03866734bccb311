/** The icons of the page, by their file names in bootstrap-icons. Only these go to the browser. */
export const ICON_NAMES = [
  "arrow-return-right",
  "box-arrow-up-right",
  "chevron-down",
  "circle-half",
  "clock",
  "code-slash",
  "envelope-fill",
  "exclamation-circle-fill",
  "eye-fill",
  "file-earmark-text-fill",
  "hash",
  "lightbulb-fill",
  "list",
  "megaphone-fill",
  "send-fill",
  "shield-fill",
  "tools",
  "x-lg",
] as const;

export type IconName = (typeof ICON_NAMES)[number];
