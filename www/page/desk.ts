import { LitElement, type TemplateResult, html, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { Article } from "newsmark";
import { type CorrectEvent, type DrawEvent, type FailureEvent, type KeyEvent, type NewsmarkArticle, type NewsmarkCorrect, type NewsmarkLists, type ReadingEvent, type ResultEvent, type SelectEvent, type VoiceEvent, type WordsEvent } from "newsmark/elements";
import { PAGE as words } from "newsmark/words";
import type { PickEvent, TellEvent } from "./comparison.js";
import { correctedList } from "./corrected.js";
import { Corrector } from "./corrector.js";
import type { EditEvent, Editor, LeaveEvent } from "./editor.js";
import { Drafting } from "./drafting.js";
import { pageAnnotator } from "./engine.js";
import type { Help, ShortcutsEvent } from "./help.js";
import { Holding } from "./holding.js";
import { Intake } from "./intake.js";
import type { Keep } from "./keep.js";
import { Keeper } from "./keeper.js";
import { Notices } from "./notices.js";
import { keepPage } from "./offline.js";
import { Outgoing } from "./outgoing.js";
import type { NamesEvent, OwnNames } from "./own-names.js";
import { sample } from "./sample.js";
import type { SaveAs } from "./save-as.js";
import { type Sheet, sheetOf, sheetRow } from "./sheets.js";
import { empty, failed, only, working } from "./states.js";
import type { Kept } from "./store.js";
import { keptOf, onlyOf, summary } from "./telling.js";
import { tools } from "./tools.js";
import { warm } from "./warm.js";

/** Where article and lists stand side by side. */
const WIDE = "(min-width: 60rem)";

/** The page: one article, its marks and its lists. */
export class Desk extends LitElement {
  static override properties = {
    text: { state: true },
    published: { state: true },
    lexicon: { state: true },
    result: { state: true },
    selected: { state: true },
    voice: { state: true },
    shortcuts: { state: true },
    selection: { state: true },
    offline: { state: true },
  };

  declare private text: string;
  declare private published: string | null;
  declare private lexicon: string;
  declare private result: Article | null;
  declare private selected: string | null;
  declare private voice: string | null;
  declare private shortcuts: boolean;
  /** Words to mark: selected, or found. */
  declare private selection: { start: number; end: number } | null;
  /** Whether the browser keeps the page's files; null: nobody knows yet. */
  declare private offline: boolean | null;

  readonly #annotator = pageAnnotator();
  readonly #keeper = new Keeper(this, () => this.#open());
  readonly #holding = new Holding(
    this,
    {
      now: () => ({ text: this.#drafting.text ?? this.text, published: this.published, history: this.#corrector.history }),
      show: (sheet) => this.#show(sheet),
      isIdle: ({ text, history }) => history.log.length === 0 && (text === sample.text || text.trim() === ""),
    },
    sheetOf(sample.text, sample.published),
  );
  /** What was kept is there before anything is shown. */
  readonly #begun = this.#begin();
  readonly #notices = new Notices(this);
  readonly #drafting = new Drafting(this, (text) => this.#reread(text));
  readonly #corrector = new Corrector(this, (article, notice) => {
    this.result = article;
    this.#notices.say(notice);
  });
  readonly #outgoing = new Outgoing(
    this,
    this.#notices,
    () => ({ result: this.result, text: this.text, history: this.#corrector.history, lexicon: this.lexicon }),
    (isSaved) => !this.#keeper.isDone && this.#holding.now().sheets.some(({ history }) => !isSaved(history)),
  );
  readonly #intake = new Intake(this, { notices: this.#notices, holding: this.#holding, outgoing: this.#outgoing }, {
    keeps: (field) => this.#keeps(field),
    takesNames: (file) => this.#takesNames(file),
    names: (lexicon) => (this.lexicon = lexicon),
    field: () => this.#edit(""),
  });
  readonly #article = createRef<NewsmarkArticle>();
  readonly #lists = createRef<NewsmarkLists>();
  readonly #editor = createRef<Editor>();
  readonly #names = createRef<OwnNames>();
  readonly #help = createRef<Help>();
  readonly #saver = createRef<SaveAs>();
  readonly #keep = createRef<Keep>();
  readonly #correct = createRef<NewsmarkCorrect>();
  readonly #why = createRef<HTMLElement>();
  /** Keeps the chosen words above the card, whatever that shows. */
  readonly #covers = new ResizeObserver(() => {
    const article = this.#article.value;
    article?.style.setProperty("--newsmark-covered", `${this.#why.value?.offsetHeight ?? 0}px`);
    if (this.selected !== null) article?.uncover();
  });

  constructor() {
    super();
    this.text = sample.text;
    this.published = sample.published;
    this.lexicon = "";
    this.result = null;
    this.selected = null;
    this.voice = null;
    this.shortcuts = true;
    this.selection = null;
    this.offline = null;
  }

  /** In the page itself, where its style sheet and its anchors reach. */
  protected override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  /** Begins with what was kept on this device, if the reader chose so. */
  async #begin(): Promise<void> {
    const kept = await this.#keeper.begin();
    if (this.#keeper.state === "elsewhere") this.#notices.warn(words.keep.elsewhere);
    if (!kept) return;
    this.lexicon = kept.lexicon;
    this.shortcuts = kept.shortcuts;
    this.#holding.begin(kept);
    this.#notices.warn(words.keep.again);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.#begun;
    super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { compared, pile } = this.#holding;
    const { status, work } = this.#notices;
    return html`
      <header>
        <div class="top">
          <div class="title">
            <h1>${words.name}</h1>
            <p>${words.tagline}</p>
          </div>
          ${tools(this.published, this.#corrector.history, this.#actions)}
        </div>
        <div class="bar">
          <p class=${status.warns ? "status warns" : "status"} role="status">${status.words}</p>
          ${work ? working(work, () => this.#stop()) : nothing}
          <newsmark-keep ${ref(this.#keep)} .state=${this.#keeper.state} @keep=${this.#onKeep} @wipe=${this.#onWipe}></newsmark-keep>
          <newsmark-badge .loaded=${this.result !== null && this.offline !== null} .kept=${this.#keeper.state === "on" ? keptOf(this.#holding.now().sheets, this.lexicon) : null} .offline=${this.offline === true}></newsmark-badge>
        </div>
        ${this.voice !== null && this.#drafting.text === null && !compared ? only(onlyOf(this.voice, this.result, this.text), () => this.#pick(null)) : nothing}
      </header>
      ${pile.sheets.length > 1 && !compared ? sheetRow(this.#holding.now(), (to) => this.#holding.turn(to), (which) => this.#holding.close(which)) : nothing}
      ${compared
        ? html`<newsmark-comparison .sheets=${pile.sheets} .earlier=${compared.earlier} .later=${compared.later} .annotator=${this.#annotator} .lexicon=${this.lexicon} @pick=${({ earlier, later }: PickEvent) => this.#holding.pick({ earlier, later })} @tell=${this.#onTell} @leave=${this.#uncompare}></newsmark-comparison>`
        : nothing}
      ${this.#main(compared !== null)}
      <footer>${this.result?.engine}</footer>
      <newsmark-own-names ${ref(this.#names)} .annotator=${this.#annotator} @names=${this.#onNames}></newsmark-own-names>
      <newsmark-save-as ${ref(this.#saver)}></newsmark-save-as>
      <newsmark-help ${ref(this.#help)} .shortcuts=${this.shortcuts} @shortcuts=${this.#onShortcuts}></newsmark-help>
      ${this.#intake.dropping && !this.#names.value?.isOpen ? html`<div class="drop">${words.drop}</div>` : nothing}
    `;
  }

  /** The article with its lists. */
  #main(hidden: boolean): TemplateResult {
    const { result, text } = this;
    const draft = this.#drafting.text;
    const { failure } = this.#notices;
    const editing = draft !== null;
    const selected = editing ? null : this.selected;
    const nothingThere = text.trim() === "";
    return html`<main ?hidden=${hidden} @newsmark-voice=${this.#onVoice}>
        <section class="paper" id="article" aria-label=${words.article} @newsmark-select=${this.#onSelectMark}>
          ${editing ? html`<newsmark-editor ${ref(this.#editor)} .text=${draft} @edit=${({ text }: EditEvent) => this.#drafting.change(text)} @leave=${({ keep }: LeaveEvent) => this.#drafting.end(keep)}></newsmark-editor>` : nothing}
          ${failure && !editing ? failed(failure, () => this.#again()) : nothing} ${nothingThere && !editing ? empty() : nothing}
          <newsmark-article
            ${ref(this.#article)}
            legend
            readonly
            ?hidden=${editing || nothingThere}
            .annotator=${this.#annotator}
            .text=${text}
            .result=${result}
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
            @newsmark-progress=${({ done }: ReadingEvent) => this.#notices.progress(done)}
            @newsmark-draw=${({ done }: DrawEvent) => this.#notices.drawn(done)}
          ></newsmark-article>
          <div class=${selected === null && this.selection === null ? "why" : "why shown"} ${ref(this.#why)}>
            <newsmark-card .result=${result} .text=${text} .selected=${selected}></newsmark-card>
            <newsmark-correct ${ref(this.#correct)} .result=${result} .text=${text} .selected=${selected} .selection=${editing ? null : this.selection} @newsmark-correct=${this.#onCorrect}></newsmark-correct>
          </div>
          ${editing ? nothing : correctedList(this.#corrector.history, this.#corrector.unplaced, this.#corrector.takeBack)}
        </section>
        <section class="lists" id="lists" aria-labelledby="lists-title" @newsmark-select=${this.#onSelectRow}>
          <h2 id="lists-title" class="off-screen">${words.lists}</h2>
          <newsmark-lists ${ref(this.#lists)} .result=${result} .text=${text} .selected=${this.selected} .voice=${this.voice}></newsmark-lists>
        </section>
      </main>
      <nav class="jump" ?hidden=${hidden} aria-label=${words.jump.label}>
        <button type="button" @click=${() => this.#jump("article")}>${words.jump.article}</button>
        <button type="button" @click=${() => this.#jump("lists")}>${words.jump.lists}</button>
      </nav>`;
  }

  protected override firstUpdated(): void {
    if (this.#why.value) this.#covers.observe(this.#why.value);
    void warm(this.#annotator, sample.text);
  }

  readonly #actions = {
    paste: () => void this.#intake.paste(),
    open: (files: readonly File[]) => void this.#intake.open(files),
    edit: () => this.#edit(this.text),
    sample: () => this.#put(sample.text, sample.published),
    publish: (day: string | null) => (this.published = day),
    names: () => this.#names.value?.show(this.lexicon),
    compare: () => this.#compare(),
    undo: () => this.#corrector.undo(),
    redo: () => this.#corrector.redo(),
    copyClaims: () => void this.#outgoing.copyClaims(),
    save: () => this.#outgoing.save(),
    saveAs: () => this.#saveAs(),
    help: () => this.#showHelp(),
  };

  /** Shows an article. */
  #show({ text, published, history }: Sheet): void {
    const same = text === this.text && published === this.published && this.result !== null;
    this.#corrector.turnTo(history);
    this.selection = null;
    this.#notices.reading(text);
    // The same again is read again, as what was corrected in it may have been another.
    if (same) void this.#article.value?.read();
    this.#drafting.drop();
    this.selected = null;
    this.voice = null;
    this.published = published;
    this.text = text;
    scrollTo({ top: 0 });
  }

  #put(text: string, published: string | null = null): void {
    this.#holding.compared = null;
    this.#holding.put(sheetOf(text, published));
  }

  /** Compares the article on top with another. */
  #compare(): void {
    this.#drafting.end(true);
    this.#holding.compare();
  }

  #onTell(event: TellEvent): void {
    this.#notices.say(event.words);
  }

  #uncompare(): void {
    this.#holding.pick(null);
    if (this.result) this.#notices.say(summary(this.result));
  }

  /** Within a text that is being edited a paste is an edit; a dialog has its own fields. */
  #keeps(field: EventTarget | undefined): boolean {
    return [this.#names, this.#help, this.#keep, this.#saver].some((dialog) => dialog.value?.isOpen) || (this.#editor.value?.keeps(field) ?? false);
  }

  #takesNames(file: File): boolean {
    const names = this.#names.value;
    if (!names?.isOpen) return false;
    void names.take(file);
    return true;
  }

  #onNames({ list, count }: NamesEvent): void {
    this.lexicon = list;
    this.#notices.say(words.namesUsed(count));
  }

  #edit(text: string): void {
    this.#holding.pick(null);
    this.#drafting.begin(text, this.text);
  }

  #reread(text: string): void {
    this.text = text;
    if (text.trim() === "") this.#clear();
  }

  #clear(): void {
    this.result = null;
    this.#corrector.forget();
  }

  #onResult(event: ResultEvent): void {
    // What was corrected here comes back when it is shown.
    if (event.article === this.result) return;
    this.result = this.#corrector.take(event.article, this.text);
    this.#notices.read(this.#holding.compared ? null : summary(this.result));
    if (this.offline === null) void this.#beOffline();
  }

  /** The page is there: its files are kept from now on. */
  async #beOffline(): Promise<void> {
    this.offline = await keepPage(() => this.#notices.say(words.newer));
  }

  #onCorrect({ correction }: CorrectEvent): void {
    if (!this.#corrector.add(correction)) return this.#notices.say(words.corrections.failed, true);
    if (correction.change.do !== "add") return;
    this.selection = null;
    const { start } = correction.at;
    this.selected = this.result?.[`${correction.layer}s`].findLast((mark) => mark.origin === "added" && mark.start === start)?.id ?? null;
  }

  /** What there is to keep. */
  #open(): Kept {
    return { ...this.#holding.now(), lexicon: this.lexicon, shortcuts: this.shortcuts };
  }

  async #onKeep(): Promise<void> {
    const kept = await this.#keeper.keep();
    this.#notices.say(kept ? words.keep.on : words.keep[this.#keeper.state === "elsewhere" ? "elsewhere" : "failed"], !kept);
  }

  async #onWipe(): Promise<void> {
    await this.#keeper.wipe();
    this.#notices.say(words.keep.wiped);
  }

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
    this.#notices.failed(event.error);
  }

  /** Stops what is under way: the reading, or the drawing of what was read. */
  #stop(): void {
    this.#article.value?.cancel();
    if (this.#notices.stopped()) this.#clear();
  }

  #again(): void {
    this.#notices.reading(this.text);
    void this.#article.value?.read();
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
    if (event.id !== null && this.#drafting.text === null) void this.#article.value?.reveal(event.id);
  }

  #onVoice(event: VoiceEvent): void {
    this.#pick(event.voice);
  }

  #pick(voice: string | null): void {
    this.voice = voice;
    if (voice !== null) this.#notices.say(onlyOf(voice, this.result, this.text));
    else if (this.result) this.#notices.say(summary(this.result));
  }

  #saveAs(): void {
    if (!this.result) return this.#notices.say(words.nothingToSave);
    this.#saver.value?.show(this.result, this.text);
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
