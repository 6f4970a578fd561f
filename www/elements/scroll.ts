/** Brings an element into view, smoothly where it is near and the reader does not mind motion. */
export function scrollTo(element: Element, block: ScrollLogicalPosition): void {
  const far = Math.abs(element.getBoundingClientRect().top) > 4 * innerHeight;
  const still = far || matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block, inline: "nearest", behavior: still ? "auto" : "smooth" });
}
