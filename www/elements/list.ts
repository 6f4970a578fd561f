import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { Article } from "../engine/index.js";
import { copyRows } from "./copying.js";
import { SelectEvent, VoiceEvent } from "./events.js";
import { listStyles } from "./list.css.js";
import { Lookup } from "../engine/lookup.js";
import { scrollTo } from "./scroll.js";
import { SpeakingElement } from "./speaking.js";
import { colours } from "./theme.css.js";
import { words } from "./words.js";

/** How many rows are drawn at once; more on request. */
const PAGE = 200;

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
  content: () => TemplateResult;
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
  /** The rows that are drawn, of all. */
  #shown = { from: 0, to: PAGE };

  constructor() {
    super();
    this.result = null;
    this.text = null;
    this.selected = null;
    this.voice = null;
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
    this.lookup = lookup;
    this.refresh();
  }

  /** Makes the rows anew. */
  protected refresh(): void {
    const { lookup } = this;
    this.#sections = lookup ? this.speak(() => this.sections(lookup)) : [];
    this.#ids = this.#sections.flatMap(({ rows }) => rows.map(({ id }) => id));
    this.#shown = { from: 0, to: PAGE };
  }

  /** Draws the page that holds a row, if it is not drawn. */
  #turnTo(id: string | null): void {
    const at = id === null ? -1 : this.#ids.indexOf(id);
    const { from, to } = this.#shown;
    if (at < 0 || (at >= from && at < to)) return;
    const start = at - (at % PAGE);
    this.#shown = { from: start, to: start + PAGE };
  }

  protected override render(): TemplateResult {
    if (!this.lookup) return html`<p class="none">${words.empty.waiting}</p>`;
    const { from, to } = this.#shown;
    const [before, after] = [Math.min(from, PAGE), Math.min(this.#ids.length - to, PAGE)];
    return html`<div @click=${this.#onClick} @keydown=${this.#onKey} @copy=${(event: ClipboardEvent) => copyRows(event, this.renderRoot as ShadowRoot)}>
      ${this.top(this.lookup)}
      ${this.#ids.length === 0 ? html`<p class="none">${this.note()}</p>` : nothing}
      ${before > 0 ? html`<button type="button" class="more" @click=${() => this.#show(from - before, to, -1)}>${words.earlier(before, from)}</button>` : nothing}
      ${this.drawn(this.#seen())}
      ${after > 0 ? html`<button type="button" class="more" @click=${() => this.#show(from, to + after, to)}>${words.more(after, this.#ids.length - to)}</button>` : nothing}
    </div>`;
  }

  /** The sections with those of their rows that are drawn. */
  #seen(): Section[] {
    const { from, to } = this.#shown;
    let first = 0;
    return this.#sections.flatMap((section) => {
      const rows = section.rows.slice(Math.max(0, from - first), Math.max(0, to - first));
      first += section.rows.length;
      return rows.length > 0 ? [{ ...section, rows }] : [];
    });
  }

  /** Draws sections. */
  protected drawn(sections: readonly Section[]): unknown {
    return sections.map(({ name, heading, rows }) => html`<section class=${name}>${heading()}<ul class="rows">${rows.map((row) => this.#row(row))}</ul></section>`);
  }

  /** Draws other rows and goes to the first new one. */
  async #show(from: number, to: number, first: number): Promise<void> {
    this.#shown = { from, to };
    this.requestUpdate();
    await this.updateComplete;
    this.#all()[Math.max(0, first - from)]?.focus();
  }

  protected override updated(): void {
    const rows = this.#all();
    const stop = rows.find((row) => row.ariaCurrent === "true") ?? rows[0];
    for (const row of rows) row.tabIndex = row === stop ? 0 : -1;
  }

  /** One row, as a list item. */
  #row({ id, content }: Row): TemplateResult {
    const current = this.isCurrent(id);
    return html`<li><button type="button" class="row" part="row" data-id=${id} tabindex="-1" aria-current=${ifDefined(current ? "true" : undefined)}>${content()}</button></li>`;
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
    for (const each of rows) each.tabIndex = each === row ? 0 : -1;
    row.focus();
  }
}
