import { type Annotator, createAnnotator } from "newsmark";
import { exportArticle } from "newsmark/exporters";
import wasmUrl from "newsmark/newsmark.wasm?url";
import exportersUrl from "newsmark/newsmark_export.wasm?url";
import workerUrl from "./reader.ts?worker&url";
import { trusted } from "./trusted.js";

/** The engine of the hosted page: its files lie beside it. Each is asked for once, so that a worker that has to be started again asks for nothing. */
export function pageAnnotator(): Annotator {
  let worker = "";
  const wasm = async () => {
    const [bytes, script] = await Promise.all([fetch(wasmUrl), text(workerUrl)]);
    worker = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    return bytes;
  };
  return createAnnotator({ wasm, worker: () => new Worker(trusted(worker), { type: "module" }) });
}

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

/** The exporters' WebAssembly, asked for with the page's other files: once loaded, it asks for nothing. */
const exporters = fetch(exportersUrl, { priority: "low" });
exporters.catch(() => {});

/** Exports of the hosted page. */
export const pageExport: typeof exportArticle = (article, format, options) =>
  exportArticle(article, format, { wasm: async () => (await exporters).clone(), ...options });
