import { type PropertyDeclarations, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import type { Article, Certainty, Origin, WireRange } from "../engine/index.js";
import { cardStyles } from "./card.css.js";
import { SelectEvent, VoiceEvent } from "./events.js";
import { figureText } from "./format.js";
import { KIND_OF_ENTITY } from "./kinds.js";
import { Lookup } from "../engine/lookup.js";
import { SpeakingElement } from "./speaking.js";
import { colours } from "./theme.css.js";
import { voiceOf } from "./voices.js";
import { words } from "./words.js";

/** What there is to say about one mark. */
interface Facts {
  kind: string;
  about: string;
  lines: [term: string, words: string][];
  certainty: Certainty | null;
  rule: string;
  origin: Origin;
  /** Who says it; null: names are nobody's words. */
  voice: string | null;
}

/**
 * Says why the chosen mark was made: what it was taken for, by which words and rule, how surely.
 *
 * @fires newsmark-select with `follow` to find it in the list, with null when closed
 * @fires newsmark-voice to show only what its speaker or source says
 */
export class NewsmarkCard extends SpeakingElement {
  static override properties: PropertyDeclarations = {
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
      <p class="why">
        ${words.rule(facts.rule) ?? nothing} ${facts.origin === "edited" ? html`<b>${words.origin.edited}</b>` : nothing}
        ${facts.certainty && facts.origin === "automatic" ? html`<span class="certainty ${facts.certainty}">${words.certaintyNote[facts.certainty]}</span>` : nothing}
      </p>
      <footer>
        <span class="rule">${words.card.rule} <code>${facts.rule}</code></span>
        ${facts.voice ? html`<button type="button" class="only" @click=${() => this.dispatchEvent(new VoiceEvent(facts.voice))}>${words.only}</button>` : nothing}
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
  const { card } = words;
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
        lines: whole && whole !== lookup.words(mention) ? [[card.refersTo, whole]] : [],
        certainty: mention.certainty,
        rule: mention.rule,
        origin: mention.origin,
        voice: voiceOf(lookup, id),
      };
    }
    case "quote": {
      const { quote } = item;
      const { speaker, cue } = quote;
      const lines: Facts["lines"] = [[card.speaker, speaker ? named(speaker) : words.noSpeaker]];
      if (cue) lines.push([card.cue, says(cue)]);
      return { kind: words.quote[quote.kind], about: shortened(lookup.words(quote)), lines, certainty: speaker?.certainty ?? null, rule: quote.rule, origin: quote.origin, voice: voiceOf(lookup, id) };
    }
    case "figure": {
      const { figure } = item;
      const { source, victims, cue } = figure;
      const side = lookup.entity(figure.side);
      const body = victims && lookup.entity(victims.entity);
      const said = source?.cue ?? lookup.quote(source?.quote ?? null)?.cue ?? null;
      const lines: Facts["lines"] = [
        [card.harm, cue.length > 0 ? `${words.harm[figure.kind]}, ${card.by(cue.map(says).join(", "))}` : words.harm[figure.kind]],
        [card.count, `${figureText(figure)}${figure.bound === "exact" ? "" : `, ${card.by(says(figure))}`}`],
        [card.source, source ? `${named(source)}${said ? `, ${card.by(says(said))}` : ""}` : words.noSource],
      ];
      if (victims) lines.push([card.victims, body && body.name !== lookup.words(victims) ? `${says(victims)}, ${body.name}` : says(victims)]);
      if (side) lines.push([card.side, side.name]);
      if (figure.hedged) lines.push([card.hedge, words.hedged]);
      return { kind: words.harm[figure.kind], about: lookup.words(figure), lines, certainty: source?.certainty ?? null, rule: figure.rule, origin: figure.origin, voice: voiceOf(lookup, id) };
    }
    default:
      return null;
  }
}

function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 80).replace(/\s+\S*$/, "")} …` : text;
}
