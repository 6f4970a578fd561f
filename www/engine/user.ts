import type { AnnotateOptions, Annotator, Runner } from "./annotator.js";
import { NewsmarkError } from "./error.js";
import { type Lexicon, lexiconText } from "./lexicon.js";
import type { Queue } from "./queue.js";
import type { Article, LexiconReport, OffsetUnit } from "./wire.js";

/** What one user of an engine wants for all texts. */
export interface Wishes {
  lexicon: Lexicon | null;
  offsets: OffsetUnit;
  /** Longest text, in UTF-16 units. */
  length: number;
  /** Milliseconds that reading one text may take. */
  time: number;
}

/** One user of an engine that others may share: knows their own names and bounds, ends nobody else's work. */
export class User implements Annotator {
  readonly #queue: Queue;
  readonly #wishes: Wishes;
  readonly #release: () => void;
  #disposed = false;

  constructor(queue: Queue, wishes: Wishes, release: () => void) {
    this.#queue = queue;
    this.#wishes = wishes;
    this.#release = release;
  }

  async annotate(text: string, options: AnnotateOptions = {}): Promise<Article> {
    const { signal, progress, lexicon = this.#wishes.lexicon, offsets = this.#wishes.offsets, ...rest } = options;
    if (typeof text !== "string") throw new NewsmarkError("bad-option", `The text is no string but ${text === null ? "null" : typeof text}.`);
    this.#fits(text, "The text");
    const names = this.#names(lexicon);
    return this.#add((runner) => runner.run(text, { ...rest, offsets }, names, progress), signal);
  }

  async checkLexicon(lexicon: Lexicon): Promise<LexiconReport> {
    const names = this.#names(lexicon);
    return this.#add((runner) => runner.check(names));
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#queue.leave(this, disposed());
    this.#release();
  }

  #names(lexicon: Lexicon | null): string {
    const names = lexiconText(lexicon);
    this.#fits(names, "The list of names");
    return names;
  }

  #fits(text: string, what: string): void {
    const { length } = this.#wishes;
    if (text.length <= length) return;
    throw new NewsmarkError("too-large", `${what} has ${text.length} characters; at most ${length} can be read at once.`);
  }

  #add<T>(run: (runner: Runner) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#disposed) throw disposed();
    return this.#queue.add({ run, user: this, time: this.#wishes.time, signal });
  }
}

function disposed(): NewsmarkError {
  return new NewsmarkError("disposed", "This annotator was disposed of.");
}
