/** What the reader has selected in an article, as a stretch of its text. */

import type { Stretch } from "./segments.js";

/** Longest selection that is looked at: more than that is copied, not marked. */
const LONGEST = 2_000;

/** The selected stretch within `article`, whose text is the article's and nothing else; null: there is none. */
export function selectedIn(article: Element, text: string): Stretch | null {
  const selection = getSelection();
  const root = article.getRootNode();
  if (!selection || !(root instanceof ShadowRoot)) return null;
  const [range] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? olderRanges(selection, root);
  if (!range || range.collapsed || !article.contains(range.startContainer) || !article.contains(range.endContainer)) return null;
  const start = offset(article, range.startContainer, range.startOffset);
  const end = offset(article, range.endContainer, range.endOffset);
  if (end - start > LONGEST) return null;
  const words = text.slice(start, end);
  const stretch = { start: start + words.length - words.trimStart().length, end: end - words.length + words.trimEnd().length };
  return stretch.start < stretch.end ? stretch : null;
}

function olderRanges(selection: Selection, root: ShadowRoot): AbstractRange[] {
  const own = (root as ShadowRoot & { getSelection?(): Selection | null }).getSelection?.() ?? selection;
  return own.rangeCount > 0 ? [own.getRangeAt(0)] : [];
}

function offset(article: Element, node: Node, within: number): number {
  const range = document.createRange();
  range.setStart(article, 0);
  range.setEnd(node, within);
  return range.toString().length;
}
