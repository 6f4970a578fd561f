import { LitElement, type TemplateResult, html } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { KINDS, LETTERS } from "newsmark/elements";
import { PAGE as words } from "newsmark/words";

const HELP = words.help;

/** The reader switched single-letter commands on or off. */
export class ShortcutsEvent extends Event {
  readonly on: boolean;

  constructor(on: boolean) {
    super("shortcuts");
    this.on = on;
  }
}

/**
 * A dialog that says what the page can do and which keys do it.
 *
 * @fires shortcuts when single letters are switched on or off
 */
export class Help extends LitElement {
  static override properties = { shortcuts: { attribute: false } };

  /** Whether single letters are commands. */
  declare shortcuts: boolean;

  readonly #dialog = createRef<HTMLDialogElement>();

  constructor() {
    super();
    this.shortcuts = true;
  }

  /** Under the page's style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  show(): void {
    this.#dialog.value?.showModal();
  }

  /** Whether it is on top of the page. */
  get isOpen(): boolean {
    return this.#dialog.value?.open ?? false;
  }

  protected override render(): TemplateResult {
    return html`<dialog ${ref(this.#dialog)} aria-labelledby="help-title">
      <h2 id="help-title" tabindex="-1" autofocus>${HELP.title}</h2>
      ${HELP.about.map((paragraph) => html`<p>${paragraph}</p>`)}
      <h3>${HELP.everywhere}</h3>
      <dl>${HELP.pageKeys.map(([keys, does]) => row(keys, does))}</dl>
      <h3>${HELP.inText}</h3>
      <dl>${HELP.textKeys.map(([keys, does]) => row(keys, does))}</dl>
      <h3>${HELP.letters}</h3>
      <p><label class="check"><input type="checkbox" .checked=${this.shortcuts} @change=${this.#onChange} /> ${HELP.lettersOn}</label></p>
      <dl>
        ${KINDS.map(({ kind, key }) => row([key.toUpperCase()], HELP.kinds[kind]))}
        ${row([HELP.shift], HELP.back)} ${(Object.keys(LETTERS) as (keyof typeof LETTERS)[]).map((name) => row([LETTERS[name].toUpperCase()], HELP[name]))}
      </dl>
      <div class="actions"><button type="button" class="first" @click=${() => this.#dialog.value?.close()}>${HELP.close}</button></div>
    </dialog>`;
  }

  #onChange(event: Event): void {
    this.dispatchEvent(new ShortcutsEvent((event.target as HTMLInputElement).checked));
  }
}

function row(keys: readonly string[], does: string): TemplateResult {
  return html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd></div>`;
}
