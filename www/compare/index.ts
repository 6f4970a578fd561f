/** Two versions of a story, compared: pure functions of two results. */

export { type Pair, align } from "./align.js";
export { type Aspect, type Change, type Comparison, compare } from "./changes.js";
export { type Piece, wordsApart } from "./words.js";
