import { type AnnotateOptions, type Annotator, Crash, type ReadOptions, type Runner } from "./annotator.js";
import { NewsmarkError } from "./error.js";
import type { Article } from "./wire.js";

/** Bounds on one text. */
export interface Limits {
  /** Longest text, in UTF-16 units. */
  length: number;
  /** Milliseconds that reading one text may take. */
  time: number;
}

interface Job {
  text: string;
  options: ReadOptions;
  resolve(article: Article): void;
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
  readonly #jobs: Job[] = [];
  #runner: Promise<Runner> | null = null;
  #stop: ((error: NewsmarkError) => void) | null = null;
  #current: Job | null = null;
  #disposed = false;

  constructor(start: () => Promise<Runner>, limits: Limits) {
    this.#start = start;
    this.#limits = limits;
  }

  annotate(text: string, { signal, ...options }: AnnotateOptions = {}): Promise<Article> {
    return new Promise((resolve, reject) => {
      if (this.#disposed) return reject(disposed());
      if (signal?.aborted) return reject(aborted(signal));
      const { length } = this.#limits;
      if (text.length > length) {
        return reject(new NewsmarkError("too-large", `The text has ${text.length} characters; at most ${length} can be read at once.`));
      }
      const onAbort = () => this.#drop(job, aborted(signal!));
      const settle = (how: () => void) => {
        if (job.settled) return;
        job.settled = true;
        signal?.removeEventListener("abort", onAbort);
        how();
      };
      const job: Job = {
        text,
        options,
        settled: false,
        resolve: (article) => settle(() => resolve(article)),
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
  async #readTwice(job: Job): Promise<Article> {
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

  async #read(job: Job): Promise<Article> {
    const runner = await this.#ready();
    if (job.settled) throw disposed();
    let deadline: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise<Article>((resolve, reject) => {
        this.#stop = reject;
        const { time } = this.#limits;
        deadline = setTimeout(() => reject(new NewsmarkError("timeout", `Reading took longer than ${time / 1000} seconds.`)), time);
        runner.run(job.text, job.options).then(resolve, reject);
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
