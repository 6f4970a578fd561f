/** Lays an article out in leaves: as much of it as is drawn in one step. */

import { LONGEST, cut } from "./cut.js";
import type { Paragraph } from "./paragraphs.js";
import type { Stretch } from "./segments.js";

/** Paragraphs that are drawn together; it begins where the leaf before it ends. */
export interface Leaf extends Stretch {
  paragraphs: readonly Paragraph[];
}

/** The leaves of `text`, without a gap, in order. */
export function leaves(text: string, paragraphs: readonly Paragraph[]): Leaf[] {
  const leaves: (Leaf & { paragraphs: Paragraph[] })[] = [];
  for (const paragraph of paragraphs) {
    const last = leaves.at(-1);
    if (last && paragraph.end - last.start <= LONGEST) {
      last.paragraphs.push(paragraph);
      last.end = paragraph.end;
    } else {
      leaves.push({ start: last?.end ?? 0, end: paragraph.end, paragraphs: [paragraph] });
    }
  }
  const last = leaves.at(-1);
  if (last) last.end = text.length;
  return leaves;
}

/** The leaves of a text of which nothing is known. */
export function plainLeaves(text: string): Leaf[] {
  return cut(text, 0, text.length).map((stretch) => ({ ...stretch, paragraphs: [] }));
}
