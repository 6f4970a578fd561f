import type { Lexicon } from "./lexicon.js";
import type { Article, LexiconReport, OffsetUnit } from "./wire.js";

/** Is told how much is done, from 0 to 1. */
export type Progress = (done: number) => void;

/** What can be told with a text. */
export interface AnnotateOptions {
  /** Given back in the result. */
  id?: string;
  /** Given back in the result. */
  title?: string;
  /** Day of publication, `2022-08-04`; weekdays are resolved against it. */
  published?: string;
  /** Give the text back in the result, which exports need. */
  text?: boolean;
  /** The user's own names, in place of those of the annotator. */
  lexicon?: Lexicon | null;
  /** What offsets count, if not what the annotator was told. */
  offsets?: OffsetUnit;
  /** Ends the work and rejects with the code `aborted`. */
  signal?: AbortSignal;
  /** Told how much of a long text has been read, from 0 to 1, while a worker reads it. */
  progress?: Progress;
}

/** Reads articles. Made by `createAnnotator`. */
export interface Annotator {
  /** Reads `text`; rejects with a `NewsmarkError`. */
  annotate(text: string, options?: AnnotateOptions): Promise<Article>;
  /** Reads a list of names, without using it: how many it has, and which lines could not be read. */
  checkLexicon(lexicon: Lexicon): Promise<LexiconReport>;
  /** Ends the engine, unless others share it; what still runs rejects with the code `disposed`. */
  dispose(): void;
}

/** What crosses to the engine: options without what only the caller's side needs. */
export type ReadOptions = Omit<AnnotateOptions, "signal" | "lexicon" | "progress">;

/** One running engine; reads one text at a time. */
export interface Runner {
  run(text: string, options: ReadOptions, lexicon: string, progress?: Progress): Promise<Article>;
  check(lexicon: string): Promise<LexiconReport>;
  end(): void;
}

/** The engine died over a text: it cannot read on, another may. */
export class Crash extends Error {}
