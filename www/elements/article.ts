import { type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { createRef, ref } from "lit/directives/ref.js";
import { type Annotator, type Article, type Lexicon, NewsmarkError } from "../engine/index.js";
import { messageOf } from "../engine/error.js";
import { articleStyles } from "./article.css.js";
import { controls } from "./controls.css.js";
import { copyArticle } from "./copying.js";
import { direction } from "./direction.js";
import { Drawing } from "./drawing.js";
import { DrawEvent, FailureEvent, KeyEvent, KindsEvent, ReadingEvent, ResultEvent, SelectEvent, VoiceEvent, WordsEvent } from "./events.js";
import { Finding, finder } from "./find.js";
import { commandOf } from "./keys.js";
import { KINDS, type Kind } from "./kinds.js";
import { type Leaf, leaves, plainLeaves } from "./leaves.js";
import { legend } from "./legend.js";
import { lightText } from "./light-text.js";
import { Lookup } from "../engine/lookup.js";
import { type Focus, marks } from "./marks.js";
import { type Paragraph, paragraphs } from "./paragraphs.js";
import { rangeOf, selectedIn } from "./selection.js";
import { scrollTo } from "./scroll.js";
import type { Stretch } from "./segments.js";
import { sharedAnnotator } from "./shared.js";
import { drawLine } from "./line.js";
import { type Look, foundIn, lookOf, shows } from "./look.js";
import { SpeakingElement } from "./speaking.js";
import { type Span, spansOf } from "./spans.js";
import { voiceOf } from "./voices.js";
import { colours } from "./theme.css.js";

/** An article as it is shown: made once for a result, drawn often. */
interface View {
  lookup: Lookup;
  spans: readonly Span[];
  leaves: readonly Leaf[];
}

/** On a server there is nobody to read for and nothing to select: what is given is shown, and what was not waits for the browser. */
const SERVER = typeof document === "undefined";
const NO_FOCUS: Focus = { id: null, places: [], evidence: [], here: null };
const ALL = KINDS.map(({ kind }) => kind).join(" ");

/** An article with who, what and how many marked in it: reads it and draws it. What a host can do with it stands in `embedded.ts`. */
export class ArticleView extends SpeakingElement {
  static override properties: PropertyDeclarations = {
    text: { attribute: false },
    result: { attribute: false },
    annotator: { attribute: false },
    lexicon: { attribute: false },
    selected: { attribute: false },
    voice: { attribute: false },
    kinds: { reflect: true },
    published: {},
    legend: { type: Boolean },
    shortcuts: {},
  };
  static override styles = [colours, controls, articleStyles];

  /** The article's text; null: what stands between the tags. */
  declare text: string | null;
  /** What was read, in UTF-16 offsets; set it to show a result of your own. */
  declare result: Article | null;
  /** What reads; null: one that all elements share. */
  declare annotator: Annotator | null;
  /** The user's own names; null: those of the annotator. */
  declare lexicon: Lexicon | null;
  /** Id of the chosen item; null: none. */
  declare selected: string | null;
  /** The speaker or source whose quotes and figures alone are shown; empty: nobody's; null: everybody's. */
  declare voice: string | null;
  /** The kinds that are shown, parted by blanks. */
  declare kinds: string;
  /** Day of publication, `2022-08-04`. */
  declare published: string | null;
  /** Whether to show the legend, and a field to find words with. */
  declare legend: boolean;
  /** `off`: single letters are no commands. */
  declare shortcuts: string;

  #view: View | null = null;
  readonly #sheet = createRef<HTMLElement>();
  readonly #path = createRef<SVGPathElement>();
  #focus: Focus = NO_FOCUS;
  /** The mark that the keyboard has got to; its line shows before it is chosen. */
  #focused: string | null = null;
  /** What is shown of the marks. */
  #look: Look = lookOf(ALL, null, null);
  readonly #drawing = new Drawing(this);
  /** The mark that takes the Tab key. */
  #stop: Element | null = null;
  #reading: AbortController | null = null;
  /** The last result that was read here, not given. */
  #read: Article | null = null;
  readonly #observer = typeof MutationObserver === "undefined" ? null : new MutationObserver(() => this.#readLight());
  readonly #finding = new Finding();
  #words: Stretch | null = null;
  readonly #onSelection = (): void => this.#tellWords();
  readonly #resizes = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(() => this.#drawLine());

  constructor() {
    super();
    this.text = null;
    this.result = null;
    this.annotator = null;
    this.lexicon = null;
    this.selected = null;
    this.voice = null;
    this.kinds = ALL;
    this.published = null;
    this.legend = false;
    this.shortcuts = "on";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("selectionchange", this.#onSelection);
    this.#observer?.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.hasUpdated && !this.result) void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("selectionchange", this.#onSelection);
    this.#observer?.disconnect();
    this.#resizes?.disconnect();
    this.#reading?.abort();
    this.#drawing.stop();
  }

  /** A root that a server sent ahead is drawn anew, unless Lit is there to take it over. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (!("litElementHydrateSupport" in globalThis)) this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  /** Calls off what is under way: the rest of the text stays without marks. */
  cancel(): void {
    if (this.#reading) {
      this.#reading.abort();
      this.#reading = null;
      this.result = null;
    }
    if (this.#drawing.stop()) this.dispatchEvent(new DrawEvent(1));
  }

  /** Chooses an item and brings it into view. */
  async reveal(id: string): Promise<void> {
    this.selected = id;
    await this.updateComplete;
    const place = this.#place();
    place?.focus({ preventScroll: true });
    if (place) scrollTo(place, "center");
  }

  /** Chooses the next mark that is shown, of one kind or of any. */
  next(kind: Kind | null = null): void {
    this.#step(this.selected, 1, kind);
  }

  /** Chooses the mark before it. */
  previous(kind: Kind | null = null): void {
    this.#step(this.selected, -1, kind);
  }

  /** The words that are selected in the text, or that were found; null: none. */
  get selection(): Stretch | null {
    return this.#words;
  }

  /** Brings the chosen item into view, if it is near but hidden. */
  uncover(): void {
    const place = this.#place();
    const top = place?.getBoundingClientRect().top ?? -1;
    if (place && top > 0 && top < innerHeight) scrollTo(place, "nearest");
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("result")) this.#show();
    else if (changed.has("labels") && this.#view) this.#draw();
    if (changed.has("result") || changed.has("labels")) {
      this.#finding.look(this.#view?.lookup.text ?? "", this.#finding.query);
    }
    const look = changed.has("labels") || changed.has("kinds") || changed.has("voice") || changed.has("result");
    if (look) this.#look = this.#newLook();
    const given = changed.has("result") && this.result !== null && this.result !== this.#read;
    const asked = changed.has("text") || changed.has("published") || changed.has("lexicon");
    if (!given && asked && !SERVER) void this.read();
    if (look) this.#drawing.draw(this.#look);
    if (changed.has("result") || changed.has("labels") || changed.has("selected")) this.#refocus();
  }

  protected override render(): TemplateResult {
    const view = this.#view;
    if (!view) return this.text === null ? html`<slot></slot>` : html`<div class="article" part="article">${this.#plain(this.text)}</div>`;
    return html`
      ${this.legend ? html`<div class="controls">${legend(this.#look, (kind) => this.#toggle(kind))}${finder(this.#finding, (query) => this.find(query), (by) => void this.#goToFound(by), () => this.#leaveFinder())}</div>` : nothing}
      <div class="sheet" ${ref(this.#sheet)} @focusin=${this.#onFocus} @focusout=${this.#onFocus}>
        <div class=${view.leaves.length > 1 ? "article long" : "article"} part="article" @click=${this.#onClick} @keydown=${this.#onKey} @copy=${(event: ClipboardEvent) => copyArticle(event, event.currentTarget as Element, view.lookup.text)}>${view.leaves.map((leaf) => this.#leaf(view, leaf))}</div>
        <svg class="line" part="line" aria-hidden="true"><path ${ref(this.#path)}></path></svg>
      </div>
    `;
  }

  protected override updated(_changed: PropertyValues<this>): void {
    this.#drawLine();
    // One stop for the Tab key: the chosen mark, else the first.
    const chosen = this.selected === null ? null : this.renderRoot.querySelector("mark.chosen");
    const stop = chosen ?? this.renderRoot.querySelector("mark");
    if (stop === this.#stop) return;
    this.#stop?.setAttribute("tabindex", "-1");
    stop?.setAttribute("tabindex", "0");
    this.#stop = stop;
  }

  /** The line to who says it, from the chosen item, or from where the keyboard is. */
  #drawLine(): void {
    const { value: sheet } = this.#sheet;
    const { value: path } = this.#path;
    if (!sheet || !path) return;
    this.#resizes?.observe(sheet);
    const { id } = this.#focus;
    const from = id ?? this.#focused;
    const sayer = from === null ? null : (this.#view?.lookup.sayer(from) ?? null);
    // Words are cut where a chosen item's evidence begins; where the keyboard only passes by, nothing is drawn anew.
    const to = sayer && (id === null ? rangeOf(sheet.firstElementChild!, sayer) : sheet.querySelector(`.evidence[data-start="${sayer.start}"]`));
    drawLine(sheet, path, to ? [[...sheet.querySelectorAll(id === null ? `mark[data-ids~="${from}"]` : ".piece.chosen")], to] : null);
  }

  /** Shows where `query` stands in the text; empty: nothing any more. */
  find(query: string): void {
    this.#finding.look(this.#view?.lookup.text ?? "", query);
    this.#look = this.#newLook();
    this.#drawing.draw(this.#look);
    this.#refocus();
    this.requestUpdate();
  }

  /** Goes to the next or previous place that was found. */
  async #goToFound(by: 1 | -1): Promise<void> {
    this.#finding.go(by);
    this.#refocus();
    this.requestUpdate();
    await this.updateComplete;
    const place = this.renderRoot.querySelector(".piece.here");
    if (place) scrollTo(place, "center");
  }

  #newLook(): Look {
    return lookOf(this.kinds, this.voice, this.#view?.lookup ?? null, this.#finding.places);
  }

  /** Sees to it that what is chosen and what was found last is drawn. */
  #refocus(): void {
    const lookup = this.#view?.lookup;
    const id = lookup ? this.selected : null;
    const { here } = this.#finding;
    this.#focus = lookup && id !== null ? { id, places: lookup.places(id), evidence: lookup.evidence(id), here } : { ...NO_FOCUS, here };
    for (const place of [this.#focus.places[0], here]) {
      const leaf = place && this.#view?.leaves.find((leaf) => touching(leaf, [place]));
      if (leaf) this.#drawing.drawNow(leaf);
    }
    this.#tellWords();
  }

  /** Tells of the words that are selected, else of those that were found. */
  #tellWords(): void {
    if (SERVER) return;
    const sheet = this.renderRoot.querySelector(".article");
    const lookup = this.#view?.lookup;
    const words = (sheet && lookup ? selectedIn(sheet, lookup.text) : null) ?? this.#finding.here;
    if (words?.start === this.#words?.start && words?.end === this.#words?.end) return;
    this.#words = words;
    this.dispatchEvent(new WordsEvent(words));
  }

  #leaveFinder(): void {
    this.find("");
    this.#stop?.closest<HTMLElement>("mark")?.focus();
  }

  /** A text without marks. */
  #plain(text: string): unknown {
    return guard([text], () => plainLeaves(text).map(({ start, end }) => html`<div class="leaf plain">${text.slice(start, end)}</div>`));
  }

  /** A leaf with the white space around its paragraphs: all that is in there is the article's text. */
  #leaf(view: View, leaf: Leaf): TemplateResult {
    const { text } = view.lookup;
    const look = this.#drawing.lookOf(leaf);
    const { places, evidence, here } = this.#focus;
    const focus = touching(leaf, [...places, ...evidence, ...(here ? [here] : [])]) ? this.#focus : NO_FOCUS;
    const content = guard([view, look, focus], () => {
      if (look === undefined) return text.slice(leaf.start, leaf.end);
      const { paragraphs } = leaf;
      const drawn = paragraphs.map((paragraph, i) => [
        text.slice(paragraphs[i - 1]?.end ?? leaf.start, paragraph.start),
        this.#paragraph(text, paragraph, look, focus),
      ]);
      return [...drawn, text.slice(paragraphs.at(-1)?.end ?? leaf.start, leaf.end)];
    });
    const near = (event: Event) => this.#drawing.setNear(leaf, !(event as Event & { skipped: boolean }).skipped);
    return html`<div class=${look === undefined ? "leaf plain" : "leaf"} @contentvisibilityautostatechange=${near}>${content}</div>`;
  }

  #paragraph(text: string, { role, parts, cut, start, end }: Paragraph, look: Look, focus: Focus): TemplateResult {
    const dir = direction(text.slice(start, end));
    const drawn = parts.map((part, i) => {
      const gap = i > 0 ? text.slice(parts[i - 1]!.end, part.start) : "";
      const content = marks(text, part, part.spans.filter((span) => shows(look, span)), foundIn(look, part), focus);
      return part.role === role ? html`${gap}${content}` : html`${gap}<span class=${part.role} part=${part.role}>${content}</span>`;
    });
    if (role === "headline") return html`<h2 class="headline" part="headline" dir=${dir}>${drawn}</h2>`;
    return html`<p class=${cut ? `${role} cut` : role} part=${role} dir=${dir}>${drawn}</p>`;
  }

  /** What reads. */
  protected reader(): Annotator {
    return this.annotator ?? sharedAnnotator();
  }

  /** What is shown of what was read. */
  protected taken(article: Article): Article {
    return article;
  }

  /** The text that is shown or to be read. */
  protected get words(): string {
    return this.#view?.lookup.text ?? this.text ?? lightText(this);
  }

  /** How the last reading went; null: there was nothing to read, or it was called off. */
  protected outcome: Promise<Article | NewsmarkError | null> = Promise.resolve(null);

  /** Reads the text again; what was asked before is called off. */
  read(): Promise<unknown> {
    this.outcome = this.#readNow();
    return this.outcome;
  }

  async #readNow(): Promise<Article | NewsmarkError | null> {
    this.#reading?.abort();
    this.#reading = null;
    this.#drawing.stop();
    const text = this.text ?? lightText(this);
    if (text.trim() === "") {
      this.result = null;
      return null;
    }
    const reading = new AbortController();
    this.#reading = reading;
    this.busy(true);
    try {
      const published = this.published ? { published: this.published } : {};
      const lexicon = this.lexicon ? { lexicon: this.lexicon } : {};
      const article = await this.reader().annotate(text, { ...published, ...lexicon, text: true, signal: reading.signal, progress: (done) => this.dispatchEvent(new ReadingEvent(done)) });
      if (reading.signal.aborted) return null;
      this.#reading = null;
      this.#read = this.taken(article);
      this.result = this.#read;
      return this.#read;
    } catch (thrown) {
      if (reading.signal.aborted) return null;
      this.#reading = null;
      this.result = null;
      const error = thrown instanceof NewsmarkError ? thrown : new NewsmarkError("engine-crash", messageOf(thrown), thrown);
      this.dispatchEvent(new FailureEvent(error));
      return error;
    } finally {
      this.busy(this.#reading !== null);
    }
  }

  /** Told when reading begins and ends. */
  protected busy(_reading: boolean): void {}

  #readLight(): void {
    if (this.text === null) void this.read();
  }

  /** Makes the view of `result`. */
  #draw(): void {
    this.#view = this.#viewOf(this.result);
    this.#drawing.begin(this.#view?.leaves ?? []);
  }

  /** Shows `result`, and tells of it. */
  #show(): void {
    this.#draw();
    if (this.#view && !this.#view.lookup.item(this.selected)) this.selected = null;
    if (this.#view) this.dispatchEvent(new ResultEvent(this.#view.lookup.article, this.#view.lookup.text));
  }

  #viewOf(article: Article | null): View | null {
    if (!article) return null;
    const text = article.text ?? this.text ?? lightText(this);
    if (article.offsetUnit !== "utf16" || article.length !== text.length) {
      const message = `The result is not of this text: it counts ${article.length} ${article.offsetUnit} units, the text has ${text.length} in UTF-16.`;
      this.dispatchEvent(new FailureEvent(new NewsmarkError("bad-option", message)));
      return null;
    }
    const spans = spansOf(article);
    return {
      lookup: Lookup.of(article, text),
      spans,
      leaves: leaves(text, paragraphs(text, article.blocks, spans)),
    };
  }

  #toggle(kind: Kind): void {
    const shown = new Set(this.#look.kinds);
    if (!shown.delete(kind)) shown.add(kind);
    this.kinds = KINDS.map((row) => row.kind)
      .filter((each) => shown.has(each))
      .join(" ");
    this.dispatchEvent(new KindsEvent(shown));
  }

  #onFocus({ type, target }: FocusEvent): void {
    const reached = type === "focusin" && target instanceof Element && target.matches("mark:focus-visible");
    const focused = reached ? (idsAt(target)[0] ?? null) : null;
    if (focused === this.#focused) return;
    this.#focused = focused;
    this.#drawLine();
  }

  async #choose(id: string | null, follow: boolean): Promise<void> {
    this.#focused = null;
    this.selected = id;
    this.dispatchEvent(new SelectEvent(id, follow));
    await this.updateComplete;
    const place = this.#place();
    if (place) scrollTo(place, "nearest");
  }

  /** Where the chosen item begins. */
  #place(): HTMLElement | null {
    return this.renderRoot.querySelector(".piece.chosen");
  }

  /** Chooses the innermost mark under the pointer; again, the one around it. */
  #onClick(event: MouseEvent): void {
    if (getSelection()?.type === "Range") return;
    const ids = idsAt(event.target);
    const again = this.selected === null ? -1 : ids.indexOf(this.selected);
    const id = ids[(again + 1) % ids.length] ?? null;
    if (id !== null || this.selected !== null) void this.#choose(id, id !== null);
  }

  #onKey(event: KeyboardEvent): void {
    const command = commandOf(event, this.shortcuts !== "off");
    if (!command) return;
    const here = idsAt(event.target);
    const current = this.selected !== null && here.includes(this.selected) ? this.selected : (here[0] ?? null);
    event.preventDefault();
    switch (command.type) {
      case "step":
        return this.#step(current, command.by, command.kind);
      case "choose":
        if (current !== null) void this.#choose(current, true);
        return;
      case "leave":
        return void this.#choose(null, false);
      case "only":
        return this.#only(current);
      case "find":
        return this.renderRoot.querySelector<HTMLElement>("#find")?.focus();
      case "help":
        this.dispatchEvent(new Event("newsmark-help", { bubbles: true, composed: true }));
        return;
      case "mark":
        this.dispatchEvent(new KeyEvent("mark"));
        return;
      case "accept":
      case "reject":
      case "change":
        if (current === null) return;
        if (current !== this.selected) void this.#choose(current, false);
        this.dispatchEvent(new KeyEvent(command.type));
    }
  }

  /** Goes to the next or the previous mark that is shown, of one kind or of any. */
  #step(from: string | null, by: 1 | -1, kind: Kind | null): void {
    const shown = (this.#view?.spans ?? []).filter((span) => shows(this.#look, span));
    const order = [...new Set(shown.map(({ id }) => id))];
    const wanted = kind === null ? null : new Set(shown.filter((span) => span.kind === kind).map(({ id }) => id));
    let at = from === null ? -1 : order.indexOf(from);
    do at += by;
    while (at >= 0 && at < order.length && wanted && !wanted.has(order[at]!));
    const id = order[at];
    if (id === undefined) return;
    void this.#choose(id, false);
    void this.reveal(id);
  }

  /** Asks for what the mark's speaker, source or name says, or for everything again. */
  #only(id: string | null): void {
    const lookup = this.#view?.lookup;
    if (!lookup || id === null) return;
    const voice = this.voice === null ? voiceOf(lookup, id) : null;
    if (voice !== null || this.voice !== null) this.dispatchEvent(new VoiceEvent(voice));
  }
}

/** Ids of the marks at a place, the innermost first. */
function idsAt(target: EventTarget | null): string[] {
  const mark = target instanceof Element ? target.closest<HTMLElement>("mark") : null;
  return mark?.dataset["ids"]?.split(" ") ?? [];
}

function touching({ start, end }: Stretch, stretches: readonly Stretch[]): boolean {
  return stretches.some((stretch) => stretch.start < end && stretch.end > start);
}
