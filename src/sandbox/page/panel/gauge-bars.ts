import { html, nothing, type TemplateResult } from "lit-html";
import { cssVars } from "../css-vars.ts";
import type { Gauge } from "./gauges.ts";

export function gaugeBars(gauges: readonly Gauge[]): TemplateResult | typeof nothing {
  return gauges.length === 0 ? nothing : html`<ul class="gauges">${gauges.map(bar)}</ul>`;
}

function bar({ name, used, most }: Gauge): TemplateResult {
  const isOver = used > most;
  return html`<li class=${isOver ? "over" : ""} ${cssVars({ "--part": `${Math.min(100, (used / most) * 100)}%` })}>
    <span>${name}</span><span class="count">${used.toLocaleString("en")} of ${most.toLocaleString("en")}${isOver ? " — too many" : ""}</span>
  </li>`;
}
