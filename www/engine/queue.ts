import { Crash, type Runner } from "./annotator.js";
import { NewsmarkError } from "./error.js";

/** What an engine is to do, for one of its users. */
export interface Task<T> {
  run(runner: Runner): Promise<T>;
  /** Whose it is. */
  user: object;
  /** Milliseconds that it may take. */
  time: number;
  signal?: AbortSignal | undefined;
}

interface Job<T = unknown> extends Task<T> {
  resolve(result: T): void;
  reject(error: unknown): void;
  settled: boolean;
}

/**
 * Reads one text after the other with one engine at a time, for all who share it. An engine that crashes, hangs past the
 * deadline or works on what nobody wants any more is ended, and the next text starts another.
 */
export class Queue {
  readonly #start: () => Promise<Runner>;
  readonly #jobs: Job[] = [];
  #runner: Promise<Runner> | null = null;
  #stop: ((error: NewsmarkError) => void) | null = null;
  #current: Job | null = null;

  constructor(start: () => Promise<Runner>) {
    this.#start = start;
  }

  /** Puts a task in line. */
  add<T>({ signal, ...task }: Task<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(aborted(signal));
      const onAbort = () => this.#drop(job, aborted(signal!));
      const settle = (how: () => void) => {
        if (job.settled) return;
        job.settled = true;
        signal?.removeEventListener("abort", onAbort);
        how();
      };
      const job: Job = {
        ...task,
        settled: false,
        resolve: (result) => settle(() => resolve(result as T)),
        reject: (error) => settle(() => reject(error)),
      };
      signal?.addEventListener("abort", onAbort);
      this.#jobs.push(job);
      void this.#work();
    });
  }

  /** Rejects all tasks of a user who goes. */
  leave(user: object, error: NewsmarkError): void {
    for (const job of [this.#current, ...this.#jobs]) {
      if (job?.user === user) this.#drop(job, error);
    }
  }

  /** Ends the engine; a later task would start another. */
  end(): void {
    this.#runner?.then(
      (runner) => runner.end(),
      () => {},
    );
    this.#runner = null;
  }

  async #work(): Promise<void> {
    if (this.#current) return;
    for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
      this.#current = job;
      try {
        job.resolve(await this.#doTwice(job));
      } catch (error) {
        job.reject(error);
      }
      this.#current = null;
    }
  }

  /** A crash may be an earlier text's doing, so the first one is tried again with a new engine. */
  async #doTwice(job: Job): Promise<unknown> {
    try {
      return await this.#do(job);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    try {
      return await this.#do(job);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      throw new NewsmarkError("engine-crash", `The engine failed on this text: ${error.message}`, error);
    }
  }

  async #do(job: Job): Promise<unknown> {
    const runner = await this.#ready();
    if (job.settled) return;
    let deadline: ReturnType<typeof setTimeout> | undefined;
    try {
      return await new Promise((resolve, reject) => {
        this.#stop = reject;
        const { time } = job;
        deadline = setTimeout(() => reject(new NewsmarkError("timeout", `Reading took longer than ${time / 1000} seconds.`)), time);
        job.run(runner).then(resolve, reject);
      });
    } catch (error) {
      const code = error instanceof NewsmarkError ? error.code : null;
      if (code !== "bad-option") this.end();
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
  }
}

function aborted(signal: AbortSignal): NewsmarkError {
  return new NewsmarkError("aborted", "Reading was called off.", signal.reason);
}
