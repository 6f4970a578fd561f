import { LitElement, type TemplateResult, html } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { PAGE as words } from "newsmark/words";

/** From how many characters on a text is edited in a frame of its own: measuring all of it takes too long. */
const LONG = 100_000;

/** The text is another. */
export class EditEvent extends Event {
  readonly text: string;

  constructor(text: string) {
    super("edit");
    this.text = text;
  }
}

/** The reader has done with editing. */
export class LeaveEvent extends Event {
  /** Whether the edit is to stay. */
  readonly keep: boolean;

  constructor(keep: boolean) {
    super("leave");
    this.keep = keep;
  }
}

/**
 * The article's text as a field.
 *
 * @fires edit whenever it has changed
 * @fires leave when the reader is done, or wants the old text back
 */
export class Editor extends LitElement {
  static override properties = { text: { attribute: false } };

  /** What the field begins with. */
  declare text: string;

  readonly #field = createRef<HTMLTextAreaElement>();

  constructor() {
    super();
    this.text = "";
  }

  /** Under the page's style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<div class="editing">
      <label class="off-screen" for="editor">${words.editor}</label>
      <textarea ${ref(this.#field)} id="editor" class=${this.text.length > LONG ? "long" : ""} spellcheck="false" dir="auto" placeholder=${words.placeholder} .value=${this.text} @input=${this.#onInput} @keydown=${this.#onKey}></textarea>
      <div class="actions">
        <button type="button" class="first" @click=${() => this.#leave(true)}>${words.done}</button>
        <button type="button" @click=${() => this.#leave(false)}>${words.cancel}</button>
      </div>
    </div>`;
  }

  protected override firstUpdated(): void {
    const field = this.#field.value;
    // At the beginning, which is what the reader sees.
    field?.setSelectionRange(0, 0);
    field?.focus();
  }

  /** Whether a paste into `field` is an edit. */
  keeps(field: EventTarget | undefined): boolean {
    const own = this.#field.value;
    return own !== undefined && field === own && own.value.trim() !== "";
  }

  #onInput(event: Event): void {
    this.dispatchEvent(new EditEvent((event.target as HTMLTextAreaElement).value));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#leave(false);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#leave(true);
  }

  #leave(keep: boolean): void {
    this.dispatchEvent(new LeaveEvent(keep));
  }
}
