import { LitElement, type TemplateResult, html, nothing } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { Article } from "newsmark";
import { type CorrectEvent, type DrawEvent, type FailureEvent, type KeyEvent, type NewsmarkArticle, type NewsmarkCorrect, type NewsmarkLists, type ResultEvent, type SelectEvent, type VoiceEvent, type WordsEvent, countKinds } from "newsmark/elements";
import type { PickEvent, TellEvent } from "./comparison.js";
import { correctedList } from "./corrected.js";
import { Corrector } from "./corrector.js";
import type { EditEvent, Editor, LeaveEvent } from "./editor.js";
import { Drafting } from "./drafting.js";
import { pageAnnotator } from "./engine.js";
import { copyClaims, saveWork } from "./giving.js";
import type { Help, ShortcutsEvent } from "./help.js";
import { Intake } from "./intake.js";
import type { Keep } from "./keep.js";
import { Keeper } from "./keeper.js";
import { Notices } from "./notices.js";
import { keepPage } from "./offline.js";
import { opened } from "./opened.js";
import type { NamesEvent, OwnNames } from "./own-names.js";
import { LIMIT, clipboardText, tooLarge } from "./read-file.js";
import { sample } from "./sample.js";
import type { SaveAs } from "./save-as.js";
import { type Pile, added, closed, put, sheetOf, sheetRow } from "./sheets.js";
import { empty, failed, only, working } from "./states.js";
import type { Kept } from "./store.js";
import { tools } from "./tools.js";
import { warm } from "./warm.js";
import { words } from "./words.js";

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
    pile: { state: true },
    selection: { state: true },
    compared: { state: true },
    offline: { state: true },
  };

  declare private text: string;
  declare private published: string | null;
  declare private lexicon: string;
  declare private result: Article | null;
  declare private selected: string | null;
  declare private voice: string | null;
  declare private shortcuts: boolean;
  /** All that is open; the one on top as it was when it was turned to. */
  declare private pile: Pile;
  /** Words to mark: selected, or found. */
  declare private selection: { start: number; end: number } | null;
  /** The sheets that are compared, while they are; null for one that is still to come. */
  declare private compared: { earlier: number; later: number | null } | null;
  /** Whether the browser keeps the page's files; null: nobody knows yet. */
  declare private offline: boolean | null;
  /** The corrections that were saved last. */
  #saved: Pile["sheets"][number]["history"]["log"] | null = null;

  readonly #annotator = pageAnnotator();
  readonly #keeper = new Keeper(this, () => this.#open());
  /** What was kept is there before anything is shown. */
  readonly #begun = this.#begin();
  readonly #intake = new Intake(this, {
    keeps: (field) => this.#keeps(field),
    text: (text, from) => this.#take(text, words.given[from], from === "dropped" ? words.noTextDropped : words.noTextOnClipboard),
    files: (files) => void this.#takeFiles(files),
  });
  readonly #notices = new Notices(this);
  readonly #drafting = new Drafting(this, (text) => this.#reread(text));
  readonly #corrector = new Corrector(this, (article, notice) => {
    this.result = article;
    this.#notices.say(notice);
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
    this.pile = { sheets: [sheetOf(sample.text, sample.published)], at: 0 };
    this.selection = null;
    this.compared = null;
    this.offline = null;
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

  /** Begins with what was kept on this device, if the reader chose so. */
  async #begin(): Promise<void> {
    const kept = await this.#keeper.begin();
    if (this.#keeper.state === "elsewhere") this.#notices.warn(words.keep.elsewhere);
    if (!kept) return;
    this.lexicon = kept.lexicon;
    this.shortcuts = kept.shortcuts;
    this.pile = kept;
    this.#show();
    this.#notices.warn(words.keep.again);
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.#begun;
    super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { compared } = this;
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
          <newsmark-badge .loaded=${this.result !== null && this.offline !== null} .kept=${this.#told()} .offline=${this.offline === true}></newsmark-badge>
        </div>
        ${this.voice !== null && this.#drafting.text === null && !compared ? only(words.only(this.voice, ...this.#countOf(this.voice)), () => this.#pick(null)) : nothing}
      </header>
      ${this.pile.sheets.length > 1 && !compared ? sheetRow(this.#kept(), (to) => this.#turn(to), (which) => this.#close(which)) : nothing}
      ${compared
        ? html`<newsmark-comparison .sheets=${this.pile.sheets} .earlier=${compared.earlier} .later=${compared.later} .annotator=${this.#annotator} .lexicon=${this.lexicon} @pick=${this.#onPick} @tell=${this.#onTell} @leave=${this.#uncompare}></newsmark-comparison>`
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
            @newsmark-draw=${({ done }: DrawEvent) => this.#notices.drawn(done)}
          ></newsmark-article>
          <div class="why" ${ref(this.#why)}>
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

  #countOf(voice: string): [quotes: number, figures: number] {
    if (!this.result) return [0, 0];
    const { quote, figure } = countKinds(this.result, this.text, voice);
    return [quote, figure];
  }

  readonly #actions = {
    paste: () => void this.#paste(),
    open: (files: readonly File[]) => void this.#takeFiles(files),
    edit: () => this.#edit(this.text),
    sample: () => this.#put(sample.text, sample.published),
    publish: (day: string | null) => (this.published = day),
    names: () => this.#names.value?.show(this.lexicon),
    compare: () => this.#compare(),
    undo: () => this.#corrector.undo(),
    redo: () => this.#corrector.redo(),
    copyClaims: () => void this.#copyClaims(),
    save: () => this.#save(),
    saveAs: () => this.#saveAs(),
    help: () => this.#showHelp(),
  };

  /** Shows the article on top. */
  #show(): void {
    const { text, published, history } = this.pile.sheets[this.pile.at]!;
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

  /** Takes text from outside, or says why not and keeps what is there. */
  #take(text: string, name: string, none: string = words.noTextOnClipboard): void {
    if (text.trim() === "") return this.#notices.say(none, true);
    if (text.length > LIMIT) return this.#notices.say(tooLarge(name, new Blob([text]).size), true);
    if (this.compared) this.#addVersions([sheetOf(text)]);
    else this.#put(text);
  }

  #put(text: string, published: string | null = null): void {
    this.compared = null;
    this.pile = put(this.#kept(), sheetOf(text, published));
    this.#show();
  }

  /** All sheets, the one on top as it is now. */
  #kept(): Pile {
    const { sheets, at } = this.pile;
    const top = { ...sheets[at]!, text: this.#drafting.text ?? this.text, published: this.published, history: this.#corrector.history };
    return { sheets: sheets.with(at, top), at };
  }

  /** Opens files, each on a sheet of its own; the sample makes room. What can't be read is told. */
  async #takeFiles(files: readonly File[]): Promise<void> {
    const names = this.#names.value;
    if (names?.isOpen && files[0]) return names.take(files[0]);
    const { sheets, lexicon, refused } = await opened(files);
    if (sheets.length > 0) {
      this.lexicon = lexicon ?? this.lexicon;
      if (this.compared) this.#addVersions(sheets);
      else {
        const { sheets: before, at } = this.#kept();
        const left = before.filter(({ text, history }, i) => i !== at || history.log.length > 0 || (text !== sample.text && text.trim() !== ""));
        this.pile = added({ sheets: left, at: 0 }, sheets);
        this.#show();
      }
      this.#saved = sheets[0]!.history.log;
    }
    const notice = refused.length > 0 ? refused.join(" ") : sheets.length > 1 ? words.sheets.opened(sheets.length) : null;
    if (notice === null) return;
    if (sheets.length > 0) this.#notices.warn(notice, refused.length > 0);
    else this.#notices.say(notice, true);
  }

  #turn(to: number): void {
    this.pile = { ...this.#kept(), at: to };
    this.#show();
  }

  #close(which: number): void {
    const top = which === this.pile.at;
    this.pile = closed(this.#kept(), which);
    if (top) this.#show();
  }

  /** Compares the article on top with the one beside it, or with one that is still to come. */
  #compare(): void {
    this.#drafting.end(true);
    this.pile = this.#kept();
    const { sheets, at } = this.pile;
    const alone = sheets.length < 2;
    this.compared = alone ? { earlier: at, later: null } : at > 0 ? { earlier: at - 1, later: at } : { earlier: 0, later: 1 };
  }

  #addVersions(sheets: Pile["sheets"]): void {
    const { earlier, later } = this.compared ?? { earlier: this.pile.at, later: null };
    const more = added(this.pile, sheets);
    this.pile = { sheets: more.sheets, at: this.pile.at };
    this.compared = { earlier: later ?? earlier, later: more.at };
  }

  #onPick({ earlier, later }: PickEvent): void {
    this.compared = { earlier, later };
  }

  #onTell(event: TellEvent): void {
    this.#notices.say(event.words);
  }

  #uncompare(): void {
    this.compared = null;
    if (this.result) this.#notices.say(summary(this.result));
  }

  async #paste(): Promise<void> {
    try {
      this.#take(await clipboardText(), words.given.clipboard);
    } catch {
      if (!this.compared) this.#edit("");
      this.#notices.say(words.pasteByHand);
    }
  }

  /** Within a text that is being edited a paste is an edit; a dialog has its own fields. */
  #keeps(field: EventTarget | undefined): boolean {
    return [this.#names, this.#help, this.#keep, this.#saver].some((dialog) => dialog.value?.isOpen) || (this.#editor.value?.keeps(field) ?? false);
  }

  #onNames({ list, count }: NamesEvent): void {
    this.lexicon = list;
    this.#notices.say(words.namesUsed(count));
  }

  #edit(text: string): void {
    this.compared = null;
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
    this.#notices.read(this.compared ? null : summary(this.result));
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
    return { ...this.#kept(), lexicon: this.lexicon, shortcuts: this.shortcuts };
  }

  /** What is kept, in words. */
  #told(): string | null {
    if (this.#keeper.state !== "on") return null;
    const { sheets } = this.#kept();
    return words.keep.kept(sheets.length, sheets.reduce((sum, { history }) => sum + history.log.length, 0), this.lexicon !== "");
  }

  async #onKeep(): Promise<void> {
    const kept = await this.#keeper.keep();
    this.#notices.say(kept ? words.keep.on : words.keep[this.#keeper.state === "elsewhere" ? "elsewhere" : "failed"], !kept);
  }

  async #onWipe(): Promise<void> {
    await this.#keeper.wipe();
    this.#notices.say(words.keep.wiped);
  }

  /** Corrections that are saved nowhere are not lost without a question. */
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    const lost = this.#kept().sheets.some(({ history }) => history.log.length > 0 && history.log !== this.#saved);
    if (lost && !this.#keeper.isDone) event.preventDefault();
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
    if (voice !== null) this.#notices.say(words.only(voice, ...this.#countOf(voice)));
    else if (this.result) this.#notices.say(summary(this.result));
  }

  async #copyClaims(): Promise<void> {
    const given = await copyClaims(this.result, this.text);
    this.#notices.say(given.words, given.warns);
  }

  #save(): void {
    if (!this.result) return this.#notices.say(words.nothingToSave);
    const name = saveWork(this.result, this.text, this.#corrector.history, this.lexicon);
    this.#saved = this.#corrector.history.log;
    this.#notices.say(words.saved(name));
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

/** What was read, in a few words. */
function summary({ quotes, figures, entities, notes }: Article): string {
  const said = quotes.filter(({ kind }) => kind !== "term");
  return words.summary(said.length, figures.length, entities.length, notes.length);
}
