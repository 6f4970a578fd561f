import { type Annotator, createAnnotator } from "../engine/index.js";

let annotator: Annotator | null = null;

/** The annotator of all elements that were given none; made with the first text. */
export function sharedAnnotator(): Annotator {
  annotator ??= createAnnotator();
  return annotator;
}
