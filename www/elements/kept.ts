/** Corrections that are kept on this device, under names that the host gives. */

import type { Correction } from "../corrections/index.js";

const PREFIX = "newsmark:";

/** The corrections under `name`; none where there are none, or where nothing may be kept. */
export function kept(name: string): readonly Correction[] {
  try {
    const log: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? "[]");
    return Array.isArray(log) ? log.filter(isCorrection) : [];
  } catch {
    return [];
  }
}

/** Keeps corrections under `name`; a browser that keeps nothing keeps them for as long as the page stands. */
export function keep(name: string, log: readonly Correction[]): void {
  if (log.length === 0) return forget(name);
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(log));
  } catch {
    // Full, or forbidden: what is shown is right all the same.
  }
}

/** Keeps nothing under `name` any more. */
export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    // Forbidden: then there is nothing.
  }
}

/** Other versions may have kept something else. */
function isCorrection(value: unknown): value is Correction {
  const { layer, at, change } = (value ?? {}) as Partial<Correction>;
  return typeof layer === "string" && typeof at?.words === "string" && typeof change?.do === "string";
}
