/** What an element may do beside reading and showing, and within which bounds. */

import { type AnnotatorOptions, NewsmarkError } from "../engine/index.js";

/** What is in force. A host sets the parts that it wants otherwise. */
export interface Policy {
  /** Whether it may ask for the package's files: engine, worker, exporters. A script that holds them asks for none anyway. */
  readonly requests: boolean;
  /** Whether it may keep corrections on this device, where `persist` gives them a name. */
  readonly storage: boolean;
  /** Longest text that it reads, in UTF-16 units. */
  readonly maxLength: number;
  /** Milliseconds that reading a text may take, in a worker. */
  readonly timeout: number;
}

/** What holds unless a host says otherwise. */
export const DEFAULT_POLICY: Policy = Object.freeze({ requests: true, storage: true, maxLength: 20_000_000, timeout: 30_000 });

/** The policy with the parts that a host gives in their place; throws `bad-option` for what is none. */
export function policyWith(given: Partial<Policy> | null): Policy {
  for (const [part, value] of Object.entries(given ?? {})) {
    const known = DEFAULT_POLICY[part as keyof Policy];
    if (known === undefined) throw new NewsmarkError("bad-option", `A policy has no "${part}", but ${Object.keys(DEFAULT_POLICY).join(", ")}.`);
    if (typeof value !== typeof known || Number.isNaN(value)) throw new NewsmarkError("bad-option", `"${part}" of a policy is a ${typeof known}, not ${JSON.stringify(value)}.`);
  }
  return Object.freeze({ ...DEFAULT_POLICY, ...given });
}

/** Options of an engine that asks for nothing; its worker would be a file, so it is in the page's thread. Throws `bad-option` where the WebAssembly would have to be asked for. */
export function withoutRequests(options: AnnotatorOptions): AnnotatorOptions {
  needsAtHand(options.wasm, "`wasm`");
  return { ...options, worker: false };
}

/** Throws `bad-option` for WebAssembly that is not there already. */
export function needsAtHand(wasm: unknown, where: string): void {
  if (wasm instanceof WebAssembly.Module || wasm instanceof ArrayBuffer || ArrayBuffer.isView(wasm)) return;
  throw new NewsmarkError("bad-option", `The element's policy forbids requests: give it the WebAssembly as bytes or as a module in ${where}, or load newsmark.js, which holds everything.`);
}
