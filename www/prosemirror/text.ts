/** The text of an editor's document, and where each of its characters stands there. */

import type { Node } from "prosemirror-model";

export interface DocText {
  text: string;
  /** Pieces of the text and the positions where they begin, in order. */
  pieces: readonly { start: number; length: number; position: number }[];
}

/** Reads the textblocks between two positions; an empty line parts them, a leaf such as a line break is a line's end. */
export function docText(doc: Node, from = 0, to = doc.content.size): DocText {
  const pieces: { start: number; length: number; position: number }[] = [];
  let text = "";
  const add = (words: string, position: number) => {
    pieces.push({ start: text.length, length: words.length, position });
    text += words;
  };
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isTextblock && text !== "") text += "\n\n";
    if (node.isText) add(node.text ?? "", position);
    else if (node.isInline && node.isLeaf) add("\n", position);
  });
  return { text, pieces };
}

/** The position of an offset; `end`: of what ends there. */
export function positionOf({ pieces }: DocText, offset: number, end = false): number | null {
  const piece = pieces.findLast(({ start }) => (end ? start < offset : start <= offset));
  if (!piece || offset > piece.start + piece.length) return null;
  return piece.position + offset - piece.start;
}
