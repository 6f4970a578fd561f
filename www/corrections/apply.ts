/** Applies corrections to what the engine made of a text. */

import type { Article, EntityKind, Figure, Mention, Quote, WireRange } from "../engine/index.js";
import { place } from "./anchor.js";
import { addMark } from "./add.js";
import type { Correction, MarkLayer } from "./correction.js";
import { entityOf, mentionAt, merge, split } from "./names.js";
import { settle } from "./settle.js";

/** An article as corrected, still in the wire format, with the corrections that found no place. */
export interface Corrected {
  article: Article;
  unplaced: Correction[];
}

type Mark = Mention | Quote | Figure;

/** Applies `log` in order. What was given is not changed. */
export function apply(article: Article, text: string, log: readonly Correction[]): Corrected {
  if (log.length === 0) return { article, unplaced: [] };
  const draft = structuredClone(article);
  const touched = new Set<string>();
  const unplaced = log.filter((correction) => !applied(draft, text, correction, touched));
  return { article: settle(draft, article, text, touched), unplaced };
}

/** Applies one correction; false where its place is no longer there. */
function applied(draft: Article, text: string, correction: Correction, touched: Set<string>): boolean {
  const at = place(text, correction.at);
  if (!at) return false;
  if (correction.change.do === "add") {
    for (const id of addMark(draft, text, at, correction)) touched.add(id);
    return true;
  }
  const mark = markAt(draft, at, correction);
  // What the engine no longer marks needs no rejection.
  if (!mark) return correction.change.do === "reject";
  const marks = correction.everywhere && isMention(mark) ? allOf(draft, text, mark) : [mark];
  const done = marks.map((each) => changed(draft, text, each, correction)).some(Boolean);
  if (done) for (const { id } of marks) touched.add(id);
  return done;
}

function marksOf(draft: Article, layer: MarkLayer): Mark[] {
  return { mention: draft.mentions, quote: draft.quotes, figure: draft.figures }[layer];
}

/** The mark that a correction is about: at its place, else the one that shares most with it. */
function markAt(draft: Article, at: WireRange, { layer, kind }: Correction): Mark | null {
  const shared = (mark: Mark) => {
    const inside = Math.min(mark.end, at.end) - Math.max(mark.start, at.start);
    const around = Math.max(mark.end, at.end) - Math.min(mark.start, at.start);
    return Math.max(0, inside / around) + (mark.kind === kind ? 0.1 : 0);
  };
  const best = marksOf(draft, layer).reduce<Mark | null>((a, b) => (a && shared(a) >= shared(b) ? a : b), null);
  return best && shared(best) > 0.5 ? best : null;
}

/** All mentions of what `mention` refers to; without that, all of the same words. */
function allOf(draft: Article, text: string, mention: Mention): Mention[] {
  const words = (range: WireRange) => text.slice(range.start, range.end);
  const same = (other: Mention) => (mention.entity === null ? words(other) === words(mention) : other.entity === mention.entity);
  return draft.mentions.filter(same);
}

function isMention(mark: Mark): mark is Mention {
  return "form" in mark;
}

function isFigure(mark: Mark): mark is Figure {
  return "bound" in mark;
}

function changed(draft: Article, text: string, mark: Mark, { change, everywhere }: Correction): boolean {
  const edited = () => {
    if (mark.origin !== "added") mark.origin = "edited";
  };
  switch (change.do) {
    case "accept":
      edited();
      if (isMention(mark)) mark.certainty = "stated";
      else if (isFigure(mark)) mark.source &&= { ...mark.source, certainty: "stated" };
      else mark.speaker &&= { ...mark.speaker, certainty: "stated" };
      return true;
    case "reject":
      mark.origin = "rejected";
      return true;
    case "kind": {
      edited();
      mark.kind = change.kind as never;
      const entity = isMention(mark) ? entityOf(draft, mark.entity) : null;
      if (entity && (everywhere || entity.mentions.length === 1)) entity.kind = change.kind as EntityKind;
      return true;
    }
    case "edges": {
      const to = place(text, change.to);
      if (!to) return false;
      edited();
      moveTo(mark, to);
      return true;
    }
    case "voice": {
      const who = change.who && place(text, change.who);
      if ((change.who && !who) || isMention(mark)) return false;
      edited();
      const mention = who && mentionAt(draft, who);
      const named = who && { ...who, mention: mention?.id ?? null, entity: mention?.entity ?? null, certainty: "stated" as const };
      if (isFigure(mark)) mark.source = named && { ...named, quote: null, cue: null };
      else mark.speaker = named;
      return true;
    }
    case "victims": {
      const who = change.who && place(text, change.who);
      if ((change.who && !who) || !isFigure(mark)) return false;
      edited();
      mark.victims = who && { ...who, entity: mentionAt(draft, who)?.entity ?? null };
      return true;
    }
    case "count":
      if (!isFigure(mark)) return false;
      edited();
      Object.assign(mark, { low: change.low, high: change.high, bound: change.bound });
      return true;
    case "merge": {
      const into = place(text, change.into);
      const other = into && mentionAt(draft, into);
      if (!other?.entity || !isMention(mark)) return false;
      edited();
      merge(draft, mark, other.entity);
      return true;
    }
    case "split":
      if (!isMention(mark)) return false;
      edited();
      split(draft, text, mark);
      return true;
    case "add":
      return false;
  }
}

/** Gives a mark other edges; its parts stay within them. */
function moveTo(mark: Mark, to: WireRange): void {
  Object.assign(mark, to);
  if (isMention(mark)) return;
  if (isFigure(mark)) {
    const { number } = mark;
    if (number.start < to.start || number.end > to.end) mark.number = { ...to };
    return;
  }
  const inside = mark.content
    .map(({ start, end }, i, all) => ({ start: i === 0 ? to.start : Math.max(start, to.start), end: i === all.length - 1 ? to.end : Math.min(end, to.end) }))
    .filter(({ start, end }) => start < end);
  mark.content = inside.length > 0 ? inside : [{ ...to }];
}

