/** What of an article is drawn, and where: plain data, before any element. */

import type { Article, EntityKind, Figure, HarmKind, Mention, Origin, Quote } from "../engine/index.js";
import { KIND_OF_ENTITY, type Kind, type Layer } from "./kinds.js";
import type { Stretch } from "./segments.js";
import { words } from "./words.js";

/** One stretch to draw. A quote that its cue breaks has several with one id. */
export interface Span extends Stretch {
  id: string;
  layer: Layer;
  kind: Kind;
  /** Finer kind, for a class: `killed`, `facility`, `indirect`. */
  detail: EntityKind | HarmKind | Quote["kind"];
  /** Drawn after its end; empty for what is not tagged. */
  tag: string;
  /** Drawn more lightly: it refers to a name without being one. */
  faint: boolean;
  /** Where the number stands, in a figure. */
  number: Stretch | null;
}

/** All that can be drawn of `article`, in text order, the longer first where two begin together. */
export function spansOf(article: Article): Span[] {
  const spans = [
    ...article.mentions.filter((mention) => mention.origin !== "rejected").map(ofMention),
    ...article.quotes.filter((quote) => quote.origin !== "rejected" && quote.kind !== "term").flatMap(ofQuote),
    ...article.figures.filter((figure) => figure.origin !== "rejected").map(ofFigure),
  ];
  return spans.sort((a, b) => a.start - b.start || b.end - a.end);
}

function ofMention({ id, start, end, kind, form, origin }: Mention): Span {
  const faint = form === "pronoun" || form === "description";
  const tag = form === "pronoun" ? "" : tagOf(words.tags[kind], origin);
  return { id, start, end, layer: "entity", kind: KIND_OF_ENTITY[kind], detail: kind, tag, faint, number: null };
}

function ofQuote({ id, start, end, kind, content, origin }: Quote): Span[] {
  const stretches = content.length > 0 ? content : [{ start, end }];
  return stretches.map((stretch, i) => ({
    id,
    start: stretch.start,
    end: stretch.end,
    layer: "quote",
    kind: "quote",
    detail: kind,
    tag: i === stretches.length - 1 ? tagOf(words.tags.quote, origin) : "",
    faint: kind === "indirect",
    number: null,
  }));
}

function ofFigure({ id, start, end, kind, number, origin }: Figure): Span {
  return { id, start, end, layer: "figure", kind: "figure", detail: kind, tag: tagOf(words.tags[kind], origin), faint: false, number };
}

/** A tag that tells what a person has made or checked. */
function tagOf(tag: string, origin: Origin): string {
  return origin === "automatic" ? tag : `${tag}✎`;
}
