/** What the page and the worker say to each other. */

import type { ReadOptions } from "./annotator.js";
import type { Article } from "./wire.js";

export type Request =
  | { type: "start"; module: WebAssembly.Module }
  | { type: "read"; id: number; text: string; options: ReadOptions };

export type Reply =
  | { type: "started" }
  | { type: "not-started"; message: string }
  | { type: "article"; id: number; article: Article }
  | { type: "failed"; id: number; crashed: boolean; message: string };
