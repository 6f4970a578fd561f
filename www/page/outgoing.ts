/** What goes out by the page's own controls, and the question before work is lost that has gone nowhere. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Article } from "newsmark";
import type { History } from "newsmark/corrections";
import { PAGE as words } from "newsmark/words";
import { copyClaims, saveWork } from "./giving.js";
import type { Notices } from "./notices.js";

/** What there is to give away. */
export interface Work {
  result: Article | null;
  text: string;
  history: History;
  lexicon: string;
}

export class Outgoing implements ReactiveController {
  readonly #notices: Notices;
  readonly #work: () => Work;
  readonly #isLost: (isSaved: (history: History) => boolean) => boolean;
  /** The corrections that are in a file. */
  readonly #saved = new WeakSet<History["log"]>();

  /** `isLost` tells whether leaving loses corrections, told which are in a file. */
  constructor(host: ReactiveControllerHost, notices: Notices, work: () => Work, isLost: (isSaved: (history: History) => boolean) => boolean) {
    this.#notices = notices;
    this.#work = work;
    this.#isLost = isLost;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("beforeunload", this.#onLeave);
  }

  hostDisconnected(): void {
    removeEventListener("beforeunload", this.#onLeave);
  }

  /** These corrections came out of a file. */
  cameFromFile({ log }: History): void {
    this.#saved.add(log);
  }

  async copyClaims(): Promise<void> {
    const { result, text } = this.#work();
    const given = await copyClaims(result, text);
    this.#notices.say(given.words, given.warns);
  }

  /** Saves the work as a file that opens here again. */
  save(): void {
    const { result, text, history, lexicon } = this.#work();
    if (!result) return this.#notices.say(words.nothingToSave);
    const name = saveWork(result, text, history, lexicon);
    this.#saved.add(history.log);
    this.#notices.say(words.saved(name));
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#isLost(({ log }) => log.length === 0 || this.#saved.has(log))) event.preventDefault();
  };
}
