/** Marks that a person adds. */

import type { Article, EntityKind, HarmKind, QuoteKind, WireRange } from "../engine/index.js";
import type { Correction } from "./correction.js";
import { entityNamed, nextId } from "./names.js";

/** The rule of a mark that no rule made. */
export const BY_HAND = "corrections/by-hand";

/** Adds the mark of a correction, of a name wherever its words stand if asked; gives the ids of what is new. */
export function addMark(draft: Article, text: string, at: WireRange, { layer, kind, everywhere }: Correction): string[] {
  switch (layer) {
    case "mention":
      return (everywhere ? sameWords(text, at) : [at]).flatMap((place) => addMention(draft, text, place, kind as EntityKind));
    case "quote":
      return [addQuote(draft, text, at, kind as QuoteKind)];
    case "figure":
      return [addFigure(draft, text, at, kind as HarmKind)];
  }
}

function addMention(draft: Article, text: string, at: WireRange, kind: EntityKind): string[] {
  const there = draft.mentions.find(({ start, end }) => start === at.start && end === at.end);
  if (there && there.origin !== "rejected") return [];
  const entity = entityNamed(draft, text, kind, text.slice(at.start, at.end));
  const id = nextId("m", draft.mentions);
  draft.mentions.push({ id, ...at, entity: entity.id, kind, form: "name", certainty: "stated", origin: "added", rule: BY_HAND });
  return [id];
}

function addQuote(draft: Article, text: string, at: WireRange, kind: QuoteKind): string {
  const id = nextId("q", draft.quotes);
  const marked = /["“«„‘']$/.test(text.slice(0, at.start).slice(-1)) && /^["”»“’']/.test(text.slice(at.end, at.end + 1));
  draft.quotes.push({ id, kind, ...at, content: [{ ...at }], clause: null, marks: marked ? "paired" : "none", cue: null, speaker: null, continues: null, origin: "added", rule: BY_HAND });
  return id;
}

function addFigure(draft: Article, text: string, at: WireRange, kind: HarmKind): string {
  const id = nextId("f", draft.figures);
  const digits = /\d[\d,. \u00a0\u202f]*\d|\d/.exec(text.slice(at.start, at.end));
  const number = digits ? { start: at.start + digits.index, end: at.start + digits.index + digits[0].length } : { ...at };
  const count = digits ? Number(digits[0].replace(/\D/g, "")) : null;
  draft.figures.push({
    id, kind, ...at, number, cue: [], low: count, high: count, bound: count === null ? "vague" : "exact",
    victims: null, side: null, source: null, hedged: false, date: null, place: null, origin: "added", rule: BY_HAND,
  });
  return id;
}

/** All places of the words at `at` that are words of their own. */
function sameWords(text: string, at: WireRange): WireRange[] {
  const words = text.slice(at.start, at.end);
  const letter = /[\p{L}\p{N}]/u;
  const places: WireRange[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    if (!letter.test(text[start - 1] ?? " ") && !letter.test(text[end] ?? " ")) places.push({ start, end });
  }
  return places.some(({ start }) => start === at.start) ? places : [at, ...places];
}
