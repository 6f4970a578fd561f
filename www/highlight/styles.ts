/** How marks look in a host's own text: the lines of the element, by the same custom properties. */

import type { Kind } from "../elements/kinds.js";

const LOOKS: Readonly<Record<Kind, string>> = {
  quote: "background-color: var(--newsmark-quote-tint, light-dark(#faf0f5, #35222d));",
  person: "text-decoration: underline var(--newsmark-person-line, solid) var(--newsmark-person, light-dark(#0072b2, #6fbdf0)) 2px;",
  organization: "text-decoration: underline var(--newsmark-organization-line, dashed) var(--newsmark-organization, light-dark(#009e73, #3fcfa3)) 2px;",
  place: "text-decoration: underline var(--newsmark-place-line, dotted) var(--newsmark-place, currentcolor) 2px;",
  other: "text-decoration: underline var(--newsmark-other-line, dotted) var(--newsmark-other, #767676) 1px;",
  figure: "text-decoration: underline var(--newsmark-figure-line, double) var(--newsmark-figure, light-dark(#d55e00, #ff8c42)) 2px;",
};

/** The style of each kind, for what `selector` calls its marks. */
export function styles(selector: (kind: Kind) => string): string {
  return Object.entries(LOOKS)
    .map(([kind, look]) => `${selector(kind as Kind)} { ${look} }`)
    .join("\n");
}

/** Has a document or shadow root use `css`, without an element of its own; gives how to take it back. */
export function adopt(root: Document | ShadowRoot, css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
