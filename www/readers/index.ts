/** Text out of files and clipboards. Nothing that is read is run, and nothing in it is loaded. */

export { type Refusal, type Text, textOf } from "./file.js";
export { type Parse, pageText, pastedText } from "./html.js";
