import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { Article } from "../engine/index.js";
import { copyRows } from "./copying.js";
import { SelectEvent, VoiceEvent } from "./events.js";
import { listStyles } from "./list.css.js";
import { Lookup } from "../engine/lookup.js";
import { Pace, seen } from "./pace.js";
import { Printing } from "./printing.js";
import { scrollTo } from "./scroll.js";
import { SpeakingElement } from "./speaking.js";
import { colours } from "./theme.css.js";
import { words } from "./words.js";

/** How many rows are drawn; more on request. */
const PAGE = 200;
/** How many of them are drawn first. */
const FIRST = 20;

/** Rows under one heading. */
export interface Section {
  /** Classes of its own. */
  name: string;
  heading: () => TemplateResult | typeof nothing;
  rows: readonly Row[];
}

/** A row, which is drawn only when it is seen. */
export interface Row {
  id: string;
  content: (current: boolean) => TemplateResult;
}

/**
 * A list of what an article says; each row finds its place in the text. One row takes the Tab key,
 * the arrow keys go on from there.
 *
 * @fires newsmark-select when a row is used
 * @fires newsmark-voice when a speaker or source is picked
 */
export abstract class NewsmarkList extends SpeakingElement {
  static override properties: PropertyDeclarations = {
    result: { attribute: false },
    text: { attribute: false },
    selected: { attribute: false },
    voice: { attribute: false },
  };
  static override styles: CSSResultGroup = [colours, listStyles];

  /** What was read. */
  declare result: Article | null;
  /** Its text, where the result does not hold it. */
  declare text: string | null;
  /** Id of the chosen item; null: none. */
  declare selected: string | null;
  /** The speaker or source whose words alone are shown; empty: nobody's; null: everybody's. */
  declare voice: string | null;

  protected lookup: Lookup | null = null;
  #sections: readonly Section[] = [];
  #ids: readonly string[] = [];
  /** The rows that are to be drawn, of all, and where of them drawing has come to. */
  #shown = { from: 0, to: PAGE, drawn: FIRST };
  readonly #pace = new Pace(this);
  readonly #printing = new Printing(this);
  /** The row that takes the Tab key. */
  #stop: HTMLElement | null = null;

  constructor() {
    super();
    this.result = null;
    this.text = null;
    this.selected = null;
    this.voice = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pace.stop();
  }

  /** All rows of the article under their headings. */
  protected abstract sections(lookup: Lookup): readonly Section[];

  /** What stands above all rows. */
  protected top(_: Lookup): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What to say where the article has none. */
  protected abstract get none(): string;

  /** What to say where no row is shown. */
  protected note(): string {
    return this.voice === null ? this.none : words.empty.filtered;
  }

  /** The id of the row that shows an item. */
  protected rowOf(id: string): string | null {
    return id;
  }

  /** The id that using a row chooses. */
  protected choice(row: string): string {
    return row;
  }

  /** Brings the row of an item into view and focuses it; false where there is none. */
  async reveal(id: string): Promise<boolean> {
    this.selected = id;
    await this.updateComplete;
    const row = this.renderRoot.querySelector<HTMLElement>('.row[aria-current="true"]');
    if (!row) return false;
    row.focus({ preventScroll: true });
    scrollTo(row, "nearest");
    return true;
  }

  /** The article's marks come first: the list of another result is drawn when they are seen. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.lookup && this.result !== this.lookup.article) await seen();
    super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("result") || changed.has("text")) this.#read();
    else if (changed.has("voice")) this.refresh();
    if (changed.has("labels") || changed.has("messages")) this.refresh();
    if (changed.has("selected") && this.selected !== null) this.#turnTo(this.rowOf(this.selected));
  }

  #read(): void {
    const text = this.result?.text ?? this.text;
    const lookup = this.result && text !== null ? Lookup.of(this.result, text) : null;
    if (lookup === this.lookup) return;
    const corrected = lookup?.text === this.lookup?.text;
    const shown = this.#shown;
    this.lookup = lookup;
    this.refresh();
    // What was corrected leaves the reader where he is.
    if (corrected) this.#shown = shown;
  }

  /** Makes the rows anew, and begins with the first. */
  protected refresh(): void {
    const { lookup } = this;
    this.#sections = lookup ? this.speak(() => this.sections(lookup)) : [];
    this.#ids = this.#sections.flatMap(({ rows }) => rows.map(({ id }) => id));
    this.#shown = { from: 0, to: PAGE, drawn: FIRST };
  }

  /** Draws the page that holds a row, if it is not drawn. */
  #turnTo(id: string | null): void {
    const at = id === null ? -1 : this.#ids.indexOf(id);
    const { from, to, drawn } = this.#shown;
    if (at < 0 || (at >= from && at < drawn)) return;
    const start = at - (at % PAGE);
    this.#shown = at >= from && at < to ? { from, to, drawn: at + 1 } : { from: start, to: start + PAGE, drawn: at + 1 };
  }

  protected override render(): TemplateResult {
    if (!this.lookup) return html`<p class="none">${words.empty.waiting}</p>`;
    const { from, to } = this.#range();
    const [before, after] = [Math.min(from, PAGE), Math.min(this.#ids.length - to, PAGE)];
    return html`<div @click=${this.#onClick} @keydown=${this.#onKey} @copy=${(event: ClipboardEvent) => copyRows(event, this.renderRoot as ShadowRoot)}>
      ${this.top(this.lookup)}
      ${this.#ids.length === 0 ? html`<p class="none">${this.note()}</p>` : nothing}
      ${before > 0 ? html`<button type="button" class="more" @click=${() => this.#show(from - before, to, -1)}>${words.earlier(before, from)}</button>` : nothing}
      ${this.drawn(this.#seen())}
      ${after > 0 ? html`<button type="button" class="more" @click=${() => this.#show(from, to + after, to)}>${words.more(after, this.#ids.length - to)}</button>` : nothing}
    </div>`;
  }

  /** The rows that are to be drawn; on paper all. */
  #range(): { from: number; to: number; drawn: number } {
    const all = this.#ids.length;
    return this.#printing.now ? { from: 0, to: all, drawn: all } : this.#shown;
  }

  /** The sections with those of their rows that are drawn. */
  #seen(): Section[] {
    const { from, drawn: to } = this.#range();
    let first = 0;
    return this.#sections.flatMap((section) => {
      const rows = section.rows.slice(Math.max(0, from - first), Math.max(0, to - first));
      first += section.rows.length;
      return rows.length > 0 ? [{ ...section, rows }] : [];
    });
  }

  /** Draws sections. */
  protected drawn(sections: readonly Section[]): unknown {
    return sections.map(({ name, heading, rows }) => html`<section class=${name}>${heading()}<ul class="rows">${rows.map((row) => this.row(row, (current) => this.#item(row, current)))}</ul></section>`);
  }

  /** Draws a row if it is new or has become the current one, or is no longer. */
  protected row(row: Row, draw: (current: boolean) => TemplateResult): unknown {
    const current = this.isCurrent(row.id);
    return guard([row, current], () => draw(current));
  }

  /** Draws other rows and goes to the first new one. */
  async #show(from: number, to: number, first: number): Promise<void> {
    this.#shown = { from, to, drawn: Math.max(this.#shown.drawn, first + FIRST) };
    this.requestUpdate();
    await this.updateComplete;
    this.#all()[Math.max(0, first - from)]?.focus();
  }

  protected override updated(): void {
    this.#stopAt(this.renderRoot.querySelector<HTMLElement>('.row[aria-current="true"]') ?? this.renderRoot.querySelector<HTMLElement>(".row"));
    const { to, drawn } = this.#range();
    if (drawn < Math.min(to, this.#ids.length)) this.#pace.go((count) => (this.#shown = { ...this.#shown, drawn: Math.min(to, drawn + FIRST * count) }));
  }

  #stopAt(row: HTMLElement | null): void {
    this.#stop?.setAttribute("tabindex", "-1");
    row?.setAttribute("tabindex", "0");
    this.#stop = row;
  }

  /** One row, as a list item. */
  #item({ id, content }: Row, current: boolean): TemplateResult {
    return html`<li><button type="button" class="row" part="row" data-id=${id} tabindex="-1" aria-current=${ifDefined(current ? "true" : undefined)}>${content(current)}</button></li>`;
  }

  /** Whether a row shows what is chosen. */
  protected isCurrent(id: string): boolean {
    return this.lookup !== null && this.selected !== null && this.rowOf(this.selected) === id;
  }

  #all(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(".row")];
  }

  #onClick(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const voice = target?.closest<HTMLElement>("[data-voice]")?.dataset["voice"];
    if (voice !== undefined) {
      this.dispatchEvent(new VoiceEvent(voice === this.voice ? null : voice));
      return;
    }
    const id = target?.closest<HTMLElement>("[data-id]")?.dataset["id"];
    // Words that are being selected in a row are not a choice of it.
    if (id === undefined || (!target?.closest("button") && getSelection()?.type === "Range")) return;
    this.selected = this.choice(id);
    this.dispatchEvent(new SelectEvent(this.selected, true));
  }

  #onKey(event: KeyboardEvent): void {
    const rows = this.#all();
    const at = rows.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === "Escape") {
      this.selected = null;
      this.dispatchEvent(new SelectEvent(null, false));
      return;
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = to === undefined ? undefined : rows[to];
    if (!row) return;
    event.preventDefault();
    this.#stopAt(row);
    row.focus();
  }
}
