/** The text of an office document: Word's .docx and the .odt of LibreOffice, both XML in a zip archive. */

import type { Text } from "./file.js";
import { unzipped } from "./zip.js";

/** What the elements of a format mean for its text. */
interface Format {
  part: string;
  /** Holds characters; null: every element does. */
  text: string | null;
  paragraph: ReadonlySet<string>;
  /** What an empty element stands for. */
  stands: Readonly<Record<string, string>>;
  /** Elements whose text is not the document's own. */
  skipped: ReadonlySet<string>;
}

const WORD: Format = {
  part: "word/document.xml",
  text: "w:t",
  paragraph: new Set(["w:p"]),
  stands: { "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011" },
  // The same again for old programs, and what was crossed out.
  skipped: new Set(["mc:Fallback", "w:del", "w:moveFrom", "w:pPr", "w:rPr"]),
};

const OPEN: Format = {
  part: "content.xml",
  text: null,
  paragraph: new Set(["text:p", "text:h"]),
  stands: { "text:tab": "\t", "text:line-break": "\n", "text:s": " " },
  skipped: new Set(["text:tracked-changes", "office:annotation", "text:note", "text:sequence-decls"]),
};

/** The text of a document, a paragraph apart from the next by an empty line. */
export async function officeText(bytes: Uint8Array<ArrayBuffer>): Promise<Text> {
  for (const format of [WORD, OPEN]) {
    const part = await unzipped(bytes, format.part);
    if (part) return { text: paragraphs(new TextDecoder().decode(part), format).join("\n\n") };
  }
  return { refused: (await unzipped(bytes, "[Content_Types].xml")) || (await unzipped(bytes, "mimetype")) || isWhole(bytes) ? "archive" : "damaged" };
}

/** Whether an archive has its end. */
function isWhole(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - 0x10016));
  return tail.some((byte, i) => byte === 0x50 && tail[i + 1] === 0x4b && tail[i + 2] === 5 && tail[i + 3] === 6);
}

const TAG = /<!--[\s\S]*?-->|<(\/?)([\w:.-]+)(?:"[^"<]*"|'[^'<]*'|[^<>"'])*?(\/?)>|([^<]+)/g;

function paragraphs(xml: string, { text, paragraph, stands, skipped }: Format): string[] {
  const found: string[] = [];
  let current: string | null = null;
  let depth = 0;
  let within: string | null = null;
  for (const [, closes, name = "", empty, characters] of xml.matchAll(TAG)) {
    if (characters !== undefined) {
      if (depth === 0 && current !== null && (text === null || within === text)) current += unescaped(characters);
      continue;
    }
    if (skipped.has(name) && !empty) depth += closes ? -1 : 1;
    if (depth > 0) continue;
    within = closes || empty ? null : name;
    if (current !== null && !closes && name in stands) current += stands[name];
    if (!paragraph.has(name)) continue;
    // Boxes hold paragraphs within a paragraph.
    if (current?.trim()) found.push(current.trim());
    current = closes || empty ? null : "";
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return name ? (ENTITIES[name] ?? whole) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
