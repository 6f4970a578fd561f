/** Draws one part of an article: its text, with a `<mark>` on every piece that is marked. */

import { type TemplateResult, html, nothing } from "lit";
import { classMap } from "lit/directives/class-map.js";
import type { Part } from "./paragraphs.js";
import { type Segment, type Stretch, segments } from "./segments.js";
import type { Span } from "./spans.js";

/** What of the article is in focus, beside its marks. */
export interface Focus {
  /** The chosen item's id. */
  id: string | null;
  /** Where it stands. */
  places: readonly Stretch[];
  /** The words that decided it. */
  evidence: readonly Stretch[];
  /** The place that was found last. */
  here: Stretch | null;
}

/** Everything that can cover a piece of text. */
type Cover = Stretch & { span?: Span; number?: boolean; focus?: "chosen" | "evidence" | "found" | "here" };

/** The text of `part` with the marks of `spans`, and what was `found` in it. */
export function marks(text: string, part: Part, spans: readonly Span[], found: readonly Stretch[], focus: Focus): TemplateResult[] {
  const covers: Cover[] = [
    ...spans.map((span) => ({ start: span.start, end: span.end, span })),
    ...spans.flatMap(({ number }) => (number ? [{ ...number, number: true }] : [])),
    ...focus.places.map(({ start, end }) => ({ start, end, focus: "chosen" as const })),
    ...focus.evidence.map(({ start, end }) => ({ start, end, focus: "evidence" as const })),
    ...found.map(({ start, end }) => ({ start, end, focus: "found" as const })),
    ...(focus.here ? [{ ...focus.here, focus: "here" as const }] : []),
  ];
  return segments(part.start, part.end, covers).map((segment) => piece(text, segment));
}

function piece(text: string, segment: Segment<Cover>): TemplateResult {
  const { start, end, spans: covers } = segment;
  const words = wrapped(text.slice(start, end));
  const spans = covers.flatMap(({ span }) => (span ? [span] : []));
  const focus = Object.fromEntries(covers.flatMap((cover) => (cover.focus ? [[cover.focus, true]] : [])));
  if (spans.length === 0) {
    if (Object.keys(focus).length === 0) return html`${words}`;
    return html`<span class=${classMap({ piece: true, ...focus })} data-start=${start}>${words}</span>`;
  }
  const top = innermost(spans);
  const drawn = Object.values(top).filter((span) => span !== null);
  const classes = {
    piece: true,
    ...focus,
    number: covers.some((cover) => cover.number),
    opens: top.quote?.start === start,
    closes: top.quote?.end === end,
    ...Object.fromEntries(drawn.flatMap((span) => [span.layer, span.kind, span.detail].map((name) => [name, true]))),
    faint: top.entity?.faint ?? false,
  };
  const parts = ["mark", ...new Set(drawn.map(({ kind }) => kind))].join(" ");
  const ids = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start)).map(({ id }) => id);
  // No white space between the tags: all text in here is the article's.
  return html`<mark class=${classMap(classes)} part=${parts} data-ids=${ids.join(" ")} data-start=${start} tabindex="-1">${words}</mark>${tag(end, spans, top.quote)}`;
}

/** Of each layer, the span that is drawn where several cover a piece. */
function innermost(spans: readonly Span[]): Record<Span["layer"], Span | null> {
  const shortest = (layer: Span["layer"]) =>
    spans.filter((span) => span.layer === layer).reduce<Span | null>((best, span) => (best && best.end - best.start <= span.end - span.start ? best : span), null);
  return { quote: shortest("quote"), entity: shortest("entity"), figure: shortest("figure") };
}

/** The tags of what ends here, outside the mark so that no line runs under them; not text. */
function tag(end: number, spans: readonly Span[], quote: Span | null): TemplateResult | typeof nothing {
  const ending = spans.filter((span) => span.end === end && span.tag !== "").reverse();
  if (ending.length === 0) return nothing;
  const classes = { tag: true, quoted: quote !== null && quote.end > end, [`of-${ending[0]!.kind}`]: true };
  return html`<span class=${classMap(classes)} part="tag" data-tag=${ending.map((span) => span.tag).join(" ")}></span>`;
}

/** Lines wrapped in the source flow on; after a hyphen at a line's end nothing is between. */
function wrapped(text: string): (string | TemplateResult)[] {
  const pieces = text.split(/(?<=\p{L}-)(\s*\n\s*)(?=\p{L})/u);
  return pieces.map((words, i) => (i % 2 === 0 ? words : html`<span class="wrap">${words}</span>`));
}
