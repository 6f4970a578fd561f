/** What the reader has selected in an article, as a stretch of its text. */

import type { Stretch } from "./segments.js";

/** Longest selection that is looked at: more than that is copied, not marked. */
const LONGEST = 2_000;

/** What is selected within `root`, or an element of it; null: nothing, or more than that. */
export function rangeIn(within: Element | ShadowRoot): AbstractRange | null {
  const selection = getSelection();
  const root = within.getRootNode();
  if (!selection || !(root instanceof ShadowRoot)) return null;
  const [range] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? olderRanges(selection, root);
  if (!range || range.collapsed || !within.contains(range.startContainer) || !within.contains(range.endContainer)) return null;
  return range;
}

/** The selected stretch within `article`, whose text is the article's and nothing else; null: there is none. */
export function stretchIn(article: Element): Stretch | null {
  const range = rangeIn(article);
  if (!range) return null;
  const [start, end] = [offset(article, range.startContainer, range.startOffset), offset(article, range.endContainer, range.endOffset)];
  return start < end ? { start, end } : null;
}

/** The selected words, without the white space around them; null: there are none, or too many to be marked. */
export function selectedIn(article: Element, text: string): Stretch | null {
  const selected = stretchIn(article);
  if (!selected || selected.end - selected.start > LONGEST) return null;
  const words = text.slice(selected.start, selected.end);
  const stretch = { start: selected.start + words.length - words.trimStart().length, end: selected.end - words.length + words.trimEnd().length };
  return stretch.start < stretch.end ? stretch : null;
}

/** Where a stretch of the article's text stands on the page. */
export function rangeOf(article: Element, { start, end }: Stretch): Range | null {
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let begun = false;
  for (let at = 0, node = texts.nextNode(); node; node = texts.nextNode()) {
    const behind = at + (node.nodeValue?.length ?? 0);
    if (!begun && start < behind) {
      range.setStart(node, start - at);
      begun = true;
    }
    if (end <= behind) {
      range.setEnd(node, end - at);
      return range;
    }
    at = behind;
  }
  return null;
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
