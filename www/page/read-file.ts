/** Reads what the reader gives: files, the clipboard, what is dropped. Says why where there is no text in it. */

import { pastedText, textOf } from "newsmark/readers";
import { PAGE as words } from "newsmark/words";
import { inert } from "./trusted.js";

/** Largest text that the page takes, in bytes. */
export const LIMIT = 5_000_000;
/** Largest file that is opened for its text: pages and documents hold more than that. */
const LARGEST_FILE = 40_000_000;

export type FileText = { text: string } | { refused: string };

/** The text of a file that was opened or dropped. */
export async function readFile(file: File): Promise<FileText> {
  const { refused } = words;
  if (file.size > LARGEST_FILE) return { refused: tooLarge(file.name, file.size) };
  try {
    const read = await textOf(file.name, new Uint8Array(await file.arrayBuffer()), inert);
    if ("refused" in read) return { refused: refused[read.refused](file.name) };
    return read.text.length > LIMIT ? { refused: tooLarge(file.name, read.text.length) } : read;
  } catch {
    return { refused: refused.gone(file.name) };
  }
}

/** The text of what is pasted or dropped, with the paragraphs that its markup tells. */
export function transferred(data: DataTransfer | null): string {
  return piece(data?.getData("text/plain") ?? "", data?.getData("text/html") ?? "");
}

/** The text on the clipboard; rejects where the browser does not let the page. */
export async function clipboardText(): Promise<string> {
  // The first item alone: others are the same in other forms.
  const [item] = (await navigator.clipboard.read?.()) ?? [];
  if (!item) return navigator.clipboard.readText();
  const of = async (type: string) => (item.types.includes(type) ? (await item.getType(type)).text() : "");
  return piece(await of("text/plain"), await of("text/html"));
}

function piece(plain: string, html: string): string {
  return pastedText(plain, html.length > LARGEST_FILE ? "" : html, inert);
}

/** Says that a text is too large. */
export function tooLarge(name: string, bytes: number): string {
  return words.tooLarge(name, (bytes / 1_000_000).toFixed(1), LIMIT / 1_000_000);
}
