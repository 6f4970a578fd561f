/** The readable text of a web page, or of a piece of one on the clipboard. */

import { visibleText } from "./visible.js";

/** What goes along with an article without being of it. */
const ALONGSIDE = new Set("NAV ASIDE FOOTER DIALOG".split(" "));
/** What nobody copies on purpose who copies more than it. */
const MENUS = new Set(["NAV", "DIALOG"]);

/** Makes a document of markup without running it, as `DOMParser` does. */
export type Parse = (markup: string, type: "text/html" | "application/xml") => Document;

const TAG = /<[a-z](?:[^"'>]|"[^"]{0,9999}"|'[^']{0,9999}'){0,9999}>/gi;

/** Markup without styles and handlers, which a page's policy would stop, and report: they are data here. */
export function plain(html: string): string {
  return html.replace(/<(\/?)style\b/gi, "<$1script").replace(TAG, (tag) => tag.replace(/\s(on[a-z]+|style)(?=\s*=)/gi, " data-$1"));
}

/** The article of a page: its headline and paragraphs, without what stands around it. */
export function pageText(html: string, parse: Parse): string {
  const page = parse(plain(html), "text/html");
  const main = mainPart(page);
  const text = visibleText(main, (element) => ALONGSIDE.has(element.tagName) || isBar(element) || isHidden(element));
  if (main === page.body || main.querySelector("h1")) return text;
  const headline = page.querySelector("h1");
  return headline ? `${visibleText(headline, isHidden)}\n\n${text}` : text;
}

/** The text of what was copied: its markup tells paragraphs better than the plain text, except for code. */
export function pastedText(words: string, html: string, parse: Parse): string {
  if (html === "") return words;
  const { body } = parse(plain(html), "text/html");
  const code = body.querySelector('[data-style*="white-space: pre"], [data-style*="white-space:pre"]');
  const structured = body.querySelector("p, br, li, h1, h2, h3, h4, blockquote, td, div + div");
  if (code || !structured) return words;
  return visibleText(body, (element) => MENUS.has(element.tagName) || isBar(element) || isOfWord(element) || isHidden(element)) || visibleText(body, isHidden) || words;
}

/** What Word puts between an article's words: bullets, and comments with what refers to them. */
function isOfWord(element: Element): boolean {
  return /mso-list:\s*ignore|mso-element:\s*comment|mso-hide:\s*all/i.test(element.getAttribute("data-style") ?? "") || element.classList.contains("MsoCommentReference");
}

/** The part that holds most of the page's paragraphs, if one does; else all of it. */
function mainPart(page: Document): Element {
  const length = (part: Element) => [...part.querySelectorAll("p")].reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
  const parts = [...page.querySelectorAll('[itemprop="articleBody"], article, main, [role="main"]')];
  const whole = length(page.body);
  const holding = parts.filter((part) => length(part) >= whole * 0.6);
  // The innermost of those that hold as much: an article within <main>.
  return holding.sort((a, b) => length(b) - length(a) || (a.contains(b) ? 1 : -1))[0] ?? page.body;
}

/** The bar over a page: a header of links alone. */
function isBar(element: Element): boolean {
  if (element.tagName !== "HEADER") return false;
  const links = [...element.querySelectorAll("a, button")];
  const letters = ({ textContent }: Element) => (textContent ?? "").replace(/\s+/g, "").length;
  return links.length > 1 && links.reduce((sum, link) => sum + letters(link), 0) >= letters(element);
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute("data-style") ?? "";
  return element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true" || /display:\s*none|visibility:\s*hidden/i.test(style);
}
