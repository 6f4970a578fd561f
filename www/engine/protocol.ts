/** What the page and the worker say to each other. */

import type { ReadOptions } from "./annotator.js";
import type { Part } from "./parts.js";
import type { Article, LexiconReport } from "./wire.js";

export type Request =
  | { type: "start"; module: WebAssembly.Module }
  /** `lexicon` only where it is another than the last. */
  | { type: "read"; id: number; text: string; options: ReadOptions; lexicon?: string }
  | { type: "check"; id: number; lexicon: string };

export type Reply =
  | { type: "started" }
  | { type: "not-started"; message: string }
  /** Before `done`, of a long text. */
  | { type: "progress"; id: number; done: number }
  /** Before `done`, of a long result. */
  | { type: "part"; id: number; part: Part }
  | { type: "done"; id: number; result: Article | LexiconReport }
  | { type: "failed"; id: number; crashed: boolean; message: string };
