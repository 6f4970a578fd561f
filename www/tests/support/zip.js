// A zip archive, written by hand: what office programs put their documents in.

import { crc32 } from "./crc32.js";
import { deflateRawSync } from "node:zlib";

/**
 * An archive of `files`, packed or stored.
 * @param {Record<string, string>} files
 * @param {{ stored?: boolean, comment?: string, says?: number }} [how] `says`: the size that is told, where it is not the true one
 */
export function zip(files, { stored = false, comment = "", says } = {}) {
  /** @type {Buffer[]} */
  const locals = [];
  /** @type {Buffer[]} */
  const entries = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const bytes = Buffer.from(text);
    const packed = stored ? bytes : deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says ?? bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    entries.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  end.writeUInt16LE(comment.length, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06", "latin1"), end, Buffer.from(comment)]));
}

/**
 * A Word document of paragraphs, given as XML of their runs, with other parts beside them.
 * @param {string[]} paragraphs
 * @param {Record<string, string | undefined>} [parts]
 */
export function docx(paragraphs, parts = {}) {
  const body = paragraphs.map((runs) => `<w:p w:rsidR="00A1"><w:pPr><w:pStyle w:val="a"/></w:pPr>${runs}</w:p>`).join("");
  return zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    .../** @type {Record<string, string>} */ (parts),
  });
}

/** A run of words. @param {string} text */
export const run = (text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
