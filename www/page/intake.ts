/** What comes in from outside the page's own controls: what is pasted anywhere, and dropped. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { transferred } from "./read-file.js";

/** Who takes what comes in. */
export interface Taker {
  /** Whether a paste into `field` is meant for that field. */
  keeps(field: EventTarget | undefined): boolean;
  /** Takes a text; `from` says how it came. */
  text(text: string, from: "pasted" | "dropped"): void;
  files(files: readonly File[]): void;
}

export class Intake implements ReactiveController {
  /** Whether something is held over the page. */
  dropping = false;
  readonly #host: ReactiveControllerHost;
  readonly #taker: Taker;

  constructor(host: ReactiveControllerHost, taker: Taker) {
    this.#host = host;
    this.#taker = taker;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("paste", this.#onPaste);
    document.addEventListener("dragover", this.#onDrag);
    document.addEventListener("dragleave", this.#onDragEnd);
    document.addEventListener("drop", this.#onDrop);
  }

  hostDisconnected(): void {
    document.removeEventListener("paste", this.#onPaste);
    document.removeEventListener("dragover", this.#onDrag);
    document.removeEventListener("dragleave", this.#onDragEnd);
    document.removeEventListener("drop", this.#onDrop);
  }

  readonly #onPaste = (event: ClipboardEvent): void => {
    const [field] = event.composedPath();
    if (field instanceof HTMLInputElement || this.#taker.keeps(field)) return;
    event.preventDefault();
    this.#taker.text(transferred(event.clipboardData), "pasted");
  };

  readonly #onDrag = (event: DragEvent): void => {
    event.preventDefault();
    this.#drop(true);
  };

  readonly #onDragEnd = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#drop(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.#drop(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) this.#taker.files(files);
    else this.#taker.text(transferred(event.dataTransfer), "dropped");
  };

  #drop(dropping: boolean): void {
    if (dropping === this.dropping) return;
    this.dropping = dropping;
    this.#host.requestUpdate();
  }
}
