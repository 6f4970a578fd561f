/** The text of an office document: Word's .docx and the .odt of LibreOffice, both XML in a zip archive. */

import { unzipSync } from "fflate";
import type { Refusal, Text } from "./file.js";
import type { Parse } from "./html.js";

/** How much an unpacked part may have; more is an accident or an attack. */
const LARGEST = 100_000_000;

/** Short names of the namespaces whose elements mean something for the text. */
const NAMESPACES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
  "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
  "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
};

/** What the elements of a format mean for its text. */
interface Format {
  /** Its parts with text: the document itself, then notes. */
  parts: readonly string[];
  /** Holds characters; null: every element does. */
  characters: string | null;
  paragraph: readonly string[];
  row: string;
  cell: string;
  /** What an empty element stands for. */
  stands: Readonly<Record<string, string>>;
  /** Stands apart, behind the paragraph that it hangs on. */
  box: string | null;
  /** A note, which goes behind the text. */
  note: string | null;
  /** Elements whose text is not the document's own. */
  skipped: readonly string[];
}

const WORD: Format = {
  parts: ["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"],
  characters: "w:t",
  paragraph: ["w:p"],
  row: "w:tr",
  cell: "w:tc",
  stands: { "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "\u2011" },
  box: "w:txbxContent",
  note: null,
  // The same again for old programs, what was crossed out, how ruby is read.
  skipped: ["mc:Fallback", "w:del", "w:moveFrom", "w:pPr", "w:rt"],
};

const OPEN: Format = {
  parts: ["content.xml"],
  characters: null,
  paragraph: ["text:p", "text:h"],
  row: "table:table-row",
  cell: "table:table-cell",
  stands: { "text:tab": "\t", "text:line-break": "\n", "text:s": " " },
  box: null,
  note: "text:note-body",
  skipped: ["text:tracked-changes", "office:annotation", "text:note-citation", "text:sequence-decls"],
};

/** The text of a document, a paragraph apart from the next by an empty line; its notes come last. */
export function officeText(bytes: Uint8Array<ArrayBuffer>, parse: Parse): Text {
  const wanted = new Set([...WORD.parts, ...OPEN.parts]);
  const names: string[] = [];
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, { filter: ({ name, originalSize }) => names.push(name) > 0 && wanted.has(name) && originalSize <= LARGEST });
  } catch {
    return { refused: "damaged" };
  }
  const format = [WORD, OPEN].find(({ parts: [main = ""] }) => main in parts);
  if (!format) return { refused: refusal(names) };
  const read = format.parts.flatMap((name) => (parts[name] ? [parse(new TextDecoder().decode(parts[name]), "application/xml")] : []));
  if (read.some((part) => part.querySelector("parsererror"))) return { refused: "damaged" };
  return { text: read.map((part) => new Reading(format).of(part)).filter((text) => text !== "").join("\n\n") };
}

/** Why an archive without a text in it is none: another kind of archive, or a document that is far too large. */
function refusal(names: readonly string[]): Refusal {
  return names.some((name) => name === WORD.parts[0] || name === OPEN.parts[0]) ? "damaged" : "archive";
}

/** Reads one part of a document. */
class Reading {
  readonly #format: Format;
  readonly #done: string[] = [];
  /** Boxes that hang on what is being read. */
  #boxes: string[] = [];
  readonly #notes: string[] = [];

  constructor(format: Format) {
    this.#format = format;
  }

  of(part: Document): string {
    this.#blocks(part.documentElement);
    return [...this.#done, ...this.#notes].join("\n\n");
  }

  /** Paragraphs and rows, wherever they stand. */
  #blocks(parent: Element): void {
    const { skipped, paragraph, row } = this.#format;
    for (const child of parent.children) {
      const name = nameOf(child);
      if (skipped.includes(name)) continue;
      if (paragraph.includes(name)) this.#add(this.#words(child));
      else if (name === row) this.#add(this.#row(child));
      else this.#blocks(child);
    }
  }

  #add(text: string): void {
    const found = [text.trim(), ...this.#boxes].filter((one) => one !== "");
    this.#boxes = [];
    this.#done.push(...found);
  }

  /** The cells of a row stand on one line, unless they lay out a page. */
  #row(row: Element): string {
    const cells = [...row.children].filter((child) => nameOf(child) === this.#format.cell).map((cell) => this.#apart(cell));
    return cells.some((cell) => cell.includes("\n")) ? cells.filter((cell) => cell !== "").join("\n\n") : cells.join("\t");
  }

  /** The text of what stands for itself within the document. */
  #apart(element: Element): string {
    const inner = new Reading(this.#format);
    inner.#blocks(element);
    this.#notes.push(...inner.#notes);
    return inner.#done.join("\n\n");
  }

  /** The words of a paragraph, or of a part of one. */
  #words(parent: Element): string {
    const { skipped, stands, characters, box, note } = this.#format;
    let words = "";
    for (const child of parent.childNodes) {
      if (isText(child) && (characters === null || nameOf(parent) === characters)) words += child.nodeValue;
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      const name = nameOf(element);
      if (skipped.includes(name) || isHidden(element)) continue;
      if (name === box) this.#boxes.push(this.#apart(element));
      else if (name === note) this.#notes.push(this.#apart(element));
      else words += stands[name] ?? this.#words(element);
    }
    return words;
  }
}

function isText({ nodeType }: Node): boolean {
  return nodeType === 3 || nodeType === 4;
}

function nameOf({ namespaceURI, localName }: Element): string {
  return `${NAMESPACES[namespaceURI ?? ""] ?? ""}:${localName}`;
}

/** Whether a run is one that Word shows to nobody. */
function isHidden(run: Element): boolean {
  if (nameOf(run) !== "w:r") return false;
  const properties = [...run.children].find((child) => nameOf(child) === "w:rPr");
  return [...(properties?.children ?? [])].some((one) => nameOf(one) === "w:vanish" && !/^(0|false|off)$/.test(one.getAttributeNS(one.namespaceURI, "val") ?? ""));
}
