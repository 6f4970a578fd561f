import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import type { Article, Certainty, WireRange } from "../engine/index.js";
import { cardStyles } from "./card.css.js";
import { SelectEvent } from "./events.js";
import { figureText } from "./format.js";
import { KIND_OF_ENTITY } from "./kinds.js";
import { Lookup } from "../engine/lookup.js";
import { colours } from "./theme.css.js";
import { words } from "./words.js";

/** What there is to say about one mark. */
interface Facts {
  kind: string;
  about: string;
  lines: [term: string, words: string][];
  certainty: Certainty | null;
  rule: string;
}

/**
 * Says why the chosen mark was made: what it was taken for, by which words and rule, how surely.
 *
 * @fires newsmark-select with `follow` to find it in the list, with null when closed
 */
export class NewsmarkCard extends LitElement {
  static override properties = {
    result: { attribute: false },
    text: { attribute: false },
    selected: { attribute: false },
  };
  static override styles = [colours, cardStyles];

  /** What was read. */
  declare result: Article | null;
  /** Its text, where the result does not hold it. */
  declare text: string | null;
  /** Id of the chosen item; null: none. */
  declare selected: string | null;

  #facts: Facts | null = null;

  constructor() {
    super();
    this.result = null;
    this.text = null;
    this.selected = null;
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const text = this.result?.text ?? this.text;
    this.#facts = this.result && text !== null && this.selected !== null ? factsOf(Lookup.of(this.result, text), this.selected) : null;
    this.toggleAttribute("open", this.#facts !== null);
  }

  protected override render(): TemplateResult | typeof nothing {
    const facts = this.#facts;
    if (!facts) return nothing;
    return html`<section class="card" part="card" aria-label=${words.card.label} @keydown=${this.#onKey}>
      <header>
        <b class="kind">${facts.kind}</b>
        <span class="about" dir="auto">${facts.about}</span>
        <button type="button" class="close" aria-label=${words.card.close} @click=${this.#close}>×</button>
      </header>
      ${facts.lines.length > 0 ? html`<dl>${facts.lines.map(([term, said]) => html`<div><dt>${term}</dt><dd dir="auto">${said}</dd></div>`)}</dl>` : nothing}
      <footer>
        ${facts.certainty ? html`<span class="certainty ${facts.certainty}">${words.certaintyNote[facts.certainty]}</span>` : nothing}
        <span class="rule">${words.card.rule} <code>${facts.rule}</code></span>
        <button type="button" class="find" @click=${this.#find}>${words.card.find}</button>
      </footer>
    </section>`;
  }

  #find(): void {
    this.dispatchEvent(new SelectEvent(this.selected, true));
  }

  #close(): void {
    this.dispatchEvent(new SelectEvent(null, false));
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#close();
  }
}

function factsOf(lookup: Lookup, id: string): Facts | null {
  const item = lookup.item(id);
  const says = (range: WireRange) => `“${shortened(lookup.words(range))}”`;
  const named = (who: { entity: string | null } & WireRange) => {
    const name = lookup.entity(who.entity)?.name;
    return name === undefined || name === lookup.words(who) ? lookup.words(who) : `${name} (${says(who)})`;
  };
  switch (item?.type) {
    case "mention": {
      const { mention } = item;
      const entity = lookup.entity(mention.entity);
      const whole = entity && [entity.name, entity.role].filter(Boolean).join(", ");
      return {
        kind: words.kind[KIND_OF_ENTITY[mention.kind]],
        about: lookup.words(mention),
        lines: whole && whole !== lookup.words(mention) ? [[words.card.refersTo, whole]] : [],
        certainty: mention.certainty,
        rule: mention.rule,
      };
    }
    case "quote": {
      const { quote } = item;
      const lines: Facts["lines"] = [[words.card.speaker, quote.speaker ? named(quote.speaker) : words.noSpeaker]];
      if (quote.cue) lines.push([words.card.decided, says(quote.cue)]);
      return { kind: words.quote[quote.kind], about: shortened(lookup.words(quote)), lines, certainty: quote.speaker?.certainty ?? null, rule: quote.rule };
    }
    case "figure": {
      const { figure } = item;
      const { source, victims, cue } = figure;
      const lines: Facts["lines"] = [
        [words.card.count, figureText(figure)],
        [words.card.source, source ? named(source) : words.noSource],
      ];
      if (victims) lines.push([words.card.victims, lookup.words(victims)]);
      if (cue.length > 0) lines.push([words.card.decided, cue.map(says).join(", ")]);
      return { kind: words.harm[figure.kind], about: lookup.words(figure), lines, certainty: source?.certainty ?? null, rule: figure.rule };
    }
    default:
      return null;
  }
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 80).replace(/\s+\S*$/, "")} …` : text;
}
