// The package's worker on a thread of Node's, which speaks a dialect of the web's.

import { Worker } from "node:worker_threads";

/** @returns {import("newsmark").WorkerLike} */
export function nodeWorker() {
  const code = `
    import { parentPort } from "node:worker_threads";
    globalThis.postMessage = (message) => parentPort.postMessage(message);
    await import(${JSON.stringify(import.meta.resolve("newsmark/worker"))});
    parentPort.on("message", (data) => globalThis.onmessage({ data }));
  `;
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  /** @type {any} */
  const worker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (/** @type {unknown} */ message) => thread.postMessage(message),
    terminate: () => void thread.terminate(),
  };
  thread.on("message", (data) => worker.onmessage?.({ data }));
  thread.on("error", (error) => worker.onerror?.({ message: error.message }));
  thread.unref();
  return worker;
}
