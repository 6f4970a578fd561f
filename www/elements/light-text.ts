import { trimmed, visibleText } from "../readers/visible.js";

/** The text in an element as a reader sees it. An element with text alone gives it as it stands; on a server an element holds none. */
export function lightText(element: Element): string {
  if (typeof document === "undefined") return "";
  return element.childElementCount === 0 ? trimmed(element.textContent ?? "") : visibleText(element);
}
