/** Draws the leaves of an article a step at a time, those before the reader first, so that the page stays alive. */

import type { LitElement } from "lit";
import { DrawEvent } from "./events.js";
import type { Leaf } from "./leaves.js";
import type { Look } from "./look.js";
import { Pace } from "./pace.js";

/** Which leaves have their marks, and in which look; it only says what is to be drawn, the element draws. */
export class Drawing {
  readonly #element: LitElement;
  #leaves: readonly Leaf[] = [];
  #look: Look | null = null;
  readonly #drawn = new Map<Leaf, Look>();
  /** The leaves that the reader has before him. */
  readonly #near = new Set<Leaf>();
  readonly #pace: Pace;

  constructor(element: LitElement) {
    this.#element = element;
    this.#pace = new Pace(element);
  }

  /** Takes other leaves, none of which is drawn. */
  begin(leaves: readonly Leaf[]): void {
    this.#leaves = leaves;
    this.#drawn.clear();
    this.#near.clear();
  }

  /** Draws all leaves in a look: the first now, the others after rests; all at once on a server, where nobody waits. */
  draw(look: Look): void {
    this.#look = look;
    this.#step(typeof document === "undefined" ? this.#leaves.length : 1);
  }

  /** Draws one leaf before its turn. */
  drawNow(leaf: Leaf): void {
    if (this.#look) this.#drawn.set(leaf, this.#look);
  }

  /** The look that a leaf has; undefined: no marks yet. */
  lookOf(leaf: Leaf): Look | undefined {
    return this.#drawn.get(leaf);
  }

  /** Whether a leaf has come near what the reader sees, or is no longer. */
  setNear(leaf: Leaf, near: boolean): void {
    if (near) this.#near.add(leaf);
    else this.#near.delete(leaf);
  }

  /** Draws no more leaves; false where there was nothing left to draw. */
  stop(): boolean {
    return this.#pace.stop();
  }

  #step(count: number): void {
    this.stop();
    const look = this.#look;
    if (!look) return;
    const due = (leaf: Leaf) => this.#drawn.get(leaf) !== look;
    const waiting = this.#leaves.filter(due);
    for (const leaf of [...[...this.#near].filter(due), ...waiting].slice(0, count)) this.#drawn.set(leaf, look);
    if (waiting.length <= count) {
      if (this.#leaves.length > 1) this.#element.dispatchEvent(new DrawEvent(1));
      return;
    }
    this.#element.dispatchEvent(new DrawEvent(1 - waiting.length / this.#leaves.length));
    this.#pace.go((next) => this.#step(next));
  }
}
