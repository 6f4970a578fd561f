const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TR UL".split(" "),
);
const SKIPPED = new Set("SCRIPT STYLE TEMPLATE NOSCRIPT".split(" "));

/**
 * The text in an element as a reader sees it: paragraphs apart by an empty line, `<br>` as a line
 * break. An element with text alone gives it as it stands.
 */
export function lightText(element: Element): string {
  if (element.childElementCount === 0) return trimLines(element.textContent ?? "");
  const parts: string[] = [];
  collect(element, parts);
  return trimLines(parts.join("").replace(/[ \t]*\n[ \t]*/g, "\n").replace(/\n{3,}/g, "\n\n"));
}

function collect(node: Node, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      parts.push((child.nodeValue ?? "").replace(/\s+/g, " "));
    } else if (child instanceof Element && !SKIPPED.has(child.tagName)) {
      if (child.tagName === "BR") {
        parts.push("\n");
      } else if (BLOCKS.has(child.tagName)) {
        parts.push("\n\n");
        collect(child, parts);
        parts.push("\n\n");
      } else {
        collect(child, parts);
      }
    }
  }
}

/** Without the empty lines and indentation that the page's source has around the text. */
function trimLines(text: string): string {
  return text.replace(/^\s*\n/, "").trim();
}
