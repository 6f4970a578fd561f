import { type AnnotateOptions, type Annotator, Crash, type Runner } from "./annotator.js";
import { NewsmarkError } from "./error.js";
import { type Lexicon, lexiconText } from "./lexicon.js";
import type { Article, LexiconReport } from "./wire.js";

/** Bounds on one text. */
export interface Limits {
  /** Longest text, in UTF-16 units. */
  length: number;
  /** Milliseconds that reading one text may take. */
  time: number;
}

interface Job<T = unknown> {
  run(runner: Runner): Promise<T>;
  resolve(result: T): void;
  reject(error: unknown): void;
  settled: boolean;
}

/**
 * Reads one text after the other with one engine at a time. An engine that crashes, hangs past the
 * deadline or works on what nobody wants any more is ended, and the next text starts another.
 */
export class Queue implements Annotator {
  readonly #start: () => Promise<Runner>;
  readonly #limits: Limits;
  readonly #lexicon: Lexicon | null;
  readonly #jobs: Job[] = [];
  #runner: Promise<Runner> | null = null;
  #stop: ((error: NewsmarkError) => void) | null = null;
  #current: Job | null = null;
  #disposed = false;

  constructor(start: () => Promise<Runner>, limits: Limits, lexicon: Lexicon | null = null) {
    this.#start = start;
    this.#limits = limits;
    this.#lexicon = lexicon;
  }

  annotate(text: string, { signal, lexicon = this.#lexicon, ...options }: AnnotateOptions = {}): Promise<Article> {
    return this.#add(() => {
      this.#fits(text, "The text");
      const names = lexiconText(lexicon);
      this.#fits(names, "The list of names");
      return (runner) => runner.run(text, options, names);
    }, signal);
  }

  checkLexicon(lexicon: Lexicon): Promise<LexiconReport> {
    return this.#add(() => {
      const names = lexiconText(lexicon);
      this.#fits(names, "The list of names");
      return (runner) => runner.check(names);
    });
  }

  #fits(text: string, what: string): void {
    const { length } = this.#limits;
    if (text.length <= length) return;
    throw new NewsmarkError("too-large", `${what} has ${text.length} characters; at most ${length} can be read at once.`);
  }

  /** Puts a job in line: `prepare` looks over what was given, and says how an engine does it. */
  #add<T>(prepare: () => Job<T>["run"], signal?: AbortSignal): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#disposed) return reject(disposed());
      if (signal?.aborted) return reject(aborted(signal));
      const run = prepare();
      const onAbort = () => this.#drop(job, aborted(signal!));
      const settle = (how: () => void) => {
        if (job.settled) return;
        job.settled = true;
        signal?.removeEventListener("abort", onAbort);
        how();
      };
      const job: Job = {
        run,
        settled: false,
        resolve: (result) => settle(() => resolve(result as T)),
        reject: (error) => settle(() => reject(error)),
      };
      signal?.addEventListener("abort", onAbort);
      this.#jobs.push(job);
      void this.#work();
    });
  }

  dispose(): void {
    this.#disposed = true;
    for (const job of this.#jobs.splice(0)) job.reject(disposed());
    if (this.#current) this.#drop(this.#current, disposed());
    else this.#end();
  }

  async #work(): Promise<void> {
    if (this.#current) return;
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      this.#current = job;
      try {
        job.resolve(await this.#readTwice(job));
      } catch (error) {
        job.reject(error);
      }
      this.#current = null;
    }
  }

  /** A crash may be an earlier text's doing, so the first one is tried again with a new engine. */
  async #readTwice(job: Job): Promise<unknown> {
    try {
      return await this.#read(job);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    try {
      return await this.#read(job);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      throw new NewsmarkError("engine-crash", `The engine failed on this text: ${error.message}`, error);
    }
  }

  async #read(job: Job): Promise<unknown> {
    const runner = await this.#ready();
    if (job.settled) throw disposed();
    let deadline: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve, reject) => {
        this.#stop = reject;
        const { time } = this.#limits;
        deadline = setTimeout(() => reject(new NewsmarkError("timeout", `Reading took longer than ${time / 1000} seconds.`)), time);
        job.run(runner).then(resolve, reject);
      });
    } catch (error) {
      const code = error instanceof NewsmarkError ? error.code : null;
      if (code !== "bad-option") this.#end();
      throw error;
    } finally {
      clearTimeout(deadline);
      this.#stop = null;
    }
  }

  /** A failed start is forgotten, so that the next text tries again. */
  async #ready(): Promise<Runner> {
    this.#runner ??= this.#start();
    try {
      return await this.#runner;
    } catch (error) {
      this.#runner = null;
      throw error;
    }
  }

  #drop(job: Job, error: NewsmarkError): void {
    const waiting = this.#jobs.indexOf(job);
    if (waiting >= 0) this.#jobs.splice(waiting, 1);
    job.reject(error);
    if (this.#current === job) this.#stop?.(error);
    if (this.#disposed) this.#end();
  }

  #end(): void {
    this.#runner?.then(
      (runner) => runner.end(),
      () => {},
    );
    this.#runner = null;
  }
}

function disposed(): NewsmarkError {
  return new NewsmarkError("disposed", "This annotator was disposed of.");
}

function aborted(signal: AbortSignal): NewsmarkError {
  return new NewsmarkError("aborted", "Reading was called off.", signal.reason);
}
