/** Bytes to characters. */

/** What a file's first bytes say that it is written in, if they say so. */
export function isWide(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Whether there are bytes that no text has. */
export function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 100_000).some((byte) => byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32));
}

/** The characters: UTF-16 where it is marked, else UTF-8, else Windows-1252. */
export function decode(bytes: Uint8Array<ArrayBuffer>): string {
  const wide = isWide(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\uFEFF/, "");
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
