import { type Annotator, createAnnotator } from "newsmark";
import workerUrl from "./reader.ts?worker&url";
import { trusted } from "./trusted.js";

/** The engine of the hosted page: its files lie beside it. */
export function pageAnnotator(): Annotator {
  return createAnnotator({ worker: () => new Worker(trusted(workerUrl), { type: "module" }) });
}
