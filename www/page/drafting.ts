/** The text while it is edited: read again whenever the reader rests. */

import type { ReactiveControllerHost } from "lit";

/** How long to wait after a key before the text is read again. */
const PAUSE = 250;

export class Drafting {
  /** The text as it is by now; null: nothing is edited. */
  text: string | null = null;
  #before = "";
  #pause: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #reread: (text: string) => void;

  /** `reread` is given the text to read. */
  constructor(host: ReactiveControllerHost, reread: (text: string) => void) {
    this.#host = host;
    this.#reread = reread;
  }

  /** Begins with `text`, in the place of what was there before. */
  begin(text: string, before: string): void {
    this.text = text;
    this.#before = before;
    this.#host.requestUpdate();
  }

  change(text: string): void {
    this.text = text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#reread(text), PAUSE);
    this.#host.requestUpdate();
  }

  /** Ends it, with the text as it is by now or as it was before. */
  end(keep: boolean): void {
    if (this.text === null) return;
    const text = keep ? this.text : this.#before;
    this.drop();
    this.#reread(text);
  }

  /** Ends it without a word of it. */
  drop(): void {
    clearTimeout(this.#pause);
    this.text = null;
    this.#host.requestUpdate();
  }
}
