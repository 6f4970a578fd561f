/** Reads a text file, or says why it is none. */

/** Largest text that the page takes, in bytes. */
export const LIMIT = 5_000_000;

export type FileText = { text: string } | { refused: string };

/** The text of a file's bytes: UTF-8, UTF-16 with its mark, else Windows-1252. */
export function textOf(name: string, bytes: Uint8Array): FileText {
  const refused = refusal(bytes);
  if (refused) return { refused: `${name} ${refused}` };
  const text = decode(bytes).replace(/^\uFEFF/, "");
  if (text.trim() === "") return { refused: `${name} is empty.` };
  return { text };
}

/** The text of a file that was opened or dropped. */
export async function readFile(file: File): Promise<FileText> {
  if (file.size > LIMIT) return { refused: tooLarge(file.name, file.size) };
  try {
    return textOf(file.name, new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { refused: `${file.name} could not be read. It may have been moved, or be a folder.` };
  }
}

/** Says that a text is too large. */
export function tooLarge(name: string, bytes: number): string {
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${name} has ${megabytes} MB; at most ${LIMIT / 1_000_000} MB can be read. Paste the part that matters.`;
}

const PASTE = "Open it in its own program, copy the text and paste it here.";

function refusal(bytes: Uint8Array): string | null {
  const starts = (...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46)) return `is a PDF. ${PASTE}`;
  if (starts(0x50, 0x4b, 3, 4)) return `is a Word, OpenDocument or zip file. ${PASTE}`;
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return `is an old Word file. ${PASTE}`;
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return `is an RTF file. ${PASTE}`;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1000)).trimStart().toLowerCase();
  if (head.startsWith("<!doctype html") || head.startsWith("<html")) return `is a web page. Open it in a browser, copy the article and paste it here.`;
  if (!marked16(bytes) && bytes.subarray(0, 100_000).some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32))) {
    return "is no text file: a picture, a recording or a program, perhaps. Choose a file that ends in .txt.";
  }
  return null;
}

function marked16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function decode(bytes: Uint8Array): string {
  const wide = marked16(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
