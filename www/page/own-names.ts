import { LitElement, type TemplateResult, html, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { Annotator, LexiconReport } from "newsmark";
import { PAGE as words } from "newsmark/words";
import { save } from "./give.js";
import { readFile } from "./read-file.js";

const OWN = words.ownNames;

/** The reader gave other names. */
export class NamesEvent extends Event {
  readonly list: string;
  /** How many names are in it. */
  readonly count: number;

  constructor(list: string, count: number) {
    super("names");
    this.list = list;
    this.count = count;
  }
}

/**
 * A dialog for the reader's own names: typed, pasted or from a file. Kept nowhere but in the page, unless saved.
 *
 * @fires names when they are to be used
 */
export class OwnNames extends LitElement {
  static override properties = {
    report: { state: true },
    refused: { state: true },
  };

  /** What reads the list. */
  annotator: Annotator | null = null;
  declare private report: LexiconReport | null;
  declare private refused: string | null;

  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #field = createRef<HTMLTextAreaElement>();
  readonly #picker = createRef<HTMLInputElement>();

  constructor() {
    super();
    this.report = null;
    this.refused = null;
  }

  /** Under the page's style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  get isOpen(): boolean {
    return this.#dialog.value?.open ?? false;
  }

  /** Shows the dialog with `list` to edit. */
  show(list: string): void {
    this.#say(null, null);
    if (this.#field.value) this.#field.value.value = list;
    this.#dialog.value?.showModal();
  }

  /** Takes the list in a file, in place of what is there. */
  async take(file: File): Promise<void> {
    const read = await readFile(file);
    this.#say(null, "refused" in read ? read.refused : null);
    if ("text" in read && this.#field.value) this.#field.value.value = read.text;
  }

  protected override render(): TemplateResult {
    return html`<dialog ${ref(this.#dialog)} aria-labelledby="own-names-title">
      <h2 id="own-names-title">${OWN.title}</h2>
      <p>${OWN.help}</p>
      <label for="own-names">${OWN.label}</label>
      <textarea ${ref(this.#field)} id="own-names" spellcheck="false" placeholder=${OWN.example} @keydown=${this.#onKey}></textarea>
      <div role="status">${this.refused ?? (this.report ? this.#told(this.report) : nothing)}</div>
      <div class="actions">
        <button type="button" class="first" @click=${this.#use}>${OWN.use}</button>
        <button type="button" @click=${() => this.#picker.value?.click()}>${OWN.open}</button>
        <input ${ref(this.#picker)} type="file" accept=".tsv,.txt,.json,text/plain,text/tab-separated-values,application/json" hidden @change=${this.#onPick} />
        <button type="button" @click=${this.#save}>${OWN.save}</button>
        <span class="gap"></span>
        <button type="button" @click=${() => this.#dialog.value?.close()}>${OWN.close}</button>
      </div>
    </dialog>`;
  }

  #told({ names, problems }: LexiconReport): TemplateResult {
    return html`<p>${OWN.used(names)} ${problems.length > 0 ? OWN.unread(problems.length) : nothing}</p>
      ${problems.length > 0 ? html`<ul>${problems.slice(0, 50).map(({ line, message }) => html`<li>${OWN.problem(line, message)}</li>`)}</ul>` : nothing}`;
  }

  #say(report: LexiconReport | null, refused: string | null): void {
    this.report = report;
    this.refused = refused;
  }

  /** Uses the good lines; where all are good there is nothing left to do here. */
  readonly #use = async (): Promise<void> => {
    const list = this.#field.value?.value ?? "";
    try {
      const report = await this.annotator!.checkLexicon(list);
      this.#say(report, null);
      this.dispatchEvent(new NamesEvent(list, report.names));
      if (report.problems.length === 0) this.#dialog.value?.close();
    } catch (thrown) {
      this.#say(null, thrown instanceof Error ? thrown.message : String(thrown));
    }
  };

  /** A tab parts the cells of a line, so it is typed; Escape leaves the dialog. */
  #onKey(event: KeyboardEvent): void {
    const field = event.target as HTMLTextAreaElement;
    if (event.key !== "Tab" || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
    const line = field.value.slice(0, field.selectionStart).split("\n").at(-1) ?? "";
    // At the start of a line there is nothing to part: Tab goes on, as everywhere.
    if (line.trim() === "") return;
    event.preventDefault();
    field.setRangeText("\t", field.selectionStart, field.selectionEnd, "end");
  }

  #onPick(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (file) void this.take(file);
  }

  readonly #save = (): void => {
    const list = this.#field.value?.value ?? "";
    const json = list.trimStart().startsWith("[");
    save(json ? "names.json" : "names.tsv", json ? "application/json" : "text/tab-separated-values", list);
  };
}
