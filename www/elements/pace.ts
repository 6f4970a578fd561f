/** When to draw: in steps with rests between them, so that the page stays alive. */

import type { LitElement } from "lit";

/** How long one step may take, in milliseconds. */
const STEP = 24;

/** How long to wait for a frame, in milliseconds: a page that nobody sees has none. */
const NO_FRAME = 100;

/** Has an element draw a step at a time; each as much as the last ones took the time for. */
export class Pace {
  readonly #element: LitElement;
  /** The step that is due. */
  #due: ((count: number) => void) | null = null;
  /** Whether a step is being drawn: the next needs no frame before it. */
  #drawing = false;
  #count = 1;

  constructor(element: LitElement) {
    this.#element = element;
  }

  /** Once what was there before is seen, calls `step`, which is told how much to add to what the element is to draw. */
  go(step: (count: number) => void): void {
    const waiting = this.#due !== null;
    this.#due = step;
    if (!waiting) void (this.#drawing ? rest() : seen()).then(() => this.#draw());
  }

  /** Calls off the step that is due; false where none is. */
  stop(): boolean {
    const going = this.#due !== null;
    this.#due = null;
    return going;
  }

  async #draw(): Promise<void> {
    const step = this.#due;
    if (!step) return;
    this.#due = null;
    const began = performance.now();
    this.#drawing = true;
    step(this.#count);
    this.#element.requestUpdate();
    await this.#element.updateComplete;
    this.#drawing = false;
    const took = performance.now() - began;
    if (took < STEP / 2) this.#count *= 2;
    else if (took > STEP) this.#count = Math.max(1, this.#count >> 1);
  }
}

/** Waits until other work has had its turn. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Waits until what has changed so far is on the screen. */
export function seen(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, NO_FRAME);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(resolve);
    });
  });
}
