import { LitElement, type PropertyValues, type TemplateResult, html } from "lit";
import type { Article } from "../engine/index.js";
import type { NewsmarkList } from "./list.js";
import { listsStyles } from "./lists.css.js";
import { Lookup } from "../engine/lookup.js";
import { colours } from "./theme.css.js";
import { words } from "./words.js";

/** The tabs, in order. */
const TABS = ["claims", "quotes", "names", "notes"] as const;

/** Which list is on top. */
export type Tab = (typeof TABS)[number];

/**
 * All lists of an article, one on top.
 *
 * @fires newsmark-select when a row is used
 */
export class NewsmarkLists extends LitElement {
  static override properties = {
    result: { attribute: false },
    text: { attribute: false },
    selected: { attribute: false },
    tab: { reflect: true },
  };
  static override styles = [colours, listsStyles];

  /** What was read. */
  declare result: Article | null;
  /** Its text, where the result does not hold it. */
  declare text: string | null;
  /** Id of the chosen item; null: none. */
  declare selected: string | null;
  /** Which list is on top. */
  declare tab: Tab;

  constructor() {
    super();
    this.result = null;
    this.text = null;
    this.selected = null;
    this.tab = "claims";
  }

  /** Shows the list that holds an item and brings its row into view; false where none does. */
  async reveal(id: string): Promise<boolean> {
    this.selected = id;
    const tab = this.#tabOf(id);
    if (!tab) return false;
    this.tab = tab;
    await this.updateComplete;
    const list = this.renderRoot.querySelector<NewsmarkList>(`newsmark-${tab}`);
    return (await list?.reveal(id)) ?? false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Choosing a mark turns to its list, so that it is there when the reader looks over.
    if (changed.has("selected") && this.selected !== null) this.tab = this.#tabOf(this.selected) ?? this.tab;
  }

  protected override render(): TemplateResult {
    const counts = count(this.result);
    return html`
      <div class="tabs" part="tabs" role="tablist" aria-label=${words.lists} @keydown=${this.#onKey}>
        ${TABS.map((tab) => {
          const on = tab === this.tab;
          return html`<button type="button" role="tab" id="tab-${tab}" part="tab" aria-controls="panel-${tab}" aria-selected=${on ? "true" : "false"} tabindex=${on ? 0 : -1} @click=${() => (this.tab = tab)}>
            ${words.tabs[tab]} <span class="count">${counts ? counts[tab] : ""}</span>
          </button>`;
        })}
      </div>
      ${this.#panel("claims", html`<newsmark-claims .result=${this.result} .text=${this.text} .selected=${this.selected}></newsmark-claims>`)}
      ${this.#panel("quotes", html`<newsmark-quotes .result=${this.result} .text=${this.text} .selected=${this.selected}></newsmark-quotes>`)}
      ${this.#panel("names", html`<newsmark-names .result=${this.result} .text=${this.text} .selected=${this.selected}></newsmark-names>`)}
      ${this.#panel("notes", html`<newsmark-notes .result=${this.result} .text=${this.text} .selected=${this.selected}></newsmark-notes>`)}
    `;
  }

  #panel(tab: Tab, list: TemplateResult): TemplateResult {
    return html`<div class="panel" part="panel" role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" ?hidden=${tab !== this.tab}>
      <h2 class="print-only">${words.tabs[tab]}</h2>
      ${list}
    </div>`;
  }

  #tabOf(id: string): Tab | null {
    const text = this.result?.text ?? this.text;
    const item = this.result && text !== null ? Lookup.of(this.result, text).item(id) : null;
    switch (item?.type) {
      case "claim":
      case "figure":
        return "claims";
      case "quote":
        return "quotes";
      case "entity":
      case "mention":
        return "names";
      case "note":
        return "notes";
      default:
        return null;
    }
  }

  #onKey(event: KeyboardEvent): void {
    const at = TABS.indexOf(this.tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.tab = TABS[(to + TABS.length) % TABS.length]!;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[role="tab"][tabindex="0"]')?.focus());
  }
}

function count(article: Article | null): Record<Tab, number> | null {
  if (!article) return null;
  return {
    claims: article.ledger.reduce((sum, { figures }) => sum + figures.length, 0),
    quotes: article.quotes.filter(({ kind, origin }) => kind !== "term" && origin !== "rejected").length,
    names: article.entities.length,
    notes: article.notes.length,
  };
}
