/** Counts that fit how they are given. */

import type { Figure } from "../engine/index.js";

type Count = Pick<Figure, "low" | "high" | "bound">;

/** A count with one of its parts changed, and the others so that they go with it. */
export function countWith(count: Count, change: Partial<Count>): Count {
  const { low, high, bound } = { low: count.low, high: count.high, bound: count.bound, ...change };
  const told = "low" in change ? low : "high" in change ? high : (low ?? high);
  switch (bound) {
    case "exact":
    case "approx":
      return { low: told, high: told, bound };
    case "at_least":
      return { low: told, high: null, bound };
    case "at_most":
      return { low: null, high: told, bound };
    case "none":
      return { low: 0, high: 0, bound };
    case "range":
      return low !== null && high !== null && low > high ? { low: told, high: told, bound } : { low, high, bound };
    case "vague":
      return { low, high, bound };
  }
}
