/** Where something stands, told by its words and surroundings, so that it is found again in an edited text. */

import type { WireRange } from "../engine/index.js";

/** A stretch of a text, with what stands around it. */
export interface Anchor extends WireRange {
  words: string;
  before: string;
  after: string;
}

/** How many characters of the surroundings are kept on each side. */
const AROUND = 32;
/** How many characters of them must be the same, of those that there were, for a place to be taken for the old one. */
const ENOUGH = 10;
/** Words this long that stand once in the text need no surroundings. */
const TELLING = 12;
/** How many places of the same words are compared. */
const PLACES = 5_000;

export function anchorOf(text: string, { start, end }: WireRange): Anchor {
  return { start, end, words: text.slice(start, end), before: text.slice(Math.max(0, start - AROUND), start), after: text.slice(end, end + AROUND) };
}

/** Where the anchored words stand in `text` by now; null where that can't be told. */
export function place(text: string, anchor: Anchor): WireRange | null {
  const { words, before, after } = anchor;
  if (words === "") return null;
  const places: { start: number; same: number; far: number }[] = [];
  for (let start = text.indexOf(words); start >= 0 && places.length < PLACES; start = text.indexOf(words, start + 1)) {
    const same = sameEnd(text.slice(Math.max(0, start - AROUND), start), before) + sameStart(text.slice(start + words.length, start + words.length + AROUND), after);
    places.push({ start, same, far: Math.abs(start - anchor.start) });
  }
  const best = places.reduce<(typeof places)[number] | null>((a, b) => (a && (a.same > b.same || (a.same === b.same && a.far <= b.far)) ? a : b), null);
  if (!best) return null;
  const whole = before.length + after.length;
  const known = best.same >= Math.min(ENOUGH, whole) || (places.length === 1 && words.length >= TELLING);
  return known ? { start: best.start, end: best.start + words.length } : null;
}

/** How many characters at their ends two strings share. */
function sameEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function sameStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}
