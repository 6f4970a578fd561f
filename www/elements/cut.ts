/** Cuts long texts into lengths that a browser lays out in one go without a stop. */

import type { Stretch } from "./segments.js";

/** Longest stretch that is drawn at once, in UTF-16 units; a few pages of print. */
export const LONGEST = 6_000;

/** Where a cut may be, the best first: after a line, after a sentence, after a word. */
const PLACES = [/\n\s*/g, /[.!?…]["'”’»)]*\s+/g, /\s+/g];

/** Cuts `start..end` of `text` into stretches of at most `LONGEST`, without a gap. */
export function cut(text: string, start: number, end: number): Stretch[] {
  const stretches: Stretch[] = [];
  let at = start;
  while (end - at > LONGEST) {
    const next = at + lengthOf(text.slice(at, at + LONGEST));
    stretches.push({ start: at, end: next });
    at = next;
  }
  stretches.push({ start: at, end });
  return stretches;
}

/** How much of `window` to take: to the last good place in its second half. */
function lengthOf(window: string): number {
  for (const place of PLACES) {
    const last = [...window.matchAll(place)].at(-1);
    const length = last ? last.index + last[0].length : 0;
    if (length > window.length / 2) return length;
  }
  // A character of two units is not divided.
  return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}
