import { type Annotator, createAnnotator } from "newsmark";
import { exportArticle } from "newsmark/exporters";
import { trusted } from "./trusted.js";

/**
 * The engine of the single file, which holds worker and WebAssembly in itself. A file opened from
 * disk may start a worker only from a blob, and only a classic one.
 */
export function pageAnnotator(): Annotator {
  let workerUrl = "";
  const wasm = async () => {
    const [bytes, script] = await Promise.all([unpacked("newsmark-wasm"), unpacked("newsmark-worker")]);
    workerUrl = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    return bytes;
  };
  return createAnnotator({ wasm, worker: () => new Worker(trusted(workerUrl)) });
}

/** Exports of the single file: their WebAssembly is in it, too. */
export const pageExport: typeof exportArticle = (article, format, options) =>
  exportArticle(article, format, { wasm: () => unpacked("newsmark-export-wasm"), ...options });

/** Data in the page: gzip in base64. Decoded by hand, as the page's policy forbids every request. */
async function unpacked(id: string): Promise<ArrayBuffer> {
  const packed = atob(document.getElementById(id)?.textContent?.trim() ?? "");
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
