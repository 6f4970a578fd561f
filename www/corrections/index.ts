/** A person's corrections: a log over what the engine marked, applied anew after every reading. */

export { type Anchor, anchorOf, place } from "./anchor.js";
export { type Corrected, apply } from "./apply.js";
export { type Change, type Correction, type MarkLayer, correctionOf } from "./correction.js";
export { countWith } from "./count.js";
export { type History, NO_HISTORY, change, redo, undo } from "./history.js";
