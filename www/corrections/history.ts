/** Undo and redo: every state of the log is kept, so that whatever was done to it can be taken back. */

import type { Correction } from "./correction.js";

export interface History {
  readonly log: readonly Correction[];
  /** Logs before this one, the last first. */
  readonly past: readonly (readonly Correction[])[];
  /** Logs that were taken back, the last first. */
  readonly future: readonly (readonly Correction[])[];
}

export const NO_HISTORY: History = { log: [], past: [], future: [] };

/** Goes on with another log: one correction more, or one less. */
export function change({ log, past }: History, next: readonly Correction[]): History {
  return { log: next, past: [log, ...past], future: [] };
}

/** The history with its last change taken back; the same where there is none. */
export function undo(history: History): History {
  const [log, ...past] = history.past;
  return log ? { log, past, future: [history.log, ...history.future] } : history;
}

/** The history with what was taken back last done again; the same where nothing was. */
export function redo(history: History): History {
  const [log, ...future] = history.future;
  return log ? { log, past: [history.log, ...history.past], future } : history;
}
