import { type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { type Correction, type History, NO_HISTORY, apply, change, correctionOf, redo, undo } from "../corrections/index.js";
import { type Annotator, type Article, NewsmarkError, type WasmSource } from "../engine/index.js";
import { Lookup } from "../engine/lookup.js";
import type { ExportFormat, ExportOptions, Exported } from "../exporters/index.js";
import { ArticleView } from "./article.js";
import { type CorrectEvent, FailureEvent, type KeyEvent, type SelectEvent, type VoiceEvent } from "./events.js";
import { forget, keep, kept } from "./kept.js";
import { opened } from "./opened.js";
import { DEFAULT_POLICY, type Policy, needsAtHand, policyWith, withoutRequests } from "./policy.js";
import { holdsAll, ownAnnotator, sharedExport } from "./shared.js";

const STATES = ["empty", "reading", "ready", "failed", "edited"] as const;

/**
 * An article with who is in it, who said what, and how many people were harmed according to whom marked in it.
 *
 * Its text is what stands between its tags, readable before and without WebAssembly, or `text`. It reads the text by
 * itself, unless it is given a `result`. In a form its value is the result, as JSON.
 *
 * @attr {string} name - its name in a form
 * @attr {boolean} disabled - as a form control: it sends nothing, and marks can't be corrected
 *
 * @fires {ResultEvent} newsmark-result - a text has been read, or a correction has changed what is shown: `article`, `text`
 * @fires {FailureEvent} newsmark-error - a text could not be read; it stays, without marks: `error`, whose `code` is for programs
 * @fires {ReadingEvent} newsmark-progress - a long text is being read: `done`, from 0 to 1
 * @fires {DrawEvent} newsmark-draw - the marks of a long article are being drawn: `done`, from 0 to 1
 * @fires {SelectEvent} newsmark-select - a mark was chosen: `id`, null where none is any more
 * @fires {VoiceEvent} newsmark-voice - the reader asks for one speaker or source only: `voice`, null for everybody again
 * @fires {KindsEvent} newsmark-kinds - the legend was used: `kinds`, the set of those that are shown
 * @fires {WordsEvent} newsmark-words - words were selected, or found: `words`, their `start` and `end`; null: no longer
 * @fires {KeyEvent} newsmark-key - a key asks for a correction: `command`, one of `accept reject change mark`; the element does the first two unless the event is cancelled
 * @fires {Event} newsmark-help - the reader asks which keys there are
 * @fires {Event} change - a correction was made, taken back or done again
 *
 * @csspart article - the article
 * @csspart headline - its headline
 * @csspart byline - a line that says who wrote it
 * @csspart dateline - place and agency before the first words
 * @csspart caption - what a picture shows
 * @csspart credit - whose picture it is
 * @csspart link - an address or control of a web page
 * @csspart related - a pointer to another article
 * @csspart body - a paragraph of the article itself
 * @csspart mark - a mark; of its kind, too: `person organization place other quote figure`
 * @csspart tag - the letters behind a mark
 * @csspart line - the line from the chosen mark to who says it
 * @csspart legend - the legend
 * @csspart finder - the field to find words with
 * @csspart card - why the chosen mark is there
 * @csspart correct - the panel to correct it
 * @csspart tabs - the tabs of the lists
 * @csspart tab - one of them
 * @csspart panel - a list
 *
 * @cssprop --newsmark-person - line of people
 * @cssprop --newsmark-organization - line of organizations
 * @cssprop --newsmark-organization-text - tags of organizations
 * @cssprop --newsmark-place - line of places
 * @cssprop --newsmark-other - line of other names
 * @cssprop --newsmark-quote - bars of quotes
 * @cssprop --newsmark-quote-text - tags of quotes
 * @cssprop --newsmark-quote-tint - background of quotes
 * @cssprop --newsmark-figure - lines of casualty figures
 * @cssprop --newsmark-figure-text - tags of casualty figures
 * @cssprop --newsmark-person-line - how that line is drawn: `solid`, `dashed`, `dotted`, `double`
 * @cssprop --newsmark-organization-line - as that of people
 * @cssprop --newsmark-place-line - as that of people
 * @cssprop --newsmark-other-line - as that of people
 * @cssprop --newsmark-quote-line - how the bars of quotes are drawn
 * @cssprop --newsmark-reported-line - how the bars of reported speech are drawn
 * @cssprop --newsmark-figure-line - how the lines of casualty figures are drawn
 * @cssprop --newsmark-ink - text
 * @cssprop --newsmark-quiet - text that matters less
 * @cssprop --newsmark-paper - background
 * @cssprop --newsmark-line - rules and borders
 * @cssprop --newsmark-chosen - background of the chosen mark
 * @cssprop --newsmark-evidence - background of the words that decided
 * @cssprop --newsmark-found - background of words that were found
 * @cssprop --newsmark-found-text - words that were found
 * @cssprop --newsmark-shadow - shadow of the card
 * @cssprop --newsmark-focus - ring around what has the focus
 * @cssprop --newsmark-covered - how much of the window's lower end the host covers, so that no chosen mark stays behind it
 * @cssprop --newsmark-sans - type of controls
 * @cssprop --newsmark-serif - type of the article
 *
 * @cssState empty - there is no text
 * @cssState reading - the text is being read
 * @cssState ready - the marks are there
 * @cssState failed - the text could not be read
 * @cssState edited - there are corrections
 *
 * @slot - the text
 */
export class NewsmarkArticle extends ArticleView {
  static readonly formAssociated = true;

  static override properties: PropertyDeclarations = {
    view: {},
    readonly: { type: Boolean },
    tags: {},
    persist: {},
    engine: {},
    wasm: { attribute: false },
    policy: { attribute: false, noAccessor: true },
  };

  /** What stands below the text, parted by blanks: `card` (why the chosen mark is there), `correct` (a panel to correct it), `lists`. */
  declare view: string;
  /** Whether marks can't be corrected here. */
  declare readonly: boolean;
  /** `off`: no letters behind the marks. */
  declare tags: string;
  /** A name under which corrections are kept on this device; null: nothing is kept. */
  declare persist: string | null;
  /** `worker` or `inline` (in the page's thread): an engine of that way; null: one that all elements share. */
  declare engine: "worker" | "inline" | null;
  /** The engine's WebAssembly: its address, bytes or module; null: the file in the package. */
  declare wasm: WasmSource | null;

  /** Corrections whose place is no longer in the text. */
  unplaced: readonly Correction[] = [];

  #history: History = NO_HISTORY;
  /** What was read or given, before corrections. */
  #base: Article | null = null;
  /** What is shown of it. */
  #corrected: Article | null = null;
  /** An engine of its own. */
  #own: Annotator | null = null;
  #policy: Policy = DEFAULT_POLICY;
  #disabled = false;
  readonly #internals = typeof this.attachInternals === "function" ? this.attachInternals() : null;

  constructor() {
    super();
    this.view = "";
    this.readonly = false;
    this.tags = "on";
    this.persist = null;
    this.engine = null;
    this.wasm = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("newsmark-key", this.#onKeyEvent);
    this.addEventListener("newsmark-error", this.#onError);
    this.addEventListener("keydown", this.#onUndoKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("newsmark-key", this.#onKeyEvent);
    this.removeEventListener("newsmark-error", this.#onError);
    this.removeEventListener("keydown", this.#onUndoKey);
    this.#end();
  }

  /** What it may do, and within which bounds: `requests`, `storage`, `maxLength`, `timeout`. Set the parts that you want otherwise; null: none. */
  get policy(): Policy {
    return this.#policy;
  }

  set policy(given: Partial<Policy> | null) {
    const before = this.#policy;
    this.#policy = policyWith(given);
    this.requestUpdate("policy", before);
  }

  /** The form that it is in. */
  get form(): HTMLFormElement | null {
    return this.#internals?.form ?? null;
  }

  /** Its value in a form: the result with its text, as JSON; empty: there is none. */
  get value(): string {
    return this.result ? JSON.stringify({ ...this.result, text: this.words }) : "";
  }

  /** The corrections that were made, in order. */
  get corrections(): readonly Correction[] {
    return this.#history.log;
  }

  /** Reads `text`, or what is there already, and gives what is shown; rejects with a `NewsmarkError`. */
  async annotate(text?: string, { published }: { published?: string } = {}): Promise<Article> {
    if (published !== undefined) this.published = published;
    if (text !== undefined) this.text = text;
    const before = this.outcome;
    await this.updateComplete;
    if (this.outcome === before) void this.read();
    const outcome = await this.outcome;
    if (outcome instanceof Error) throw outcome;
    if (!outcome) throw new NewsmarkError("aborted", "There was no text to read, or reading was called off.");
    await this.updateComplete;
    return outcome;
  }

  /** Chooses a mark by its id and brings it into view; null: chooses none. */
  async select(id: string | null): Promise<void> {
    if (id !== null) return this.reveal(id);
    this.selected = null;
    await this.updateComplete;
  }

  /** Makes a correction, of its own making or of `newsmark/corrections`; false where its place is not in the text. */
  edit(correction: Correction): boolean {
    if (!this.#base || this.readonly || this.#disabled) return false;
    const next = change(this.#history, [...this.#history.log, correction]);
    if (apply(this.#base, this.words, next.log).unplaced.includes(correction)) return false;
    this.#go(next);
    return true;
  }

  /** Takes the last correction back. */
  undo(): void {
    this.#go(undo(this.#history));
  }

  /** Makes again what was taken back. */
  redo(): void {
    this.#go(redo(this.#history));
  }

  /** Writes what is shown in another format. */
  async export(format: ExportFormat, options: ExportOptions = {}): Promise<Exported> {
    if (!this.result) throw new NewsmarkError("bad-option", "There is nothing to export: the text has not been read.");
    if (this.#asksForNothing) needsAtHand(options.wasm, "the options of `export`");
    return sharedExport({ ...this.result, text: this.words }, format, options);
  }

  /** Shows a result that was exported as JSON, or the object itself; throws `bad-import` where it is none. */
  import(result: string | Article): void {
    const article = opened(result);
    this.text = article.text;
    this.result = article;
  }

  /** Takes everything away: text, marks, corrections, and what was kept of them. */
  clear(): void {
    this.cancel();
    this.#history = NO_HISTORY;
    if (this.persist) forget(this.persist);
    this.text = "";
    this.result = null;
    this.selected = null;
  }

  /** Ends an engine of its own; the next text starts another. Taking the element out of the page does it, too. */
  dispose(): void {
    this.cancel();
    this.#end();
  }

  /** As forms reset: corrections go, what was read stays. */
  formResetCallback(): void {
    this.#go(NO_HISTORY);
  }

  formDisabledCallback(disabled: boolean): void {
    this.#disabled = disabled;
    this.requestUpdate();
  }

  formStateRestoreCallback(state: unknown): void {
    if (typeof state === "string" && state !== "") this.import(state);
  }

  protected override reader(): Annotator {
    const { engine, wasm, policy } = this;
    if (this.annotator || !(engine || wasm || policy !== DEFAULT_POLICY)) return super.reader();
    const { maxLength, timeout } = policy;
    const options = { maxLength, timeout, ...(engine && { worker: engine === "worker" }), ...(wasm && { wasm }) };
    this.#own ??= ownAnnotator(this.#asksForNothing ? withoutRequests(options) : options);
    return this.#own;
  }

  protected override taken(article: Article): Article {
    this.#base = article;
    if (this.#keepsAs && this.#history === NO_HISTORY) this.#history = { ...NO_HISTORY, log: kept(this.#keepsAs) };
    return this.#correct();
  }

  protected override busy(reading: boolean): void {
    this.#state("reading", reading);
    if (reading) this.#state("failed", false);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("engine") || changed.has("wasm") || changed.has("policy")) {
      this.#end();
      if (this.hasUpdated && !this.result) void this.read();
    }
    if (changed.has("result") && this.result !== this.#corrected) {
      // A result of the host's own, without corrections.
      this.#base = this.#corrected = this.result;
      if (this.result) this.#history = NO_HISTORY;
      this.unplaced = [];
    }
    super.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has("result")) return;
    this.#state("ready", this.result !== null);
    this.#state("empty", this.words.trim() === "");
    this.#state("edited", this.#history.log.length > 0);
    if (this.getAttribute("name")) this.#internals?.setFormValue(this.value || null);
  }

  protected override render(): TemplateResult {
    const views = this.view.split(/\s+/);
    const { result, selected, words: text, labels, messages } = this;
    const below = [
      views.includes("card") ? html`<newsmark-card exportparts="card" .labels=${labels} .messages=${messages} .result=${result} .text=${text} .selected=${selected}></newsmark-card>` : nothing,
      views.includes("correct") && !this.readonly && !this.#disabled
        ? html`<newsmark-correct exportparts="correct" .labels=${labels} .messages=${messages} .result=${result} .text=${text} .selected=${selected} .selection=${this.selection} @newsmark-correct=${this.#onCorrect}></newsmark-correct>`
        : nothing,
      views.includes("lists") ? html`<newsmark-lists exportparts="tabs, tab, panel" .labels=${labels} .messages=${messages} .result=${result} .text=${text} .selected=${selected} .voice=${this.voice} @newsmark-select=${this.#onListed}></newsmark-lists>` : nothing,
    ];
    const shown = below.some((part) => part !== nothing);
    return html`${super.render()}${shown && result ? html`<div class="below" @newsmark-voice=${this.#onVoice}>${below}</div>` : nothing}`;
  }

  /** Whether it may ask for nothing, though the script does not hold all that it needs. */
  get #asksForNothing(): boolean {
    return !this.#policy.requests && !holdsAll();
  }

  /** The name under which corrections are kept; null: they are not, or may not be. */
  get #keepsAs(): string | null {
    return this.#policy.storage ? this.persist : null;
  }

  /** The base with the corrections over it. */
  #correct(): Article {
    const base = this.#base!;
    const { article, unplaced } = apply(base, base.text ?? this.words, this.#history.log);
    this.unplaced = unplaced;
    this.#corrected = article;
    return article;
  }

  #go(history: History): void {
    if (history === this.#history || !this.#base) return;
    const { activeElement } = this.shadowRoot ?? {};
    this.#history = history;
    this.result = this.#correct();
    if (activeElement) void this.#keepFocus();
    if (this.#keepsAs) keep(this.#keepsAs, history.log);
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** A mark that is rejected goes, and the focus with it: another takes it, so that keys go on. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    if (!this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>('mark[tabindex="0"]')?.focus();
  }

  #end(): void {
    this.#own?.dispose();
    this.#own = null;
  }

  #state(state: (typeof STATES)[number], on: boolean): void {
    const states = this.#internals?.states;
    try {
      if (on) states?.add(state);
      else states?.delete(state);
    } catch {
      // Chrome before 125 takes other names; it does without states.
    }
  }

  readonly #onError = (event: FailureEvent): void => {
    if (event.target === this) this.#state("failed", true);
  };

  /** Keys correct the chosen mark here, unless the host does it or marks can't be corrected. */
  readonly #onKeyEvent = (event: KeyEvent): void => {
    const { command } = event;
    if (event.defaultPrevented || !this.result || this.selected === null || (command !== "accept" && command !== "reject")) return;
    const correction = correctionOf(Lookup.of(this.result, this.words), this.selected, { do: command });
    if (correction) this.edit(correction);
  };

  readonly #onCorrect = (event: CorrectEvent): void => {
    event.stopPropagation();
    this.edit(event.correction);
  };

  readonly #onListed = (event: SelectEvent): void => {
    if (event.follow && event.id !== null) void this.reveal(event.id);
    else this.selected = event.id;
  };

  readonly #onVoice = (event: VoiceEvent): void => {
    this.voice = event.voice;
  };

  readonly #onUndoKey = (event: KeyboardEvent): void => {
    const [field] = event.composedPath();
    if (this.readonly || field instanceof HTMLInputElement || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    if (event.shiftKey) this.redo();
    else this.undo();
  };
}
