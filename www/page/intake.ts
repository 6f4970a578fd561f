/** What comes in: what is pasted anywhere, dropped, or opened. What can't be read is told, and what was there stays. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { PAGE as words } from "newsmark/words";
import type { Holding } from "./holding.js";
import type { Notices } from "./notices.js";
import { opened } from "./opened.js";
import type { Outgoing } from "./outgoing.js";
import { LIMIT, clipboardText, tooLarge, transferred } from "./read-file.js";
import { sheetOf } from "./sheets.js";

/** What of the page wants some of it for itself. */
export interface Takers {
  /** Whether a paste into `field` is meant for that field. */
  keeps(field: EventTarget | undefined): boolean;
  /** Whether a file was taken as a list of names. */
  takesNames(file: File): boolean;
  /** Names that were saved with an article. */
  names(lexicon: string): void;
  /** Where a text can be put in by hand. */
  field(): void;
}

export class Intake implements ReactiveController {
  /** Whether something is held over the page. */
  dropping = false;
  readonly #host: ReactiveControllerHost;
  readonly #parts: { notices: Notices; holding: Holding; outgoing: Outgoing };
  readonly #takers: Takers;

  constructor(host: ReactiveControllerHost, parts: { notices: Notices; holding: Holding; outgoing: Outgoing }, takers: Takers) {
    this.#host = host;
    this.#parts = parts;
    this.#takers = takers;
    host.addController(this);
  }

  /** Takes what is on the clipboard; where the browser does not let the page, there is a field to paste it into. */
  async paste(): Promise<void> {
    const { notices, holding } = this.#parts;
    try {
      this.#text(await clipboardText(), words.given.clipboard);
    } catch {
      if (!holding.compared) this.#takers.field();
      notices.say(words.pasteByHand);
    }
  }

  /** Opens files, each on a sheet of its own. */
  async open(files: readonly File[]): Promise<void> {
    const { notices, holding, outgoing } = this.#parts;
    if (files[0] && this.#takers.takesNames(files[0])) return;
    const { sheets, lexicon, refused } = await opened(files);
    if (sheets.length > 0) {
      if (lexicon !== null) this.#takers.names(lexicon);
      holding.open(sheets);
      for (const { history } of sheets) outgoing.cameFromFile(history);
    }
    const notice = refused.length > 0 ? refused.join(" ") : sheets.length > 1 ? words.sheets.opened(sheets.length) : null;
    if (notice === null) return;
    if (sheets.length > 0) notices.warn(notice, refused.length > 0);
    else notices.say(notice, true);
  }

  /** Takes a text that came from `name`; says `none` where there is none. */
  #text(text: string, name: string, none: string = words.noTextOnClipboard): void {
    const { notices, holding } = this.#parts;
    if (text.trim() === "") return notices.say(none, true);
    if (text.length > LIMIT) return notices.say(tooLarge(name, new Blob([text]).size), true);
    holding.put(sheetOf(text));
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
    if (field instanceof HTMLInputElement || this.#takers.keeps(field)) return;
    event.preventDefault();
    this.#text(transferred(event.clipboardData), words.given.pasted);
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
    if (files.length > 0) void this.open(files);
    else this.#text(transferred(event.dataTransfer), words.given.dropped, words.noTextDropped);
  };

  #drop(dropping: boolean): void {
    if (dropping === this.dropping) return;
    this.dropping = dropping;
    this.#host.requestUpdate();
  }
}
