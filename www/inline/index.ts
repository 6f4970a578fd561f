/** The engine with its WebAssembly and its worker in the script itself: for pages that may ask for nothing, and files from disk. */

import type { Annotator, AnnotatorOptions } from "../engine/index.js";
import { annotatorOf } from "../engine/make.js";
import { type ExportOptions, type Exported, type ExportFormat, exportArticle as write } from "../exporters/index.js";
import type { Article } from "../engine/wire.js";
import { EXPORTERS } from "./packed/exporters.js";
import { WASM } from "./packed/wasm.js";
import { WORKER } from "./packed/worker.js";

/** Makes an annotator that asks for nothing; dispose of it when done. */
export function createAnnotator(options: AnnotatorOptions = {}): Annotator {
  return annotatorOf({ wasm: engineWasm, worker: blobWorker }, options);
}

/** Writes a result in another format and asks for nothing; see `newsmark/exporters`. */
export function exportArticle(article: Article, format: ExportFormat, options: ExportOptions = {}): Promise<Exported> {
  return write(article, format, { wasm: exportersWasm, ...options });
}

const engineWasm = (): Promise<ArrayBuffer> => unpacked(WASM);
const exportersWasm = (): Promise<ArrayBuffer> => unpacked(EXPORTERS);

/** A classic worker, as pages from disk may have no other. */
function blobWorker(): Worker {
  const address = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } finally {
    // It has been asked for; where it is not there yet, browsers keep the blob for it.
    URL.revokeObjectURL(address);
  }
}

/** Gzip in base64, decoded by hand: an address of data would need the page's leave to connect. */
function unpacked(packed: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
