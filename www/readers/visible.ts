/** The text of a part of a web page as a reader sees it. */

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE UL".split(" "),
);
const SKIPPED = new Set("SCRIPT STYLE TEMPLATE NOSCRIPT HEAD IFRAME OBJECT SVG VIDEO AUDIO CANVAS BUTTON SELECT TEXTAREA DEL".split(" "));

/** A picture in the place of one character, as networks draw them. */
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[0-9#*]\uFE0F?\u20E3)[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\uFE0F\u200D\u20E3]{0,12}$/u;

/** The text in an element: paragraphs apart by an empty line, `<br>` as a line break; `skip` leaves elements out. */
export function visibleText(element: Element, skip: (element: Element) => boolean = () => false): string {
  const parts: string[] = [];
  collect(element, skip, parts);
  return trimmed(parts.join("").replace(/[ \t\u00A0]*\n[ \t\u00A0]*/g, "\n").replace(/\n{3,}/g, "\n\n"));
}

/** Without the empty lines around it. */
export function trimmed(text: string): string {
  return text.replace(/^\s*\n/, "").trim();
}

function collect(node: Node, skip: (element: Element) => boolean, parts: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) {
      const text = child.nodeValue ?? "";
      parts.push(node.nodeName === "PRE" ? text : closed(text, parts.findLast((part) => part !== "")));
    } else if (child.nodeType === 1) {
      element(child as Element, skip, parts);
    }
  }
}

/** Blanks as one, and none behind another. */
function closed(text: string, before = ""): string {
  const one = text.replace(/[^\S\u00A0]+/g, " ");
  return /[^\S\u00A0]$/.test(before) ? one.replace(/^ /, "") : one;
}

function element(child: Element, skip: (element: Element) => boolean, parts: string[]): void {
  const name = child.tagName.toUpperCase();
  if (SKIPPED.has(name) || skip(child)) return;
  if (name === "BR") {
    parts.push("\n");
    return;
  }
  if (name === "IMG") {
    const alt = child.getAttribute("alt") ?? "";
    if (EMOJI.test(alt)) parts.push(alt);
    return;
  }
  if (name === "TD" || name === "TH") {
    // The cells of a row stand on one line, unless they lay out a page.
    const cell = visibleText(child, skip);
    parts.push(cell.includes("\n") ? `\n\n${cell}\n\n` : `${cell}\t`);
    return;
  }
  // Menus are rows of links, which a style sheet sets apart; a link in two pieces is one.
  const last = child.previousSibling;
  if (name === "A" && last?.nodeName === "A" && (last as Element).getAttribute("href") !== child.getAttribute("href")) parts.push(closed(" ", parts.findLast((part) => part !== "")));
  const [before, after] = name === "Q" ? ["“", "”"] : BLOCKS.has(name) ? ["\n\n", "\n\n"] : name === "TR" ? ["\n", "\n"] : ["", ""];
  parts.push(before!);
  collect(child, skip, parts);
  parts.push(after!);
}
