/** Moves an edge of a mark by a word. */

import type { Stretch } from "./segments.js";

const WORD = /[\p{L}\p{N}\p{M}'’.,-]*[\p{L}\p{N}\p{M}]|\S/gu;
/** How far a word may be. */
const REACH = 120;

/** The stretch with its start or end at the next or previous end of a word; null where it would be empty or leave the text. */
export function movedEdge(text: string, { start, end }: Stretch, edge: "start" | "end", by: 1 | -1): Stretch | null {
  const at = edge === "start" ? start : end;
  const from = Math.max(0, at - REACH);
  const words = [...text.slice(from, at + REACH).matchAll(WORD)].map(({ index, 0: word }) => ({ start: from + index, end: from + index + word.length }));
  const stops = words.map((word) => word[edge]);
  const to = by > 0 ? stops.find((stop) => stop > at) : stops.findLast((stop) => stop < at);
  if (to === undefined) return null;
  const moved = edge === "start" ? { start: to, end } : { start, end: to };
  return moved.start < moved.end ? moved : null;
}
