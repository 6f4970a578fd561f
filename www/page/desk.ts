import { LitElement, type TemplateResult, html, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { type Article, NewsmarkError } from "newsmark";
import { type CorrectEvent, type DrawEvent, type FailureEvent, type KeyEvent, type NewsmarkArticle, type NewsmarkCorrect, type NewsmarkLists, type ResultEvent, type SelectEvent, type VoiceEvent, type WordsEvent, countKinds } from "newsmark/elements";
import { type History, NO_HISTORY } from "newsmark/corrections";
import { claimsCsv } from "newsmark/exporters";
import { pageAnnotator } from "./engine.js";
import { correctedList } from "./corrected.js";
import { Corrector } from "./corrector.js";
import { copy, fileName, save } from "./give.js";
import type { Help, ShortcutsEvent } from "./help.js";
import { Intake } from "./intake.js";
import type { NamesEvent, OwnNames } from "./own-names.js";
import { LIMIT, clipboardText, readFile, tooLarge } from "./read-file.js";
import { sample } from "./sample.js";
import { openSaved, savedFile } from "./saved.js";
import { type Sheet, sheetRow } from "./sheets.js";
import { advice, words } from "./words.js";

/** How long to wait after a key before the text is read again. */
const PAUSE = 250;
/** From how many characters on a text is edited in a frame of its own: measuring all of it takes too long. */
const LONG = 100_000;
/** Where article and lists stand side by side. */
const WIDE = "(min-width: 60rem)";

/** The text that is being edited, and what to return to. */
interface Draft {
  text: string;
  before: string;
}

/** What is under way; `done` from 0 to 1, null where nobody knows. */
interface Work {
  words: string;
  done: number | null;
}

/** The page: one article, its marks and its lists. */
export class Desk extends LitElement {
  static override properties = {
    text: { state: true },
    published: { state: true },
    lexicon: { state: true },
    draft: { state: true },
    result: { state: true },
    failure: { state: true },
    selected: { state: true },
    voice: { state: true },
    status: { state: true },
    work: { state: true },
    shortcuts: { state: true },
    sheets: { state: true },
    selection: { state: true },
  };

  declare private text: string;
  declare private published: string | null;
  declare private lexicon: string;
  declare private draft: Draft | null;
  declare private result: Article | null;
  declare private failure: NewsmarkError | null;
  declare private selected: string | null;
  declare private voice: string | null;
  declare private status: { words: string; warns: boolean };
  declare private work: Work | null;
  declare private shortcuts: boolean;
  /** All that is open; the one on top as it was when it was turned to. */
  declare private sheets: readonly Sheet[];
  /** Words to mark: selected, or found. */
  declare private selection: { start: number; end: number } | null;
  #at = 0;
  /** The corrections that were saved last. */
  #saved = NO_HISTORY.log;
  /** Whether the status holds a notice that the next result leaves there. */
  #notice = false;

  readonly #annotator = pageAnnotator();
  readonly #intake = new Intake(this, {
    keeps: (field) => this.#keeps(field),
    text: (text, from) => this.#take(text, words.given[from], from === "dropped" ? words.noTextDropped : words.noTextOnClipboard),
    files: (files) => void this.#takeFiles(files),
  });
  readonly #corrector = new Corrector(this, (article, notice) => {
    this.result = article;
    this.#say(notice);
  });
  readonly #article = createRef<NewsmarkArticle>();
  readonly #lists = createRef<NewsmarkLists>();
  readonly #editor = createRef<HTMLTextAreaElement>();
  readonly #picker = createRef<HTMLInputElement>();
  readonly #names = createRef<OwnNames>();
  readonly #help = createRef<Help>();
  readonly #correct = createRef<NewsmarkCorrect>();
  readonly #why = createRef<HTMLElement>();
  /** Keeps the chosen words above the card, whatever that shows. */
  readonly #covers = new ResizeObserver(() => {
    const article = this.#article.value;
    article?.style.setProperty("--newsmark-covered", `${this.#why.value?.offsetHeight ?? 0}px`);
    if (this.selected !== null) article?.uncover();
  });
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.text = sample.text;
    this.published = sample.published;
    this.lexicon = "";
    this.draft = null;
    this.result = null;
    this.failure = null;
    this.selected = null;
    this.voice = null;
    this.status = { words: words.reading, warns: false };
    this.work = null;
    this.shortcuts = true;
    this.sheets = [{ ...sample, name: null, history: NO_HISTORY }];
    this.selection = null;
  }

  /** In the page itself, where its style sheet and its anchors reach. */
  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeunload", this.#onLeave);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeunload", this.#onLeave);
  }

  protected override render(): TemplateResult {
    return html`
      <header>
        <div class="top">
          <div class="title">
            <h1>${words.name}</h1>
            <p>${words.tagline}</p>
          </div>
          ${this.#tools()}
        </div>
        <div class="bar">
          <p class=${this.status.warns ? "status warns" : "status"} role="status">${this.status.words}</p>
          ${this.work ? this.#working(this.work) : nothing}
          <newsmark-badge .loaded=${this.result !== null}></newsmark-badge>
        </div>
        ${this.voice !== null && !this.draft ? this.#only(this.voice) : nothing}
      </header>
      ${this.sheets.length > 1 ? sheetRow(this.#kept(), this.#at, (to) => this.#turn(to), (which) => this.#close(which)) : nothing}
      <main @newsmark-voice=${this.#onVoice}>
        <section class="paper" id="article" aria-label=${words.article} @newsmark-select=${this.#onSelectMark}>
          ${this.draft ? this.#editing(this.draft) : nothing}
          ${this.failure && !this.draft ? this.#failed(this.failure) : nothing}
          ${this.text.trim() === "" && !this.draft ? this.#empty() : nothing}
          <newsmark-article
            ${ref(this.#article)}
            legend
            ?hidden=${this.draft !== null || this.text.trim() === ""}
            .annotator=${this.#annotator}
            .text=${this.text}
            .result=${this.result}
            .published=${this.published}
            .lexicon=${this.lexicon}
            .selected=${this.selected}
            .voice=${this.voice}
            .shortcuts=${this.shortcuts ? "on" : "off"}
            @newsmark-help=${this.#showHelp}
            @newsmark-words=${this.#onWords}
            @newsmark-key=${this.#onKey}
            @newsmark-result=${this.#onResult}
            @newsmark-error=${this.#onFailure}
            @newsmark-draw=${this.#onDraw}
          ></newsmark-article>
          <div class="why" ${ref(this.#why)}>
            <newsmark-card .result=${this.result} .text=${this.text} .selected=${this.draft ? null : this.selected}></newsmark-card>
            <newsmark-correct ${ref(this.#correct)} .result=${this.result} .text=${this.text} .selected=${this.draft ? null : this.selected} .selection=${this.draft ? null : this.selection} @newsmark-correct=${this.#onCorrect}></newsmark-correct>
          </div>
          ${this.draft ? nothing : correctedList(this.#corrector.history, this.#corrector.unplaced, this.#corrector.takeBack)}
        </section>
        <section class="lists" id="lists" aria-labelledby="lists-title" @newsmark-select=${this.#onSelectRow}>
          <h2 id="lists-title" class="off-screen">${words.lists}</h2>
          <newsmark-lists ${ref(this.#lists)} .result=${this.result} .text=${this.text} .selected=${this.selected} .voice=${this.voice}></newsmark-lists>
        </section>
      </main>
      <nav class="jump" aria-label=${words.jump.label}>
        <button type="button" @click=${() => this.#jump("article")}>${words.jump.article}</button>
        <button type="button" @click=${() => this.#jump("lists")}>${words.jump.lists}</button>
      </nav>
      <footer>${this.result?.engine}</footer>
      <newsmark-own-names ${ref(this.#names)} .annotator=${this.#annotator} @names=${this.#onNames}></newsmark-own-names>
      <newsmark-help ${ref(this.#help)} .shortcuts=${this.shortcuts} @shortcuts=${this.#onShortcuts}></newsmark-help>
      ${this.#intake.dropping && !this.#names.value?.isOpen ? html`<div class="drop">${words.drop}</div>` : nothing}
    `;
  }

  /** A line for work that takes its time; short work is over before it shows. */
  #working({ words: what, done }: Work): TemplateResult {
    return html`<p class="work">
      <label>${what} ${done === null ? html`<progress></progress>` : html`<progress .value=${done}></progress>`}</label>
      <button type="button" @click=${this.#stop}>${words.cancel}</button>
    </p>`;
  }

  protected override firstUpdated(): void {
    if (this.#why.value) this.#covers.observe(this.#why.value);
  }

  /** What is shown where not everything is. */
  #only(voice: string): TemplateResult {
    return html`<div class="only">
      <p>${words.only(voice, ...this.#countOf(voice))}</p>
      <button type="button" @click=${() => this.#pick(null)}>${words.everything}</button>
    </div>`;
  }

  #countOf(voice: string): [quotes: number, figures: number] {
    if (!this.result) return [0, 0];
    const { quote, figure } = countKinds(this.result, this.text, voice);
    return [quote, figure];
  }

  #tools(): TemplateResult {
    const { history } = this.#corrector;
    return html`<div class="tools">
      <button type="button" class="first" @click=${this.#paste}>${words.paste}</button>
      <button type="button" @click=${() => this.#picker.value?.click()}>${words.open}</button>
      <input ${ref(this.#picker)} type="file" accept=".txt,.text,.md,.markdown,.html,.htm,.docx,.odt,.json,text/plain,text/html,text/markdown" multiple hidden @change=${this.#onPick} />
      <button type="button" @click=${() => this.#edit(this.text)}>${words.edit}</button>
      <button type="button" @click=${this.#showSample}>${words.sample}</button>
      <label class="published">${words.published} <input type="date" .value=${this.published ?? ""} @change=${this.#onPublished} /></label>
      <button type="button" @click=${() => this.#names.value?.show(this.lexicon)}>${words.names}</button>
      <span class="gap"></span>
      ${history === NO_HISTORY
        ? nothing
        : html`<button type="button" ?disabled=${history.past.length === 0} @click=${this.#corrector.undo}>${words.undo}</button>
            <button type="button" ?disabled=${history.future.length === 0} @click=${this.#corrector.redo}>${words.redo}</button>`}
      <button type="button" @click=${this.#copyClaims}>${words.copyClaims}</button>
      <button type="button" @click=${this.#save}>${words.save}</button>
      <button type="button" @click=${this.#showHelp}>${words.helpButton}</button>
    </div>`;
  }

  #editing(draft: Draft): TemplateResult {
    return html`<div class="editing">
      <label class="off-screen" for="editor">${words.editor}</label>
      <textarea ${ref(this.#editor)} id="editor" class=${draft.text.length > LONG ? "long" : ""} spellcheck="false" placeholder=${words.placeholder} .value=${draft.text} @input=${this.#onInput} @keydown=${this.#onEditorKey}></textarea>
      <div class="actions">
        <button type="button" class="first" @click=${this.#done}>${words.done}</button>
        <button type="button" @click=${this.#cancel}>${words.cancel}</button>
      </div>
    </div>`;
  }

  #empty(): TemplateResult {
    return html`<div class="notice">
      <h2>${words.emptyTitle}</h2>
      <p>${words.empty}</p>
    </div>`;
  }

  #failed(failure: NewsmarkError): TemplateResult {
    return html`<div class="notice failed">
      <h2>${words.failedTitle}</h2>
      <p>${advice(failure.code, failure.message)}</p>
      <button type="button" @click=${this.#again}>${words.again}</button>
    </div>`;
  }

  #say(text: string, warns = false): void {
    this.status = { words: text, warns };
  }

  /** Shows another article. */
  #load(text: string, published: string | null = null, history: History = NO_HISTORY): void {
    clearTimeout(this.#pause);
    const same = text === this.text && published === this.published && this.result !== null;
    this.#corrector.turnTo(history);
    this.selection = null;
    this.#startReading();
    // The same again is read again, as what was corrected in it may have been another.
    if (same) void this.#article.value?.read();
    this.draft = null;
    this.failure = null;
    this.selected = null;
    this.voice = null;
    this.published = published;
    this.text = text;
    scrollTo({ top: 0 });
  }

  /** Takes text from outside, or says why not and keeps what is there. */
  #take(text: string, name: string, none: string = words.noTextOnClipboard): void {
    if (text.trim() === "") return this.#say(none, true);
    if (text.length > LIMIT) return this.#say(tooLarge(name, new Blob([text]).size), true);
    this.#put({ name: null, text, published: null, history: NO_HISTORY });
  }

  /** Puts a sheet in the place of the one on top; on top of it where that has been corrected. */
  #put(sheet: Sheet): void {
    const kept = this.#kept();
    if (this.#corrector.history.log.length > 0) {
      this.sheets = [...kept, sheet];
      this.#at = kept.length;
    } else {
      this.sheets = kept.with(this.#at, sheet);
    }
    this.#load(sheet.text, sheet.published);
  }

  /** All sheets, the one on top as it is now. */
  #kept(): Sheet[] {
    return this.sheets.map((sheet, i) => (i === this.#at ? { ...sheet, text: this.draft?.text ?? this.text, published: this.published, history: this.#corrector.history } : sheet));
  }

  /** Opens files, each on a sheet of its own; the sample makes room. What can't be read is told. */
  async #takeFiles(files: readonly File[]): Promise<void> {
    const names = this.#names.value;
    if (names?.isOpen && files[0]) return names.take(files[0]);
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, ...(await readFile(file)) })));
    const saved = read.map((one) => ("text" in one ? openSaved(one.text) : null));
    const opened = read.flatMap((one, i) => ("text" in one ? [{ name: one.name, text: one.text, published: null, history: NO_HISTORY, ...saved[i] }] : []));
    const refused = read.flatMap((one) => ("refused" in one ? [one.refused] : []));
    if (opened.length > 0) {
      const before = this.#kept().filter(({ text, history }, i) => i !== this.#at || history.log.length > 0 || (text !== sample.text && text.trim() !== ""));
      this.sheets = [...before, ...opened];
      this.#at = before.length;
      const { text, published, history } = opened[0]!;
      this.lexicon = saved.findLast((one) => one?.lexicon)?.lexicon ?? this.lexicon;
      this.#load(text, published, history);
      this.#saved = history.log;
    }
    const notice = refused.length > 0 ? refused.join(" ") : opened.length > 1 ? words.sheets.opened(opened.length) : null;
    if (notice === null) return;
    this.#say(notice, refused.length > 0);
    // Not to be talked over by what is told of the article when it has been read.
    if (opened.length > 0) this.#notice = true;
  }

  #turn(to: number): void {
    this.sheets = this.#kept();
    this.#at = to;
    const { text, published, history } = this.sheets[to]!;
    this.#load(text, published, history);
  }

  #close(which: number): void {
    const left = this.#kept().filter((_, i) => i !== which);
    const at = this.#at;
    this.sheets = left;
    this.#at = Math.min(at > which ? at - 1 : at, left.length - 1);
    const { text, published, history } = left[this.#at]!;
    if (at === which) this.#load(text, published, history);
  }

  readonly #paste = async (): Promise<void> => {
    try {
      this.#take(await clipboardText(), "The clipboard");
    } catch {
      this.#edit("");
      this.#say(words.pasteByHand);
    }
  };

  /** Within a text that is being edited a paste is an edit; a dialog has its own fields. */
  #keeps(field: EventTarget | undefined): boolean {
    const editor = this.#editor.value;
    const editing = editor !== undefined && field === editor && editor.value.trim() !== "";
    return editing || (this.#names.value?.isOpen ?? false) || (this.#help.value?.isOpen ?? false);
  }

  #onPick(event: Event): void {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = "";
    void this.#takeFiles(files);
  }

  #showSample(): void {
    this.#put({ ...sample, name: null, history: NO_HISTORY });
  }

  #onPublished(event: Event): void {
    this.published = (event.target as HTMLInputElement).value || null;
  }

  #onNames({ list, count }: NamesEvent): void {
    this.lexicon = list;
    this.#say(words.namesUsed(count));
  }

  #edit(text: string): void {
    this.draft = { text, before: this.text };
    void this.updateComplete.then(() => this.#editor.value?.focus());
  }

  #onInput(event: Event): void {
    const text = (event.target as HTMLTextAreaElement).value;
    if (!this.draft) return;
    this.draft = { ...this.draft, text };
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#reread(text), PAUSE);
  }

  #reread(text: string): void {
    this.text = text;
    if (text.trim() === "") this.#clear();
  }

  #clear(): void {
    this.result = null;
    this.#corrector.forget();
  }

  #onEditorKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#cancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#done();
  }

  #done(): void {
    if (this.draft) this.#leave(this.draft.text);
  }

  #cancel(): void {
    if (this.draft) this.#leave(this.draft.before);
  }

  #leave(text: string): void {
    clearTimeout(this.#pause);
    this.draft = null;
    this.#reread(text);
  }

  #onResult(event: ResultEvent): void {
    // What was corrected here comes back when it is shown.
    if (event.article === this.result) return;
    this.failure = null;
    this.work = null;
    this.result = this.#corrector.take(event.article, this.text);
    if (!this.#notice) this.#summarize(this.result);
    this.#notice = false;
  }

  #onCorrect({ correction }: CorrectEvent): void {
    if (!this.#corrector.add(correction)) return this.#say(words.corrections.failed, true);
    if (correction.change.do !== "add") return;
    this.selection = null;
    const { start } = correction.at;
    this.selected = this.result?.[`${correction.layer}s`].findLast((mark) => mark.origin === "added" && mark.start === start)?.id ?? null;
  }

  /** Corrections that were not saved are not lost without a question. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#kept().some(({ history }) => history.log.length > 0 && history.log !== this.#saved)) event.preventDefault();
  };

  #onWords(event: WordsEvent): void {
    this.selection = event.words;
  }

  #onKey({ command }: KeyEvent): void {
    const correct = this.#correct.value;
    if (command === "mark") void correct?.mark();
    // The choice of the mark has to get there first.
    else void this.updateComplete.then(() => (command === "change" ? correct?.edit() : correct?.decide(command)));
  }

  #onFailure(event: FailureEvent): void {
    this.#clear();
    this.failure = event.error;
    this.work = null;
    this.#say(words.failedTitle, true);
  }

  #startReading(): void {
    this.#say(words.reading);
    this.work = { words: words.reading, done: null };
  }

  #onDraw(event: DrawEvent): void {
    this.work = event.done < 1 ? { words: words.marking, done: event.done } : null;
  }

  /** Stops what is under way: the reading, or the drawing of what was read. */
  #stop(): void {
    const reading = this.work?.done === null;
    this.#article.value?.cancel();
    this.work = null;
    if (!reading) return this.#say(words.stoppedMarking);
    this.#clear();
    this.failure = new NewsmarkError("aborted", words.stoppedReading);
    this.#say(words.stoppedReading);
  }

  #again(): void {
    this.failure = null;
    this.#startReading();
    void this.#article.value?.read();
  }

  #summarize({ quotes, figures, entities, notes }: Article): void {
    const said = quotes.filter(({ kind }) => kind !== "term");
    this.#say(words.summary(said.length, figures.length, entities.length, notes.length));
  }

  /** From the article to the list; on a narrow page by way of the card, so that it does not jump. */
  #onSelectMark(event: SelectEvent): void {
    this.selected = event.id;
    this.selection = null;
    const fromCard = event.target instanceof Element && event.target.matches("newsmark-card");
    if (event.id !== null && event.follow && (fromCard || matchMedia(WIDE).matches)) void this.#lists.value?.reveal(event.id);
  }

  #onSelectRow(event: SelectEvent): void {
    this.selected = event.id;
    if (event.id !== null && !this.draft) void this.#article.value?.reveal(event.id);
  }

  #onVoice(event: VoiceEvent): void {
    this.#pick(event.voice);
  }

  #pick(voice: string | null): void {
    this.voice = voice;
    if (voice !== null) this.#say(words.only(voice, ...this.#countOf(voice)));
    else if (this.result) this.#summarize(this.result);
  }

  async #copyClaims(): Promise<void> {
    if (!this.result || this.result.figures.length === 0) return this.#say(words.noClaims);
    const done = await copy(claimsCsv(this.result));
    this.#say(done ? words.copied(this.result.figures.length) : words.notCopied, !done);
  }

  #save(): void {
    if (!this.result) return this.#say(words.nothingToSave);
    const name = fileName(this.text, "newsmark.json");
    save(name, "application/json", savedFile(this.result, this.#corrector.history, this.lexicon));
    this.#saved = this.#corrector.history.log;
    this.#say(words.saved(name));
  }

  #showHelp(): void {
    this.#help.value?.show();
  }

  #onShortcuts({ on }: ShortcutsEvent): void {
    this.shortcuts = on;
  }

  #jump(id: string): void {
    document.getElementById(id)?.scrollIntoView();
  }
}
