/** The text of a host's own DOM, and where each of its characters stands there. */

/** A piece of the text that one node holds. */
export interface Piece {
  node: Text;
  /** Where it begins in the text. */
  start: number;
}

export interface HostText {
  text: string;
  pieces: readonly Piece[];
}

const SKIPPED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT", "TEXTAREA", "SELECT"]);

/** Reads the text below `root`; where a block begins or ends there is an empty line, where `<br>` stands a line's end. */
export function hostText(root: Node): HostText {
  const pieces: Piece[] = [];
  let text = "";
  const apart = (gap: string) => {
    if (text !== "" && !text.endsWith(gap)) text += gap;
  };
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      if (node.data === "") return;
      pieces.push({ node, start: text.length });
      text += node.data;
      return;
    }
    if (node instanceof Element) {
      if (SKIPPED.has(node.tagName)) return;
      if (node.tagName === "BR") return void (text += "\n");
    }
    const block = node instanceof Element && node !== root && !/^(inline|contents|ruby)/.test(getComputedStyle(node).display);
    if (block) apart("\n\n");
    node.childNodes.forEach(walk);
    if (block) apart("\n\n");
  };
  walk(root);
  return { text, pieces };
}

/** Where a stretch of the text stands in the DOM; null: between its nodes. */
export function rangeOf(pieces: readonly Piece[], start: number, end: number): StaticRange | null {
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  if (!first || !last) return null;
  const [from, to] = [start - first.start, end - last.start];
  if (from > first.node.length || to > last.node.length) return null;
  return new StaticRange({ startContainer: first.node, startOffset: from, endContainer: last.node, endOffset: to });
}

/** The piece that holds an offset, else the last before it. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | null {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1] ?? null;
}
