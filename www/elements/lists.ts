import { type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import type { Article, EntityKind } from "../engine/index.js";
import { KIND_OF_ENTITY } from "./kinds.js";
import type { NewsmarkList } from "./list.js";
import { listsStyles } from "./lists.css.js";
import { Lookup } from "../engine/lookup.js";
import { countKinds } from "./look.js";
import { SpeakingElement } from "./speaking.js";
import { Printing } from "./printing.js";
import { colours } from "./theme.css.js";
import { words } from "./words.js";

/** The tabs, in order. */
const TABS = ["claims", "quotes", "names", "places", "notes"] as const;

/** Which list is on top. */
export type Tab = (typeof TABS)[number];

/**
 * All lists of an article, one on top.
 *
 * @fires newsmark-select when a row is used
 * @fires newsmark-voice when a speaker or source is picked
 */
export class NewsmarkLists extends SpeakingElement {
  static override properties: PropertyDeclarations = {
    result: { attribute: false },
    text: { attribute: false },
    selected: { attribute: false },
    voice: { attribute: false },
    tab: { reflect: true },
  };
  static override styles = [colours, listsStyles];

  /** What was read. */
  declare result: Article | null;
  /** Its text, where the result does not hold it. */
  declare text: string | null;
  /** Id of the chosen item; null: none. */
  declare selected: string | null;
  /** The speaker or source whose words alone are shown; empty: nobody's; null: everybody's. */
  declare voice: string | null;
  /** Which list is on top. */
  declare tab: Tab;

  readonly #printing = new Printing(this);

  constructor() {
    super();
    this.result = null;
    this.text = null;
    this.selected = null;
    this.voice = null;
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
    const counts = count(this.result, this.result?.text ?? this.text, this.voice);
    return html`
      <div class="tabs" part="tabs" role="tablist" aria-label=${words.lists} @keydown=${this.#onKey}>
        ${TABS.map((tab) => {
          const on = tab === this.tab;
          return html`<button type="button" role="tab" id="tab-${tab}" part="tab" aria-controls="panel-${tab}" aria-selected=${on ? "true" : "false"} tabindex=${on ? 0 : -1} @click=${() => (this.tab = tab)}>
            ${words.tabs[tab]} <span class="count">${counts ? counts[tab] : ""}</span>
          </button>`;
        })}
      </div>
      ${TABS.map((tab) => this.#panel(tab))}
    `;
  }

  /** A list that nobody sees is not drawn; on paper all are seen. */
  #panel(tab: Tab): TemplateResult {
    const seen = tab === this.tab || this.#printing.now;
    return html`<div class="panel" part="panel" role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" ?hidden=${tab !== this.tab}>
      <h2 class="print-only">${words.tabs[tab]}</h2>
      ${seen ? this.#list(tab) : nothing}
    </div>`;
  }

  #list(tab: Tab): TemplateResult {
    const { result, text, selected, voice, labels, messages } = this;
    switch (tab) {
      case "claims":
        return html`<newsmark-claims .labels=${labels} .messages=${messages} .result=${result} .text=${text} .selected=${selected} .voice=${voice}></newsmark-claims>`;
      case "quotes":
        return html`<newsmark-quotes .labels=${labels} .messages=${messages} .result=${result} .text=${text} .selected=${selected} .voice=${voice}></newsmark-quotes>`;
      case "names":
        return html`<newsmark-names .labels=${labels} .messages=${messages} .result=${result} .text=${text} .selected=${selected}></newsmark-names>`;
      case "places":
        return html`<newsmark-places .labels=${labels} .messages=${messages} .result=${result} .text=${text} .selected=${selected}></newsmark-places>`;
      case "notes":
        return html`<newsmark-notes .labels=${labels} .messages=${messages} .result=${result} .text=${text} .selected=${selected}></newsmark-notes>`;
    }
  }

  #tabOf(id: string): Tab | null {
    const text = this.result?.text ?? this.text;
    const lookup = this.result && text !== null ? Lookup.of(this.result, text) : null;
    const item = lookup?.item(id);
    switch (item?.type) {
      case "claim":
      case "figure":
        return "claims";
      case "quote":
        return "quotes";
      case "entity":
        return tabOf(item.entity);
      case "mention":
        return tabOf(lookup?.entity(item.mention.entity) ?? item.mention);
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

function tabOf({ kind }: { kind: EntityKind }): Tab {
  return KIND_OF_ENTITY[kind] === "place" ? "places" : "names";
}

function count(article: Article | null, text: string | null, voice: string | null): Record<Tab, number> | null {
  if (!article || text === null) return null;
  const counts = countKinds(article, text, voice);
  return {
    claims: counts.figure,
    quotes: counts.quote,
    names: counts.person + counts.organization + counts.other,
    places: counts.place,
    notes: article.notes.length,
  };
}
