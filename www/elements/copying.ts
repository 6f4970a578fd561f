/** What goes on the clipboard: of the article its words alone, of a table a table. */

import { rangeIn, stretchIn } from "./selection.js";

/** Copies what is selected in `article` as its text, with its paragraphs and without marks. */
export function copyArticle(event: ClipboardEvent, article: Element, text: string): void {
  const selected = stretchIn(article);
  if (!selected || !event.clipboardData) return;
  const words = text.slice(selected.start, selected.end);
  const paragraphs = words.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  const lines = (paragraph: string) => escaped(paragraph.trim()).replace(/\n/g, "<br>");
  event.clipboardData.setData("text/plain", words);
  event.clipboardData.setData("text/html", paragraphs.length > 1 ? paragraphs.map((paragraph) => `<p>${lines(paragraph)}</p>`).join("") : lines(words));
  event.preventDefault();
}

/** Copies the selected rows of a table in `root`, with its heads; words within one cell are left to the browser. */
export function copyRows(event: ClipboardEvent, root: ShadowRoot): void {
  const range = liveRange(root);
  if (!range || !event.clipboardData) return;
  const table = [...root.querySelectorAll("table")].find((table) => range.intersectsNode(table));
  const cells = [...(table?.querySelectorAll("th, td") ?? [])].filter((cell) => range.intersectsNode(cell));
  if (!table || cells.length < 2) return;
  const rows = [...table.rows].filter((row) => row.parentElement === table.tHead || range.intersectsNode(row));
  const { text, html } = tableOf(rows.map((row) => [...row.cells].map((cell) => cell.textContent ?? "")));
  event.clipboardData.setData("text/plain", text);
  event.clipboardData.setData("text/html", html);
  event.preventDefault();
}

/** A table as programs take it from the clipboard: parted by tabs, and as markup; its first row are the heads. */
export function tableOf(rows: readonly (readonly string[])[]): { text: string; html: string } {
  const cells = rows.map((row) => row.map(cell));
  const row = (tag: "th" | "td", row: readonly string[]) => `<tr>${row.map((words) => `<${tag}>${escaped(words)}</${tag}>`).join("")}</tr>`;
  const [head = [], ...body] = cells;
  return {
    text: cells.map((row) => row.join("\t")).join("\n"),
    html: `<table><thead>${row("th", head)}</thead><tbody>${body.map((cells) => row("td", cells)).join("")}</tbody></table>`,
  };
}

/** On one line; what a spreadsheet would take for a formula begins with an apostrophe. */
function cell(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function liveRange(root: ShadowRoot): Range | null {
  const selected = rangeIn(root);
  if (!selected) return null;
  const range = document.createRange();
  range.setStart(selected.startContainer, selected.startOffset);
  range.setEnd(selected.endContainer, selected.endOffset);
  return range;
}
