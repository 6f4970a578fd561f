import { type Annotator, type AnnotatorOptions, createAnnotator } from "../engine/index.js";
import { exportArticle } from "../exporters/index.js";

/** What elements read and export with, where they are told nothing else. */
let parts = { createAnnotator, exportArticle };
let annotator: Annotator | null = null;
let whole = false;

/** Has elements use other parts: those that a script holds in itself. Call it before there are elements. */
export function useParts(own: typeof parts): void {
  parts = own;
  annotator = null;
  whole = true;
}

/** Whether the script holds all parts in itself, so that nothing is asked for. */
export function holdsAll(): boolean {
  return whole;
}

/** The annotator of all elements that were given none; made with the first text. */
export function sharedAnnotator(): Annotator {
  annotator ??= parts.createAnnotator();
  return annotator;
}

/** An annotator for one element alone. */
export function ownAnnotator(options: AnnotatorOptions): Annotator {
  return parts.createAnnotator(options);
}

/** Exports for elements. */
export const sharedExport: typeof exportArticle = (...args) => parts.exportArticle(...args);
