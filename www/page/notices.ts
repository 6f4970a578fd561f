/** What the page says of what it does: its status line, work that takes its time, and why there are no marks. */

import type { ReactiveControllerHost } from "lit";
import { NewsmarkError } from "newsmark";
import { PAGE as words } from "newsmark/words";
import type { Work } from "./states.js";

/** From how many characters on a text takes so long that the page says so. */
const LONG = 1_000_000;

export class Notices {
  status = { words: words.reading, warns: false };
  /** What is under way. */
  work: Work | null = null;
  /** Why the article could not be read. */
  failure: NewsmarkError | null = null;
  /** Whether the status is one that the next result leaves there. */
  #stays = false;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  say(text: string, warns = false): void {
    this.status = { words: text, warns };
    this.#host.requestUpdate();
  }

  /** Says what the next result is not to talk over. */
  warn(text: string, warns = false): void {
    this.say(text, warns);
    this.#stays = true;
  }

  /** Reading begins. */
  reading({ length }: string): void {
    this.failure = null;
    this.work = { doing: "reading", done: null };
    this.say(length < LONG ? words.reading : words.readingLong((length / 1_000_000).toFixed(1)));
  }

  /** So much of a long text has been read, from 0 to 1. */
  progress(done: number): void {
    this.work = { doing: "reading", done };
    this.#host.requestUpdate();
  }

  /** The text has been read: says `summary`, unless there is more to say. */
  read(summary: string | null): void {
    this.failure = null;
    this.work = null;
    if (!this.#stays && summary !== null) this.say(summary);
    this.#stays = false;
    this.#host.requestUpdate();
  }

  /** So much of the article has its marks, from 0 to 1. */
  drawn(done: number): void {
    this.work = done < 1 ? { doing: "marking", done } : null;
    this.#host.requestUpdate();
  }

  failed(error: NewsmarkError): void {
    this.failure = error;
    this.work = null;
    this.say(words.failedTitle, true);
  }

  /** The reader has stopped what is under way; true where that was the reading itself. */
  stopped(): boolean {
    const reading = this.work?.doing === "reading";
    this.work = null;
    if (reading) this.failure = new NewsmarkError("aborted", words.stoppedReading);
    this.say(reading ? words.stoppedReading : words.stoppedMarking);
    return reading;
  }
}
