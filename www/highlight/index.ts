/** Paints marks over a host's own DOM with CSS Custom Highlights: no node of it is touched. */

import { KINDS, type Kind } from "../elements/kinds.js";
import { type Span, spansOf } from "../elements/spans.js";
import { type Article, NewsmarkError } from "../engine/index.js";
import { adopt, styles } from "./styles.js";
import { type HostText, hostText, rangeOf } from "./text.js";

export interface PainterOptions {
  /** The kinds that are painted; all unless told. */
  kinds?: readonly Kind[];
  /** `false`: the host styles `::highlight(newsmark-person)` and the others itself. */
  styled?: boolean;
}

/** The name of a kind's highlight, for `::highlight()`. */
export function highlightName(kind: Kind): string {
  return `newsmark-${kind}`;
}

/** Whether this browser has CSS Custom Highlights. */
export function canHighlight(): boolean {
  return typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";
}

/** Paints the marks of one article over the DOM below `root`. Several painters may paint in one page. */
export class Painter {
  readonly #root: Node;
  readonly #kinds: readonly Kind[];
  readonly #unstyle: () => void;
  #host: HostText;
  #spans: readonly Span[] = [];
  /** What this painter has painted, by kind. */
  readonly #painted = new Map<Kind, AbstractRange[]>();

  constructor(root: Node, { kinds = KINDS.map(({ kind }) => kind), styled = true }: PainterOptions = {}) {
    this.#root = root;
    this.#kinds = kinds;
    this.#host = hostText(root);
    const home = root.getRootNode();
    const stylable = styled && canHighlight() && (home instanceof Document || home instanceof ShadowRoot);
    this.#unstyle = stylable ? adopt(home, styles((kind) => `::highlight(${highlightName(kind)})`)) : () => {};
  }

  /** The text below the root, for `annotate`. */
  get text(): string {
    return this.#host.text;
  }

  /** Reads the DOM again after the host has changed it, and gives its text; what was painted goes. */
  refresh(): string {
    this.clear();
    this.#host = hostText(this.#root);
    return this.text;
  }

  /** Paints a result of `text`, in place of what was painted before. */
  paint(article: Article): void {
    if (article.offsetUnit !== "utf16" || article.length !== this.text.length) {
      throw new NewsmarkError("bad-option", `The result is not of this text: it counts ${article.length} ${article.offsetUnit} units, the text has ${this.text.length} in UTF-16.`);
    }
    this.clear();
    this.#spans = spansOf(article).filter(({ kind }) => this.#kinds.includes(kind));
    if (!canHighlight()) return;
    for (const { kind, start, end } of this.#spans) {
      const range = rangeOf(this.#host.pieces, start, end);
      if (!range) continue;
      highlightOf(kind).add(range);
      this.#painted.set(kind, [...(this.#painted.get(kind) ?? []), range]);
    }
  }

  /** Ids of the marks at a place of the text, the innermost first. */
  idsAt(offset: number): string[] {
    const over = this.#spans.filter(({ start, end }) => start <= offset && offset < end);
    return [...new Set(over.sort((a, b) => a.end - a.start - (b.end - b.start)).map(({ id }) => id))];
  }

  /** Ids of the marks under a point of the window, the innermost first. */
  idsAtPoint(x: number, y: number): string[] {
    const caret = caretAt(x, y);
    const piece = caret && this.#host.pieces.find(({ node }) => node === caret.node);
    if (!caret || !piece) return [];
    // The caret stands before or behind the character under the point.
    const at = [caret.offset, caret.offset - 1].find((offset) => covers(piece.node, offset, x, y));
    return at === undefined ? [] : this.idsAt(piece.start + at);
  }

  /** Takes away what this painter has painted, and nothing else. */
  clear(): void {
    for (const [kind, ranges] of this.#painted) {
      const highlight = highlightOf(kind);
      for (const range of ranges) highlight.delete(range);
      if (highlight.size === 0) CSS.highlights.delete(highlightName(kind));
    }
    this.#painted.clear();
    this.#spans = [];
  }

  /** Takes away what was painted and its styles. */
  dispose(): void {
    this.clear();
    this.#unstyle();
  }
}

/** The page's highlight of a kind, which painters share. */
function highlightOf(kind: Kind): Highlight {
  const name = highlightName(kind);
  const known = CSS.highlights.get(name);
  if (known) return known;
  const highlight = new Highlight();
  highlight.priority = KINDS.findIndex((row) => row.kind === kind);
  CSS.highlights.set(name, highlight);
  return highlight;
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** Whether the character at an offset of a node lies under a point. */
function covers(node: Text, offset: number, x: number, y: number): boolean {
  if (offset < 0 || offset >= node.length) return false;
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  return [...range.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
}
