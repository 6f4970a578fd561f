/** The engine in a worker: every request is answered, by a result or by an error. */

import { Crash } from "./annotator.js";
import { check, read, start } from "./core.js";
import { messageOf } from "./error.js";
import { divided } from "./parts.js";
import type { Reply, Request } from "./protocol.js";

const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage: (reply: Reply) => void;
};

/** From how many characters on it is told how far reading has come. */
const LONG = 100_000;

/** The list that the page gave last. */
let names = "";

scope.onmessage = async ({ data }) => {
  scope.postMessage(await answer(data));
};

async function answer(request: Request): Promise<Reply> {
  if (request.type === "start") {
    try {
      await start(request.module);
      return { type: "started" };
    } catch (thrown) {
      return { type: "not-started", message: messageOf(thrown) };
    }
  }
  const { id } = request;
  names = request.lexicon ?? names;
  try {
    if (request.type === "check") return { type: "done", id, result: check(names) };
    const { text, options } = request;
    const progress = text.length < LONG ? undefined : (done: number) => scope.postMessage({ type: "progress", id, done });
    const { parts, rest } = divided(read(text, options, names, progress));
    for (const part of parts) scope.postMessage({ type: "part", id, part });
    return { type: "done", id, result: rest };
  } catch (thrown) {
    return { type: "failed", id, crashed: thrown instanceof Crash, message: messageOf(thrown) };
  }
}
