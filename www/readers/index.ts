/** Text out of files and clipboards. Nothing here loads anything, and nothing that is read is run. */

export { type Refusal, type Text, textOf } from "./file.js";
export { type Parse, pageText, pastedText } from "./html.js";
export { markdownText } from "./markdown.js";
