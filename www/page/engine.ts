import { type Annotator, createAnnotator } from "newsmark";
import { exportArticle } from "newsmark/exporters";
import exportersUrl from "newsmark/newsmark_export.wasm?url";
import workerUrl from "./reader.ts?worker&url";
import { trusted } from "./trusted.js";

/** The engine of the hosted page: its files lie beside it. */
export function pageAnnotator(): Annotator {
  return createAnnotator({ worker: () => new Worker(trusted(workerUrl), { type: "module" }) });
}

/** The exporters' WebAssembly, asked for with the page's other files: once loaded, it asks for nothing. */
const exporters = fetch(exportersUrl, { priority: "low" });
exporters.catch(() => {});

/** Exports of the hosted page. */
export const pageExport: typeof exportArticle = (article, format, options) =>
  exportArticle(article, format, { wasm: async () => (await exporters).clone(), ...options });
