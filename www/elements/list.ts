import { LitElement, type PropertyValues, type TemplateResult, html } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { Article } from "../engine/index.js";
import { SelectEvent } from "./events.js";
import { listStyles } from "./list.css.js";
import { Lookup } from "../engine/lookup.js";
import { scrollTo } from "./scroll.js";
import { colours } from "./theme.css.js";
import { words } from "./words.js";

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

  constructor() {
    super();
    this.result = null;
    this.text = null;
    this.selected = null;
  }

  /** The rows, or nothing where the article has none. */
  protected abstract rows(lookup: Lookup): TemplateResult | null;

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
    if (!changed.has("result") && !changed.has("text")) return;
    const text = this.result?.text ?? this.text;
    this.lookup = this.result && text !== null ? Lookup.of(this.result, text) : null;
  }

  protected override render(): TemplateResult {
    if (!this.lookup) return html`<p class="none">${words.empty.waiting}</p>`;
    const rows = this.rows(this.lookup);
    if (!rows) return html`<p class="none">${this.none}</p>`;
    return html`<div @click=${this.#onClick} @keydown=${this.#onKey}>${rows}</div>`;
  }

  protected override updated(): void {
    const rows = this.#all();
    const stop = rows.find((row) => row.ariaCurrent === "true") ?? rows[0];
    for (const row of rows) row.tabIndex = row === stop ? 0 : -1;
  }

  /** One row, as a list item. */
  protected row(id: string, content: TemplateResult): TemplateResult {
    const current = this.lookup && this.selected !== null && this.rowOf(this.selected) === id;
    return html`<li><button type="button" class="row" part="row" data-id=${id} tabindex="-1" aria-current=${ifDefined(current ? "true" : undefined)}>${content}</button></li>`;
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
