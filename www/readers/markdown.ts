/** Markdown to the text that it stands for. */

import { marked } from "marked";
import { type Parse, plain } from "./html.js";
import { visibleText } from "./visible.js";

/** What a site's program is told above the text. */
const FRONT_MATTER = /^\uFEFF?---\r?\n[^]*?\n(?:---|\.\.\.)\r?\n/;

/** The text as a reader of the page that it makes sees it; lines stay lines. */
export function markdownText(source: string, parse: Parse): string {
  const html = marked.parse(source.replace(FRONT_MATTER, ""), { async: false, breaks: true });
  return visibleText(parse(plain(html), "text/html").body);
}
