import { html, type TemplateResult } from "lit-html";

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/g;

/** A body as it is read best: indented where it is JSON, else as it came. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

/** Indented JSON with its names, texts and values told apart. Every part is a text node. */
export function colored(text: string): readonly (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, quoted, colon] = match;
    parts.push(text.slice(end, match.index));
    if (quoted === undefined) parts.push(html`<span class="json-value">${token}</span>`);
    else if (colon === undefined) parts.push(html`<span class="json-text">${quoted}</span>`);
    else parts.push(html`<span class="json-name">${quoted}</span>${colon}`);
    end = match.index + token.length;
  }
  return [...parts, text.slice(end)];
}
