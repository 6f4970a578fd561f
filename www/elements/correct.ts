import { type PropertyDeclarations, type TemplateResult, html, nothing } from "lit";
import { type Change, type Correction, anchorOf, correctionOf, countWith } from "../corrections/index.js";
import type { Article, Bound, Entity, EntityKind, Figure, HarmKind, Mention, Quote, QuoteKind, WireRange } from "../engine/index.js";
import { Lookup } from "../engine/lookup.js";
import { controls } from "./controls.css.js";
import { correctStyles } from "./correct.css.js";
import { CorrectEvent } from "./events.js";
import { movedEdge } from "./edges.js";
import { findAll } from "./find.js";
import { SpeakingElement } from "./speaking.js";
import { colours } from "./theme.css.js";
import { voiceName } from "./voices.js";
import { kindName, words } from "./words.js";

const KINDS: Record<"mention" | "quote" | "figure", readonly (EntityKind | QuoteKind | HarmKind)[]> = {
  mention: ["person", "organization", "place", "facility", "group", "event", "product", "other"],
  quote: ["direct", "mixed", "indirect", "term"],
  figure: ["killed", "injured", "missing", "captured", "detained", "displaced", "casualties"],
};
const BOUNDS: readonly Bound[] = ["exact", "at_least", "at_most", "approx", "range", "vague", "none"];

/**
 * Corrects the chosen mark, or marks the words that are selected. Each change is a correction of
 * its own, told at once; whoever embeds this applies it.
 *
 * @fires newsmark-correct with the correction
 */
export class NewsmarkCorrect extends SpeakingElement {
  static override properties: PropertyDeclarations = {
    result: { attribute: false },
    text: { attribute: false },
    selected: { attribute: false },
    selection: { attribute: false },
    open: { type: Boolean, reflect: true },
    missing: { state: true },
    everywhere: { state: true },
  };
  static override styles = [colours, controls, correctStyles];

  /** What was read, as it is corrected by now. */
  declare result: Article | null;
  /** Its text, where the result does not hold it. */
  declare text: string | null;
  /** Id of the chosen item; null: none. */
  declare selected: string | null;
  /** Words to mark; null: none are selected. */
  declare selection: WireRange | null;
  /** Whether all that can be changed is shown. */
  declare open: boolean;
  /** A name that was given for a speaker, source or victims and does not stand in the text. */
  declare private missing: string | null;
  declare private everywhere: boolean;

  constructor() {
    super();
    this.result = null;
    this.text = null;
    this.selected = null;
    this.selection = null;
    this.open = false;
    this.missing = null;
    this.everywhere = true;
  }

  /** Shows all that can be changed and goes to the first of it. */
  async edit(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".form select, .form input")?.focus();
  }

  /** Goes to the kinds to mark the selected words as. */
  async mark(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(".add select")?.focus();
  }

  /** Accepts or rejects the chosen mark. */
  decide(what: "accept" | "reject"): void {
    this.#send({ do: what }, what === "reject" && this.everywhere && this.open);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("selected")) this.missing = null;
  }

  get #lookup(): Lookup | null {
    const text = this.result?.text ?? this.text;
    return this.result && text !== null ? Lookup.of(this.result, text) : null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const lookup = this.#lookup;
    if (!lookup) return nothing;
    if (this.selection) return this.#adding(lookup, this.selection);
    const item = lookup.item(this.selected);
    const form =
      item?.type === "mention" ? this.#mention(lookup, item.mention) : item?.type === "quote" ? this.#quote(lookup, item.quote) : item?.type === "figure" ? this.#figure(lookup, item.figure) : null;
    if (!form) return nothing;
    const { correct } = words;
    return html`<section class="correct" part="correct" aria-label=${correct.label}>
      <div class="actions">
        <button type="button" @click=${() => this.decide("accept")}>${correct.accept}</button>
        <button type="button" @click=${() => this.decide("reject")}>${correct.reject}</button>
        <button type="button" aria-expanded=${this.open ? "true" : "false"} @click=${() => (this.open = !this.open)}>${correct.change}</button>
      </div>
      ${this.open ? html`<div class="form">${form}</div>` : nothing}
      <p class="problem" aria-live="polite">${this.missing === null ? nothing : correct.notThere(this.missing)}</p>
    </section>`;
  }

  #mention(lookup: Lookup, mention: Mention): TemplateResult {
    const { correct } = words;
    const entity = lookup.entity(mention.entity);
    const others = lookup.article.entities.filter((other) => other !== entity && other.mentions.length > 0).sort((a, b) => a.name.localeCompare(b.name, words.language));
    const count = entity?.mentions.length ?? 1;
    return html`
      ${this.#kind("mention", mention.kind)}
      ${count > 1 ? html`<label class="check"><input type="checkbox" .checked=${this.everywhere} @change=${(event: Event) => (this.everywhere = (event.target as HTMLInputElement).checked)} /> ${correct.everywhere(count)}</label>` : nothing}
      <span class="field">
        <label for="merge">${correct.merge}</label>
        <select id="merge" @change=${(event: Event) => this.#merge(lookup, others[Number((event.target as HTMLSelectElement).value)])}>
          <option value="-1" selected>${correct.nothing}</option>
          ${others.map(({ name }, i) => html`<option value=${i}>${name}</option>`)}
        </select>
      </span>
      ${count > 1 ? html`<button type="button" @click=${() => this.#send({ do: "split" })}>${correct.split}</button>` : nothing}
      ${this.#edges(lookup, mention)}`;
  }

  #quote(lookup: Lookup, quote: Quote): TemplateResult {
    return html`${this.#kind("quote", quote.kind)} ${this.#voice(lookup, words.card.speaker, voiceName(lookup, quote.speaker), quote)} ${this.#edges(lookup, quote)}`;
  }

  #figure(lookup: Lookup, figure: Figure): TemplateResult {
    const { correct, claims, card } = words;
    const { victims } = figure;
    const count = (change: Partial<Pick<Figure, "low" | "high" | "bound">>) => this.#send({ do: "count", ...countWith(figure, change) });
    const end = (which: "low" | "high") => html`<span class="field">
      <label for=${which}>${claims.columns[which]}</label>
      <input id=${which} type="number" min="0" step="1" placeholder=${claims.open} .value=${String(figure[which] ?? "")} @change=${(event: Event) => count({ [which]: numberOf(event) })} />
    </span>`;
    return html`
      ${this.#kind("figure", figure.kind)} ${end("low")} ${end("high")}
      <span class="field">
        <label for="bound">${correct.bound}</label>
        <select id="bound" @change=${(event: Event) => count({ bound: (event.target as HTMLSelectElement).value as Bound })}>
          ${BOUNDS.map((bound) => html`<option value=${bound} ?selected=${bound === figure.bound}>${words.bound[bound]}</option>`)}
        </select>
      </span>
      ${this.#voice(lookup, card.source, voiceName(lookup, figure.source), figure)}
      <span class="field">
        <label for="victims">${card.victims}</label>
        <input id="victims" autocomplete="off" .value=${victims ? lookup.words(victims) : ""} @change=${(event: Event) => this.#named(lookup, figure, (event.target as HTMLInputElement).value, (who) => ({ do: "victims", who }))} />
      </span>
      ${this.#edges(lookup, figure)}`;
  }

  #kind(layer: keyof typeof KINDS, kind: string): TemplateResult {
    const { correct } = words;
    return html`<span class="field">
      <label for="kind">${correct.kind}</label>
      <select id="kind" @change=${(event: Event) => this.#send({ do: "kind", kind: (event.target as HTMLSelectElement).value as EntityKind }, this.everywhere)}>
        ${KINDS[layer].map((each) => html`<option value=${each} ?selected=${each === kind}>${kindName(each)}</option>`)}
      </select>
    </span>`;
  }

  /** Who says it: any words of the text, with the names in it to choose from. */
  #voice(lookup: Lookup, label: string, name: string, near: WireRange): TemplateResult {
    const names = lookup.article.entities.filter(({ kind, mentions }) => mentions.length > 0 && kind !== "event" && kind !== "product");
    return html`<span class="field">
      <label for="voice">${label}</label>
      <input id="voice" list="names" autocomplete="off" placeholder=${words.correct.nobody} .value=${name} @change=${(event: Event) => this.#named(lookup, near, (event.target as HTMLInputElement).value, (who) => ({ do: "voice", who }))} />
      <datalist id="names">${names.map((entity) => html`<option value=${entity.name}></option>`)}</datalist>
    </span>`;
  }

  #edges(lookup: Lookup, mark: WireRange): TemplateResult {
    const { correct } = words;
    const move = (edge: "start" | "end", by: 1 | -1) => {
      const to = movedEdge(lookup.text, mark, edge, by);
      if (to) this.#send({ do: "edges", to: anchorOf(lookup.text, to) });
    };
    const button = (edge: "start" | "end", by: 1 | -1) => html`<button type="button" aria-label=${correct.edges[edge][by]} @click=${() => move(edge, by)}>${by < 0 ? "←" : "→"}</button>`;
    return html`<span class="edges" role="group" aria-label=${correct.edges.label}>${correct.edges.from} ${button("start", -1)}${button("start", 1)} ${correct.edges.to} ${button("end", -1)}${button("end", 1)}</span>`;
  }

  /** Marks the selected words. */
  #adding(lookup: Lookup, selection: WireRange): TemplateResult {
    const { correct } = words;
    const add = (event: Event) => {
      const [layer, kind] = (event.target as HTMLSelectElement).value.split(" ") as [keyof typeof KINDS, EntityKind];
      if (!kind) return;
      const everywhere = layer === "mention" && this.everywhere;
      this.#dispatch({ layer, kind, at: anchorOf(lookup.text, selection), change: { do: "add" }, everywhere });
    };
    return html`<section class="correct" part="correct" aria-label=${correct.label}>
      <div class="add">
        <label for="add">${correct.mark(lookup.words(selection))}</label>
        <select id="add" @change=${add}>
          <option value="" selected>${correct.nothing}</option>
          ${(["mention", "quote", "figure"] as const).map(
            (layer) => html`<optgroup label=${correct.layers[layer]}>${KINDS[layer].map((kind) => html`<option value="${layer} ${kind}">${kindName(kind)}</option>`)}</optgroup>`,
          )}
        </select>
        <label class="check"><input type="checkbox" .checked=${this.everywhere} @change=${(event: Event) => (this.everywhere = (event.target as HTMLInputElement).checked)} /> ${correct.everyPlace}</label>
      </div>
    </section>`;
  }

  #merge(lookup: Lookup, entity: Entity | undefined): void {
    const mention = lookup.mention(entity?.mentions[0] ?? null);
    if (mention) this.#send({ do: "merge", into: anchorOf(lookup.text, mention) });
  }

  /** Finds the words of a field in the text: a name's mention, else the words themselves, nearest to the mark. */
  #named(lookup: Lookup, near: WireRange, field: string, change: (who: ReturnType<typeof anchorOf> | null) => Change): void {
    const wanted = field.trim();
    if (wanted === "") return this.#send(change(null));
    const entity = lookup.article.entities.find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
    const places = entity ? lookup.places(entity.id) : findAll(lookup.text, wanted);
    const far = ({ start, end }: WireRange) => Math.max(near.start - end, start - near.end);
    const nearest = places.reduce<WireRange | null>((a, b) => (a && far(a) <= far(b) ? a : b), null);
    if (nearest) this.#send(change(anchorOf(lookup.text, nearest)));
    else this.missing = wanted;
  }

  #send(change: Change, everywhere = false): void {
    const lookup = this.#lookup;
    const correction = lookup && this.selected !== null ? correctionOf(lookup, this.selected, change, everywhere) : null;
    if (correction) this.#dispatch(correction);
  }

  #dispatch(correction: Correction): void {
    this.missing = null;
    this.dispatchEvent(new CorrectEvent(correction));
  }
}

function numberOf(event: Event): number | null {
  const { value, valueAsNumber } = event.target as HTMLInputElement;
  return value === "" || !(valueAsNumber >= 0) ? null : Math.round(valueAsNumber);
}

