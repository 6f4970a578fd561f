/** What the elements tell the page around them. All bubble and leave shadow roots. */

import type { Correction } from "../corrections/index.js";
import type { Article, NewsmarkError } from "../engine/index.js";
import type { Kind } from "./kinds.js";

/** An item was chosen, in the article or in a list. */
export class SelectEvent extends Event {
  /** Its id in the result; null: nothing is chosen any more. */
  readonly id: string | null;
  /** Whether the reader wants to be taken to the other side. */
  readonly follow: boolean;

  constructor(id: string | null, follow: boolean) {
    super("newsmark-select", { bubbles: true, composed: true });
    this.id = id;
    this.follow = follow;
  }
}

/** A speaker or source was picked: only what is theirs is to be shown. */
export class VoiceEvent extends Event {
  /** The name; empty: what nobody is named for; null: everything again. */
  readonly voice: string | null;

  constructor(voice: string | null) {
    super("newsmark-voice", { bubbles: true, composed: true });
    this.voice = voice;
  }
}

/** A person corrected a mark, or made one. */
export class CorrectEvent extends Event {
  readonly correction: Correction;

  constructor(correction: Correction) {
    super("newsmark-correct", { bubbles: true, composed: true });
    this.correction = correction;
  }
}

/** Words of the article were selected, or found; or they are no longer. */
export class WordsEvent extends Event {
  readonly words: { start: number; end: number } | null;

  constructor(words: { start: number; end: number } | null) {
    super("newsmark-words", { bubbles: true, composed: true });
    this.words = words;
  }
}

/** A key in the text asks for a correction of the chosen mark, or for the selected words to be marked. */
export class KeyEvent extends Event {
  readonly command: "accept" | "reject" | "change" | "mark";

  constructor(command: KeyEvent["command"]) {
    super("newsmark-key", { bubbles: true, composed: true, cancelable: true });
    this.command = command;
  }
}

/** A text was read and is shown. */
export class ResultEvent extends Event {
  readonly article: Article;
  readonly text: string;

  constructor(article: Article, text: string) {
    super("newsmark-result", { bubbles: true, composed: true });
    this.article = article;
    this.text = text;
  }
}

/** A text could not be read; it is shown without marks. */
export class FailureEvent extends Event {
  readonly error: NewsmarkError;

  constructor(error: NewsmarkError) {
    super("newsmark-error", { bubbles: true, composed: true });
    this.error = error;
  }
}

/** A long text is being read. */
export class ReadingEvent extends Event {
  /** How much has been read, from 0 to 1. */
  readonly done: number;

  constructor(done: number) {
    super("newsmark-progress", { bubbles: true, composed: true });
    this.done = done;
  }
}

/** The marks of a long article are being drawn, a step at a time. */
export class DrawEvent extends Event {
  /** How much is drawn, from 0 to 1; 1: all, or the reader stopped it. */
  readonly done: number;

  constructor(done: number) {
    super("newsmark-draw", { bubbles: true, composed: true });
    this.done = done;
  }
}

/** The legend switched kinds on or off. */
export class KindsEvent extends Event {
  readonly kinds: ReadonlySet<Kind>;

  constructor(kinds: ReadonlySet<Kind>) {
    super("newsmark-kinds", { bubbles: true, composed: true });
    this.kinds = kinds;
  }
}

declare global {
  interface HTMLElementEventMap {
    "newsmark-select": SelectEvent;
    "newsmark-voice": VoiceEvent;
    "newsmark-correct": CorrectEvent;
    "newsmark-words": WordsEvent;
    "newsmark-key": KeyEvent;
    "newsmark-result": ResultEvent;
    "newsmark-error": FailureEvent;
    "newsmark-progress": ReadingEvent;
    "newsmark-draw": DrawEvent;
    "newsmark-kinds": KindsEvent;
    "newsmark-help": Event;
  }
}
