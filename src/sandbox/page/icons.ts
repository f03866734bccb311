import { html, type TemplateResult } from "lit-html";
import type { IconName } from "./icon-names.ts";

const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" aria-hidden="true"><use href=${`#icon-${name}`}></use></svg>`;

export const eyeIcon = icon("eye-fill");
export const linkIcon = icon("box-arrow-up-right");
export const chevronIcon = icon("chevron-down");
export const menuIcon = icon("list");
export const sendIcon = icon("send-fill");
export const closeIcon = icon("x-lg");
export const clockIcon = icon("clock");
export const themeIcon = icon("circle-half");
export const warnIcon = icon("exclamation-circle-fill");
export const megaphoneIcon = icon("megaphone-fill");
export const threadIcon = icon("arrow-return-right");
export const ideaIcon = icon("lightbulb-fill");
export const toolsIcon = icon("tools");
export const codeIcon = icon("code-slash");
export const hashIcon = icon("hash");
export const shieldIcon = icon("shield-fill");
export const fileIcon = icon("file-earmark-text-fill");
export const mailIcon = icon("envelope-fill");
