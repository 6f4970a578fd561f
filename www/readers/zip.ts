/** One file out of a zip archive, in memory. */

/** How much an unpacked file may have; more is an accident or an attack. */
const LARGEST = 100_000_000;

/** The bytes of the file `name`; null where the archive has none or is damaged. */
export async function unzipped(archive: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const entry = find(view, name);
    return entry && (await content(archive, view, entry));
  } catch {
    return null;
  }
}

interface Entry {
  method: number;
  packed: number;
  at: number;
}

/** The directory stands at the end, behind it a comment of at most 64 KB. */
function find(view: DataView, name: string): Entry | null {
  let end = view.byteLength - 22;
  while (view.getUint32(end, true) !== 0x06054b50) {
    end -= 1;
    if (end < view.byteLength - 22 - 0xffff) return null;
  }
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (view.getUint32(at, true) !== 0x02014b50) return null;
    const [length, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number];
    const bytes = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + at + 46, length);
    if (new TextDecoder().decode(bytes) === name) {
      return { method: view.getUint16(at + 10, true), packed: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) };
    }
    at += 46 + length + extra + comment;
  }
  return null;
}

async function content(archive: Uint8Array<ArrayBuffer>, view: DataView, { method, packed, at }: Entry): Promise<Uint8Array<ArrayBuffer> | null> {
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const bytes = archive.subarray(from, from + packed);
  if (method === 0) return bytes;
  if (method !== 8) return null;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > LARGEST) {
      await reader.cancel();
      return null;
    }
    pieces.push(piece.value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}
