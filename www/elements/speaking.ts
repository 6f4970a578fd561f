import { LitElement, type PropertyDeclarations } from "lit";
import { type Labels, type Messages, speaking, wordsWith } from "./words.js";

/** An element that says something, in words that its host can replace. */
export abstract class SpeakingElement extends LitElement {
  static override properties: PropertyDeclarations = {
    labels: { attribute: false },
    messages: { attribute: false },
  };

  /** Short names of kinds, and the letters behind marks, in place of the English ones; null: English. */
  declare labels: Labels | null;
  /** What legend, buttons, lists and cards say, in place of the English words; null: English. */
  declare messages: Messages | null;

  #given: readonly [Labels | null, Messages | null] = [null, null];
  #words = wordsWith(null, null);

  constructor() {
    super();
    this.labels = null;
    this.messages = null;
  }

  /** Has `draw` use the words of this element. */
  protected speak<T>(draw: () => T): T {
    const { labels, messages } = this;
    if (labels !== this.#given[0] || messages !== this.#given[1]) {
      this.#given = [labels, messages];
      this.#words = wordsWith(labels, messages);
    }
    return speaking(this.#words, draw);
  }

  protected override performUpdate(): void {
    this.speak(() => super.performUpdate());
  }
}
