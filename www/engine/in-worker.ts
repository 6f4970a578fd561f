import { Crash, type Progress, type ReadOptions, type Runner } from "./annotator.js";
import { NewsmarkError, messageOf } from "./error.js";
import { type Part, joined } from "./parts.js";
import type { Reply, Request } from "./protocol.js";
import type { Article, LexiconReport } from "./wire.js";

/** As much of a `Worker` as is used. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror">;

/** How long a worker may take to say that it is there. */
const START_DEADLINE = 20_000;

interface Waiting {
  id: number;
  /** What has come of it so far. */
  parts: Part[];
  progress: Progress | undefined;
  resolve(result: Article | LexiconReport): void;
  reject(error: Error): void;
}

/** The engine in a worker of its own. Rejects with `csp-worker` where the page may not have one. */
export async function startWorker(create: () => WorkerLike, module: WebAssembly.Module): Promise<Runner> {
  let worker: WorkerLike;
  try {
    worker = create();
  } catch (thrown) {
    throw new NewsmarkError("csp-worker", `This page may not start a worker: ${messageOf(thrown)}`, thrown);
  }
  try {
    await started(worker, module);
  } catch (thrown) {
    worker.terminate();
    throw thrown;
  }
  return runner(worker);
}

function started(worker: WorkerLike, module: WebAssembly.Module): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(deadline);
      reject(new NewsmarkError("csp-worker", `The worker did not start: ${why}`));
    };
    const deadline = setTimeout(() => fail(`no answer in ${START_DEADLINE / 1000} seconds`), START_DEADLINE);
    worker.onerror = (event) => {
      event.preventDefault?.();
      fail(event.message || "the browser refused it");
    };
    worker.onmessageerror = () => fail("its message could not be read");
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.type !== "started") return fail(data.type === "not-started" ? data.message : data.type);
      clearTimeout(deadline);
      resolve();
    };
    send(worker, { type: "start", module });
  });
}

function runner(worker: WorkerLike): Runner {
  let waiting: Waiting | null = null;
  let lastId = 0;
  /** The list that the worker has. */
  let names = "";

  const settle = (how: (waiting: Waiting) => void) => {
    const settled = waiting;
    waiting = null;
    if (settled) how(settled);
  };
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (!("id" in data) || data.id !== waiting?.id) return;
    if (data.type === "progress") return waiting.progress?.(data.done);
    if (data.type === "part") return void waiting.parts.push(data.part);
    settle(({ parts, resolve, reject }) => {
      if (data.type === "done") resolve(joined(data.result, parts));
      else reject(data.crashed ? new Crash(data.message) : new NewsmarkError("bad-option", data.message));
    });
  };
  worker.onerror = (event) => {
    event.preventDefault?.();
    settle(({ reject }) => reject(new Crash(event.message || "the worker ended")));
  };
  worker.onmessageerror = () => settle(({ reject }) => reject(new Crash("the reply could not be read")));

  function ask<T extends Article | LexiconReport>(request: (id: number) => Request, progress?: Progress): Promise<T> {
    return new Promise((resolve, reject) => {
      lastId += 1;
      waiting = { id: lastId, parts: [], progress, resolve: resolve as Waiting["resolve"], reject };
      send(worker, request(lastId));
    });
  }

  return {
    run(text: string, options: ReadOptions, lexicon: string, progress?: Progress) {
      const changed = lexicon === names ? {} : { lexicon };
      names = lexicon;
      return ask<Article>((id) => ({ type: "read", id, text, options, ...changed }), progress);
    },
    check(lexicon: string) {
      names = lexicon;
      return ask<LexiconReport>((id) => ({ type: "check", id, lexicon }));
    },
    end() {
      worker.terminate();
    },
  };
}

function send(worker: WorkerLike, request: Request): void {
  worker.postMessage(request);
}
