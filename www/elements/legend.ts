/** The legend: a switch for each kind, with a sample of its line and how many there are. */

import { type TemplateResult, html } from "lit";
import { KINDS, type Kind } from "./kinds.js";
import type { Look } from "./look.js";
import { words } from "./words.js";

/** Draws the switches; `toggle` is told which was used. */
export function legend(
  { kinds, counts }: Look,
  toggle: (kind: Kind) => void,
): TemplateResult {
  return html`<div class="legend" part="legend" role="group" aria-label=${words.legend}>
    ${KINDS.map(
      ({ kind }) => html`<button type="button" class="switch" data-kind=${kind} aria-pressed=${kinds.has(kind) ? "true" : "false"} @click=${() => toggle(kind)}>
        <span class="sample ${kind}" aria-hidden="true"></span>
        <span class="name">${words.kinds[kind]}</span>
        <span class="count">${counts[kind]}</span>
      </button>`,
    )}
  </div>`;
}
