/** A small chart of one claim: from the lowest to the highest count, a bar a source. */

import { type SVGTemplateResult, type TemplateResult, html, nothing, svg } from "lit";
import type { Figure } from "../engine/index.js";
import type { Lookup } from "../engine/lookup.js";
import type { Bar } from "./claim-rows.js";
import { figureText } from "./format.js";
import { NOBODY } from "./voices.js";
import { words } from "./words.js";

/**
 * Each line is a source, its bar and its count in words: the bar repeats what the words say, so it
 * is not read aloud. Shapes, not colours, tell the bounds: a dot is one number, a ring about one, a
 * line between ticks a range, an arrow an open end.
 */
export function chart(lookup: Lookup, label: string, bars: readonly Bar[]): TemplateResult {
  const figures = bars.flatMap((bar) => bar.figures.slice(0, 1));
  const top = Math.max(1, ...figures.flatMap(({ low, high }) => [low ?? 0, high ?? 0]));
  const open = figures.some(({ high }) => high === null);
  return html`<ul class="chart" aria-label=${label}>
    ${bars.map(({ source, figures }) => {
      const figure = figures[0]!;
      return html`<li class="bar" data-id=${figure.id}>
        <span class="who" dir="auto">${source === NOBODY ? html`<span>${words.noSource}</span>` : source}${figure.victims ? html` <span>· ${lookup.words(figure.victims)}</span>` : nothing}</span>
        <svg aria-hidden="true">${shape(figure, open ? top * 1.15 : top)}</svg>
        <span class="value">${figureText(figure)}${figures.length > 1 ? words.claims.times(figures.length) : ""}</span>
      </li>`;
    })}
  </ul>`;
}

/** Places are shares of the width, with room at both ends for what is drawn there. */
function shape({ low, high, bound }: Figure, top: number): SVGTemplateResult {
  const at = (value: number) => `${(4 + (92 * value) / top).toFixed(2)}%`;
  const from = at(low ?? 0);
  const to = high === null ? "98%" : at(high);
  const axis = svg`<line class="axis" x1="2%" x2="98%" y1="50%" y2="50%"></line>`;
  if (low === high) return svg`${axis}<circle class=${bound === "approx" ? "ring" : "dot"} cx=${from} cy="50%" r="5"></circle>`;
  return svg`${axis}<line class=${bound === "vague" || bound === "approx" ? "line loose" : "line"} x1=${from} x2=${to} y1="50%" y2="50%"></line>${end(from, low === null ? "left" : "tick")}${end(to, high === null ? "right" : "tick")}`;
}

const ENDS = { tick: "M0 -6V6", right: "M-6 -5L0 0L-6 5", left: "M6 -5L0 0L6 5" };

function end(x: string, kind: keyof typeof ENDS): SVGTemplateResult {
  return svg`<svg x=${x} y="50%" overflow="visible"><path class="end" d=${ENDS[kind]}></path></svg>`;
}
