import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { Article } from "../engine/index.js";
import { SelectEvent } from "./events.js";
import { listStyles } from "./list.css.js";
import { Lookup } from "../engine/lookup.js";
import { scrollTo } from "./scroll.js";
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
 */
export abstract class NewsmarkList extends LitElement {
  static override properties = {
    result: { attribute: false },
    text: { attribute: false },
    selected: { attribute: false },
  };
  static override styles = [colours, listStyles];

  /** What was read. */
  declare result: Article | null;
  /** Its text, where the result does not hold it. */
  declare text: string | null;
  /** Id of the chosen item; null: none. */
  declare selected: string | null;

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
  }

  /** All rows of the article under their headings. */
  protected abstract sections(lookup: Lookup): readonly Section[];

  /** What to say where there are none. */
  protected abstract readonly none: string;

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
    if (changed.has("selected") && this.selected !== null) this.#turnTo(this.rowOf(this.selected));
  }

  #read(): void {
    const text = this.result?.text ?? this.text;
    const lookup = this.result && text !== null ? Lookup.of(this.result, text) : null;
    if (lookup === this.lookup) return;
    this.lookup = lookup;
    this.#sections = lookup ? this.sections(lookup) : [];
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
    if (this.#ids.length === 0) return html`<p class="none">${this.none}</p>`;
    const { from, to } = this.#shown;
    const [before, after] = [Math.min(from, PAGE), Math.min(this.#ids.length - to, PAGE)];
    return html`<div @click=${this.#onClick} @keydown=${this.#onKey}>
      ${before > 0 ? html`<button type="button" class="more" @click=${() => this.#show(from - before, to, -1)}>${words.earlier(before, from)}</button>` : nothing}
      ${this.#drawn()}
      ${after > 0 ? html`<button type="button" class="more" @click=${() => this.#show(from, to + after, to)}>${words.more(after, this.#ids.length - to)}</button>` : nothing}
    </div>`;
  }

  /** The sections with those of their rows that are drawn. */
  #drawn(): TemplateResult[] {
    const { from, to } = this.#shown;
    const drawn: TemplateResult[] = [];
    let first = 0;
    for (const { name, heading, rows } of this.#sections) {
      const seen = rows.slice(Math.max(0, from - first), Math.max(0, to - first));
      first += rows.length;
      if (seen.length === 0) continue;
      drawn.push(html`<section class=${name}>${heading()}<ul class="rows">${seen.map((row) => this.#row(row))}</ul></section>`);
    }
    return drawn;
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
    const current = this.lookup && this.selected !== null && this.rowOf(this.selected) === id;
    return html`<li><button type="button" class="row" part="row" data-id=${id} tabindex="-1" aria-current=${ifDefined(current ? "true" : undefined)}>${content()}</button></li>`;
  }

  #all(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(".row")];
  }

  #onClick(event: Event): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>(".row") : null;
    const id = row?.dataset["id"];
    if (id === undefined) return;
    this.selected = this.choice(id);
    this.dispatchEvent(new SelectEvent(this.selected, true));
  }

  #onKey(event: KeyboardEvent): void {
    const rows = this.#all();
    const at = rows.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = to === undefined ? undefined : rows[to];
    if (!row) return;
    event.preventDefault();
    for (const each of rows) each.tabIndex = each === row ? 0 : -1;
    row.focus();
  }
}
