import { LitElement, type TemplateResult, html, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { Article } from "newsmark";
import type { ExportFormat, Exported } from "newsmark/exporters";
import { PAGE as words } from "newsmark/words";
import { pageExport } from "./engine.js";
import { fileName, save } from "./give.js";

const SAVE = words.saveAs;
const FORMATS = Object.keys(SAVE.formats) as ExportFormat[];

/**
 * A dialog to save the article in a format for other programs; it says what the format can't hold.
 */
export class SaveAs extends LitElement {
  static override properties = {
    format: { state: true },
    withText: { state: true },
    exported: { state: true },
    told: { state: true },
  };

  declare private format: ExportFormat;
  declare private withText: boolean;
  /** The file as it would be saved; null: it is being made, or can't be. */
  declare private exported: Exported | null;
  declare private told: string;

  #article: (Article & { text: string }) | null = null;
  #making = Promise.resolve();
  readonly #dialog = createRef<HTMLDialogElement>();

  constructor() {
    super();
    this.format = "claims-csv";
    this.withText = true;
    this.exported = null;
    this.told = "";
  }

  /** Under the page's style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get isOpen(): boolean {
    return this.#dialog.value?.open ?? false;
  }

  /** Shows the dialog for an article, as it is corrected by now. */
  show(article: Article, text: string): void {
    this.#article = { ...article, text };
    this.#making = this.#make();
    this.#dialog.value?.showModal();
  }

  protected override render(): TemplateResult {
    const { exported } = this;
    return html`<dialog ${ref(this.#dialog)} aria-labelledby="save-as-title">
      <h2 id="save-as-title">${SAVE.title}</h2>
      <p class="field">
        <label for="format">${SAVE.format}</label>
        <select id="format" aria-describedby="format-about" @change=${this.#onFormat}>
          ${FORMATS.map((format) => html`<option value=${format} ?selected=${format === this.format}>${SAVE.formats[format].name}</option>`)}
        </select>
      </p>
      <p id="format-about">${SAVE.formats[this.format].about}</p>
      <p><label class="check"><input type="checkbox" .checked=${this.withText} @change=${this.#onText} /> ${SAVE.text}</label></p>
      <p class="lost">${exported ? (exported.lost.length > 0 ? SAVE.lost(exported.lost) : SAVE.whole) : nothing}</p>
      <p role="status">${this.told}</p>
      <div class="actions">
        <button type="button" class="first" @click=${this.#save}>${SAVE.save}</button>
        ${this.format === "brat" ? html`<button type="button" @click=${this.#saveText}>${SAVE.saveText}</button>` : nothing}
        <button type="button" @click=${() => this.#dialog.value?.close()}>${SAVE.close}</button>
      </div>
    </dialog>`;
  }

  readonly #onFormat = (event: Event): void => {
    this.format = (event.target as HTMLSelectElement).value as ExportFormat;
    this.#making = this.#make();
  };

  readonly #onText = (event: Event): void => {
    this.withText = (event.target as HTMLInputElement).checked;
    this.#making = this.#make();
  };

  async #make(): Promise<void> {
    const [article, format, text] = [this.#article, this.format, this.withText];
    this.exported = null;
    this.told = "";
    if (!article) return;
    try {
      const exported = await pageExport(article, format, { text });
      if (format === this.format && text === this.withText) this.exported = exported;
    } catch (thrown) {
      this.told = thrown instanceof Error ? thrown.message : String(thrown);
    }
  }

  readonly #save = async (): Promise<void> => {
    await this.#making;
    if (this.exported) this.#give(this.exported.extension, this.exported.mediaType, this.exported.content);
  };

  /** Standoff annotations are of no use without the text that they lie over. */
  readonly #saveText = (): void => this.#give("txt", "text/plain", this.#article?.text ?? "");

  #give(extension: string, type: string, content: string): void {
    const name = fileName(this.#article?.text ?? "", extension);
    save(name, type, content);
    this.told = SAVE.saved(name);
  }
}
