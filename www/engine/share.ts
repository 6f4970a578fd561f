import type { Runner } from "./annotator.js";
import { Queue } from "./queue.js";

interface Shared {
  /** What it is made of: users who name the same share it. */
  parts: readonly unknown[];
  queue: Queue;
  users: number;
}

/** The engines of this thread that somebody uses. */
const engines: Shared[] = [];

/** The engine made of `parts`, which `start` starts, and how its user lets go of it: the last one ends it. */
export function share(parts: readonly unknown[], start: () => Promise<Runner>): { queue: Queue; release(): void } {
  let engine = engines.find((other) => other.parts.every((part, i) => same(part, parts[i])));
  if (!engine) {
    engine = { parts, queue: new Queue(start), users: 0 };
    engines.push(engine);
  }
  const taken = engine;
  taken.users += 1;
  return {
    queue: taken.queue,
    release() {
      taken.users -= 1;
      if (taken.users > 0) return;
      engines.splice(engines.indexOf(taken), 1);
      taken.queue.end();
    },
  };
}

/** Addresses are the same where they read the same. */
function same(a: unknown, b: unknown): boolean {
  return a === b || (a instanceof URL && b instanceof URL && a.href === b.href);
}
