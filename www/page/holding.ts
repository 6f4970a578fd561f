/** The articles that are open, and the two of them that are compared. */

import type { ReactiveControllerHost } from "lit";
import { type Pile, type Sheet, added, closed, put } from "./sheets.js";

/** The article on top, which the page shows. */
export interface Top {
  /** As it is by now. */
  now(): Pick<Sheet, "text" | "published" | "history">;
  /** Shows another. */
  show(sheet: Sheet): void;
  /** Whether it may go when files are opened: nobody has put anything into it. */
  isIdle(sheet: Sheet): boolean;
}

export class Holding {
  /** All that is open; the one on top as it was when it was turned to. */
  pile: Pile;
  /** The sheets that are compared, while they are; null for one that is still to come. */
  compared: { earlier: number; later: number | null } | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #top: Top;

  constructor(host: ReactiveControllerHost, top: Top, first: Sheet) {
    this.#host = host;
    this.#top = top;
    this.pile = { sheets: [first], at: 0 };
  }

  /** All sheets, the one on top as it is by now. */
  now(): Pile {
    const { sheets, at } = this.pile;
    return { sheets: sheets.with(at, { ...sheets[at]!, ...this.#top.now() }), at };
  }

  /** Begins with a pile that was kept. */
  begin(pile: Pile): void {
    this.#turnTo(pile);
  }

  /** Puts a sheet in the place of the one on top, or takes it as a version to compare that with. */
  put(sheet: Sheet): void {
    if (this.compared) this.#compareWith([sheet]);
    else this.#turnTo(put(this.now(), sheet));
  }

  /** Opens sheets beside the others. */
  open(sheets: readonly Sheet[]): void {
    if (this.compared) return this.#compareWith(sheets);
    const { sheets: before, at } = this.now();
    const left = before.filter((sheet, i) => i !== at || !this.#top.isIdle(sheet));
    this.#turnTo(added({ sheets: left, at: 0 }, sheets));
  }

  turn(to: number): void {
    this.#turnTo({ ...this.now(), at: to });
  }

  close(which: number): void {
    const wasTop = which === this.pile.at;
    this.pile = closed(this.now(), which);
    if (wasTop) this.#show();
    this.#host.requestUpdate();
  }

  /** Compares the article on top with the one beside it, or with one that is still to come. */
  compare(): void {
    this.pile = this.now();
    const { sheets, at } = this.pile;
    const alone = sheets.length < 2;
    this.pick(alone ? { earlier: at, later: null } : at > 0 ? { earlier: at - 1, later: at } : { earlier: 0, later: 1 });
  }

  /** Compares two others; null: none any more. */
  pick(compared: Holding["compared"]): void {
    this.compared = compared;
    this.#host.requestUpdate();
  }

  #compareWith(sheets: readonly Sheet[]): void {
    const { earlier, later } = this.compared!;
    const more = added(this.pile, sheets);
    this.pile = { sheets: more.sheets, at: this.pile.at };
    this.pick({ earlier: later ?? earlier, later: more.at });
  }

  #turnTo(pile: Pile): void {
    this.pile = pile;
    this.#show();
    this.#host.requestUpdate();
  }

  #show(): void {
    this.#top.show(this.pile.sheets[this.pile.at]!);
  }
}
