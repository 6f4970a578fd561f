/** The text of a file, told by its bytes rather than by its name. */

import { decode, isBinary, isWide } from "./decode.js";
import { type Parse, pageText } from "./html.js";

/** Why a file gives no text. */
export type Refusal = "empty" | "pdf" | "old-word" | "rtf" | "archive" | "damaged" | "no-text";

export type Text = { text: string } | { refused: Refusal };

/**
 * The text of a file: plain in UTF-8, UTF-16 with its mark or Windows-1252, a web page, Markdown, or
 * a text document of an office program (.docx, .odt). What reads Markdown and documents is loaded with the first of them.
 */
export async function textOf(name: string, bytes: Uint8Array<ArrayBuffer>, parse: Parse): Promise<Text> {
  const starts = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return { refused: "pdf" };
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { refused: "old-word" };
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return { refused: "rtf" };
  if (starts(0x50, 0x4b, 3, 4)) return given((await import("./office.js")).officeText(bytes, parse));
  if (!isWide(bytes) && isBinary(bytes)) return { refused: "no-text" };
  const text = decode(bytes);
  const head = text.slice(0, 1000).trimStart().toLowerCase();
  if (/^(<\?xml[^>]*>\s*)?(<!doctype html|<html)/.test(head) || /\.x?html?$/i.test(name)) return given({ text: pageText(text, parse) });
  if (/\.(md|markdown)$/i.test(name)) return given({ text: (await import("./markdown.js")).markdownText(text, parse) });
  return given({ text });
}

function given(read: Text): Text {
  return "text" in read && read.text.trim() === "" ? { refused: "empty" } : read;
}
