import { html, type TemplateResult } from "lit-html";

const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

export const eyeIcon = icon(
  "M12 5c5 0 9 4.5 10 7-1 2.5-5 7-10 7S3 14.500 2 12c1-2.500 5-7 10-7zm0 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zm0 2a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z",
);
export const linkIcon = icon(
  "M14 3h7v7h-2V6.400l-8.300 8.300-1.400-1.400L17.600 5H14V3zM5 5h6v2H5v12h12v-6h2v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z",
);
export const chevronIcon = icon("M5.300 8.300 12 15l6.700-6.700 1.400 1.400L12 17.800 3.900 9.700z");
export const menuIcon = icon("M3 6h18v2H3zm0 5h18v2H3zm0 5h18v2H3z");
export const sendIcon = icon("M3 4.500 21.500 12 3 19.500 5.500 13l9-1-9-1z");
export const closeIcon = icon(
  "M6.400 5 12 10.600 17.600 5 19 6.400 13.400 12l5.600 5.600-1.400 1.400-5.600-5.600L6.400 19 5 17.600l5.600-5.600L5 6.400z",
);
export const clockIcon = icon(
  "M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm0 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm-1 3h2v4.600l3.200 3.200-1.400 1.400L11 12.400z",
);
export const themeIcon = icon("M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2v14a7 7 0 0 0 0-14z");
export const warnIcon = icon("M12 2a10 10 0 1 1 0 20 10 10 0 0 1 0-20zm-1 5v7h2V7zm0 8.500v2h2v-2z");
export const megaphoneIcon = icon(
  "M19 3v15l-8-3.500V17a3 3 0 0 1-6 0v-3H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2h6zm-2 3.100L10.500 9H4v3h6.500l6.500 2.900zM7 14v3a1 1 0 0 0 2 0v-3zm14-6v5a2.500 2.500 0 0 0 0-5z",
);
export const threadIcon = icon(
  "M6 3h2v9a3 3 0 0 0 3 3h5.200l-2.600-2.600L15 11l5 5-5 5-1.400-1.400 2.600-2.600H11a5 5 0 0 1-5-5z",
);
export const ideaIcon = icon(
  "M12 2a7 7 0 0 1 4 12.700V17H8v-2.300A7 7 0 0 1 12 2zm0 2a5 5 0 0 0-2.500 9.300l.500.300V15h4v-1.400l.500-.300A5 5 0 0 0 12 4zM9 19h6v2H9z",
);
export const toolsIcon = icon(
  "M14.700 3.300a6 6 0 0 1 6 7.500 6 6 0 0 1-6.900 4.100L7.700 21 3 16.300l6.100-6.100a6 6 0 0 1 7.400-6.800L13 7l.800 3.200L17 11l3.500-3.500M7.700 18.200l6-6-1.900-1.900-6 6z",
);
export const codeIcon = icon(
  "M8.700 7.300 4 12l4.700 4.700 1.400-1.400L6.800 12l3.300-3.300zm6.600 0-1.400 1.400 3.300 3.300-3.300 3.300 1.400 1.400L20 12z",
);
export const hashIcon = icon(
  "M10.600 3 10 7.500h4.500L15.100 3h2l-.600 4.500H20v2h-3.800l-.700 5H19v2h-3.800L14.600 21h-2l.600-4.500H8.700L8.100 21h-2l.600-4.500H3.500v-2H7l.700-5H4.500v-2H8L8.600 3zM9.700 9.500l-.700 5h4.500l.700-5z",
);
export const shieldIcon = icon("M12 2 4 5v6c0 5 3.400 9.300 8 11 4.600-1.700 8-6 8-11V5z");
export const fileIcon = icon(
  "M6 2h8l5 5v13a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zm7 1.500V8h4.500zM8 12v1.500h8V12zm0 4v1.500h8V16z",
);
export const mailIcon = icon(
  "M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
);
