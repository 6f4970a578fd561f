/** What the page opens with: an invented article. */

import text from "../../tests/articles/sample.txt?raw";

export const sample = { text, published: "2026-03-11" };
