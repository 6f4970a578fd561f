/** What can go wrong, for programs; `message` says it for people. */
export type ErrorCode =
  | "aborted"
  | "bad-import"
  | "bad-option"
  | "bad-wasm"
  | "csp-wasm"
  | "csp-worker"
  | "disposed"
  | "engine-crash"
  | "no-wasm"
  | "timeout"
  | "too-large";

/** The one error that an annotator rejects with. */
export class NewsmarkError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    // Callers know an abort by this name everywhere else on the platform.
    this.name = code === "aborted" ? "AbortError" : "NewsmarkError";
    this.code = code;
  }
}

/** The words of anything thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
