/** The corrections of the article on top: what was read, with the log over it, and the keys to take back. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Article } from "newsmark";
import { type Correction, type History, NO_HISTORY, apply, change, redo, undo } from "newsmark/corrections";
import { PAGE as words } from "newsmark/words";
import { told } from "./corrected.js";

export class Corrector implements ReactiveController {
  history: History = NO_HISTORY;
  /** Corrections whose place is no longer in the text. */
  unplaced: readonly Correction[] = [];
  /** What was read, before corrections. */
  #read: Article | null = null;
  #text = "";
  readonly #show: (article: Article, notice: string) => void;

  /** `show` is given the article whenever its corrections change, and what happened. */
  constructor(host: ReactiveControllerHost, show: (article: Article, notice: string) => void) {
    this.#show = show;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("keydown", this.#onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener("keydown", this.#onKey);
  }

  /** Takes what was read of `text`, and gives it as corrected. */
  take(read: Article, text: string): Article {
    this.#read = read;
    this.#text = text;
    const { article, unplaced } = apply(read, text, this.history.log);
    this.unplaced = unplaced;
    return article;
  }

  /** There is nothing to correct: no text, or it could not be read. */
  forget(): void {
    this.#read = null;
    this.unplaced = [];
  }

  /** Turns to another article with its corrections, which is still to be read. */
  turnTo(history: History): void {
    this.history = history;
    this.forget();
  }

  /** Adds a correction; false where its place can't be told. */
  add(correction: Correction): boolean {
    const next = change(this.history, [...this.history.log, correction]);
    if (!this.#read || apply(this.#read, this.#text, next.log).unplaced.includes(correction)) return false;
    this.#go(next, told(correction));
    return true;
  }

  readonly takeBack = (which: Correction): void => {
    this.#go(change(this.history, this.history.log.filter((one) => one !== which)), words.corrections.undone);
  };

  readonly undo = (): void => this.#go(undo(this.history), words.corrections.undone);
  readonly redo = (): void => this.#go(redo(this.history), words.corrections.redone);

  #go(history: History, notice: string): void {
    if (history === this.history || !this.#read) return;
    this.history = history;
    this.#show(this.take(this.#read, this.#text), notice);
  }

  /** Where something is typed the keys are the field's own. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const [field] = event.composedPath();
    const typing = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== "checkbox");
    if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) this.undo();
    else if (key === "y" || key === "z") this.redo();
    else return;
    event.preventDefault();
  };
}
