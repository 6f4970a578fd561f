import { trimmed, visibleText } from "../readers/visible.js";

/** The text in an element as a reader sees it. An element with text alone gives it as it stands. */
export function lightText(element: Element): string {
  return element.childElementCount === 0 ? trimmed(element.textContent ?? "") : visibleText(element);
}
