import { LitElement, type TemplateResult, html, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { PAGE as words } from "newsmark/words";
import type { Keeping } from "./keeper.js";
import { DATABASE } from "./store.js";

const KEEP = words.keep;

/**
 * The choice to keep what is open on this device: a button that asks, and while it is kept one that takes it away.
 *
 * @fires keep when the reader wants it kept
 * @fires wipe when the reader wants it gone
 */
export class Keep extends LitElement {
  static override properties = {
    state: { attribute: false },
  };

  declare state: Keeping;

  readonly #dialog = createRef<HTMLDialogElement>();

  constructor() {
    super();
    this.state = "off";
  }

  /** Under the page's style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Whether it is on top of the page. */
  get isOpen(): boolean {
    return this.#dialog.value?.open ?? false;
  }

  protected override render(): TemplateResult {
    const wipes = this.state === "on" || this.state === "failed";
    return html`${wipes
        ? html`<button type="button" @click=${() => this.dispatchEvent(new Event("wipe"))}>${KEEP.wipe}</button>`
        : html`<button type="button" @click=${() => this.#dialog.value?.showModal()}>${KEEP.button}</button>`}
      <dialog ${ref(this.#dialog)} aria-labelledby="keep-title">
        <h2 id="keep-title">${KEEP.title}</h2>
        <p>${KEEP.what}</p>
        <p>${KEEP.where(DATABASE)}</p>
        ${location.protocol === "file:" ? html`<p><b>${KEEP.disk}</b></p>` : nothing}
        <p>${KEEP.end}</p>
        <div class="actions">
          <button type="button" class="first" @click=${this.#keep}>${KEEP.yes}</button>
          <button type="button" @click=${() => this.#dialog.value?.close()}>${KEEP.no}</button>
        </div>
      </dialog>`;
  }

  readonly #keep = (): void => {
    this.#dialog.value?.close();
    this.dispatchEvent(new Event("keep"));
  };
}
