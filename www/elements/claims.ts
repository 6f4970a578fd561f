import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { Claim, Figure, Relation, WireRange } from "../engine/index.js";
import type { Lookup } from "../engine/lookup.js";
import { chart } from "./chart.js";
import { COLUMNS, type ClaimRow, type Column, type Order, bars, claimRows, passes, sorted } from "./claim-rows.js";
import { claimsStyles } from "./claims.css.js";
import { controls } from "./controls.css.js";
import { VoiceEvent } from "./events.js";
import { countText, dateText } from "./format.js";
import { NewsmarkList, type Section } from "./list.js";
import { sentence } from "./sentence.js";
import { NOBODY, sameVoice } from "./voices.js";
import { words } from "./words.js";

/** How many claims are charted at once; more on request. */
const CHARTS = 12;

/**
 * The claim ledger: figures about the same harm side by side, and a table of all that sorts and filters.
 *
 * @fires newsmark-select when a row is used
 * @fires newsmark-voice when a source is picked
 */
export class NewsmarkClaims extends NewsmarkList {
  static override properties: PropertyDeclarations = {
    order: { state: true },
    kind: { state: true },
    side: { state: true },
    charts: { state: true },
  };
  static override styles: CSSResultGroup = [NewsmarkList.styles, controls, claimsStyles];

  declare private order: Order;
  declare private kind: string | null;
  declare private side: string | null;
  declare private charts: number;

  protected override get none(): string {
    return words.empty.claims;
  }

  /** All figures by id, and those that pass the filter, in text order. */
  #rows: ReadonlyMap<string, ClaimRow> = new Map();
  #passing: ReadonlyMap<string, ClaimRow> = new Map();

  constructor() {
    super();
    this.order = { by: "sentence", down: false };
    this.kind = null;
    this.side = null;
    this.charts = CHARTS;
  }

  protected override rowOf(id: string): string | null {
    const item = this.lookup?.item(id);
    return item?.type === "claim" ? (item.claim.figures[0] ?? null) : id;
  }

  protected override note(): string {
    return this.#rows.size === 0 ? this.none : words.empty.filtered;
  }

  protected sections(lookup: Lookup): Section[] {
    const all = claimRows(lookup);
    // What a new article does not have is not filtered by.
    if (!all.some(({ figure }) => figure.kind === this.kind)) this.kind = null;
    if (!all.some(({ side }) => side === this.side)) this.side = null;
    const filter = { kind: this.kind, source: this.voice, side: this.side };
    const passing = all.filter((row) => passes(row, filter));
    this.#rows = new Map(all.map((row) => [row.id, row]));
    this.#passing = new Map(passing.map((row) => [row.id, row]));
    const rows = sorted(passing, this.order).map((row) => ({ id: row.id, content: (current: boolean) => this.#tableRow(lookup, row, current) }));
    return [{ name: "claims", heading: () => nothing, rows }];
  }

  protected override top(lookup: Lookup): TemplateResult | typeof nothing {
    if (this.#rows.size === 0) return nothing;
    const compared = lookup.article.ledger.filter(({ figures }) => figures.filter((id) => this.#passing.has(id)).length > 1);
    const left = compared.length - this.charts;
    return html`${compared.slice(0, this.charts).map((claim) => this.#claim(lookup, claim))}
      ${left > 0 ? html`<button type="button" class="more" @click=${() => (this.charts += CHARTS)}>${words.more(Math.min(left, CHARTS), left)}</button>` : nothing}
      ${this.#filters()}`;
  }

  /** Figures about the same harm: who says how many, and how that fits together. */
  #claim(lookup: Lookup, claim: Claim): TemplateResult {
    const about = [lookup.entity(claim.side)?.name, lookup.entity(claim.place)?.name, when(lookup, claim.date)].filter((part) => part !== undefined);
    const shown = (id: string) => this.#passing.has(id);
    const telling = claim.relations.filter(({ reading, whole, figures }) => reading !== "single" && figures.every(shown) && (whole === null || shown(whole)));
    const title = `${words.harm[claim.kind]}, ${countText(claim)}`;
    return html`<section class="claim">
      <h3>
        <span class="harm">${words.harm[claim.kind]}</span>
        <span class="range">${countText(claim)}</span>
        ${about.length > 0 ? html`<span class="about">${about.join(" · ")}</span>` : nothing}
      </h3>
      ${chart(lookup, words.claims.chart(title), bars(claim, this.#passing))}
      ${telling.length > 0 ? html`<ul class="relations">${telling.map(relation)}</ul>` : nothing}
    </section>`;
  }

  #filters(): TemplateResult {
    const rows = [...this.#rows.values()];
    const kinds = distinct(rows.map(({ figure }) => figure.kind));
    const sides = distinct(rows.map(({ side }) => side)).filter((side) => side !== "");
    const sources = distinct(rows.map(({ source }) => source)).sort((a, b) => Number(a === NOBODY) - Number(b === NOBODY) || a.localeCompare(b, words.language));
    const source = this.voice === null ? null : (sources.find((name) => sameVoice(name, this.voice!)) ?? this.voice);
    const { claims } = words;
    return html`<div class="filters">
      ${select(claims.columns.kind, kinds.map((kind) => [kind, words.harm[kind]]), this.kind, (kind) => this.#filter({ kind }))}
      ${select(claims.columns.source, distinct(source === null ? sources : [...sources, source]).map((name) => [name, name || words.noSource]), source, (name) => this.dispatchEvent(new VoiceEvent(name)))}
      ${select(claims.columns.side, sides.map((side) => [side, side]), this.side, (side) => this.#filter({ side }))}
      <p class="shown" aria-live="polite">${claims.shown(this.#passing.size, this.#rows.size)}</p>
    </div>`;
  }

  #filter(change: { kind?: string | null; side?: string | null }): void {
    Object.assign(this, change);
    this.refresh();
  }

  #sort(by: Column): void {
    this.order = { by, down: this.order.by === by && !this.order.down };
    this.refresh();
  }

  /** With roles of its own: on narrow screens the rows are laid out as cards. */
  protected override drawn([section]: readonly Section[]): unknown {
    if (!section || section.rows.length === 0) return nothing;
    const { claims } = words;
    return html`<table role="table" aria-label=${claims.table}>
      <thead role="rowgroup">
        <tr role="row" class="head">
          <th role="columnheader" scope="col" class="figure">${claims.columns.figure}</th>
          ${COLUMNS.map((column) => this.#head(column))}
          <th role="columnheader" scope="col" class="words"><span class="off-screen">${claims.columns.words}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">${section.rows.map((row) => this.row(row, row.content))}</tbody>
    </table>`;
  }

  #head(column: Column): TemplateResult {
    const { by, down } = this.order;
    const order = by === column ? (down ? "descending" : "ascending") : undefined;
    return html`<th role="columnheader" scope="col" class="of-${column}" aria-sort=${ifDefined(order)}>
      <button type="button" class="sort" @click=${() => this.#sort(column)}>${words.claims.columns[column]}</button>
    </th>`;
  }

  #tableRow(lookup: Lookup, { id, figure, source, side, sentence: at }: ClaimRow, current: boolean): TemplateResult {
    const { columns } = words.claims;
    const whole = written(figure);
    // Victims that stand among the figure's words are not given twice.
    const victims = figure.victims && (figure.victims.start < whole.start || figure.victims.end > whole.end) ? figure.victims : null;
    return html`<tr role="row" class=${current ? "line current" : "line"} data-id=${id}>
      <th role="rowheader" scope="row" class="figure">
        <button type="button" class="row" part="row" tabindex="-1" aria-current=${ifDefined(current ? "true" : undefined)} dir="auto">${lookup.words(whole)}</button>
        ${victims ? html`<span class="victims" dir="auto">${lookup.words(victims)}</span>` : nothing}
        ${figure.hedged ? html`<span class="certainty inferred">${words.hedged}</span>` : nothing}
      </th>
      <td role="cell" class="kind" data-label=${columns.kind}>${words.harm[figure.kind]}</td>
      <td role="cell" class="of-low" data-label=${columns.low}>${limit(figure, "low")}</td>
      <td role="cell" class="of-high" data-label=${columns.high}>${limit(figure, "high")}</td>
      <td role="cell" class="source" data-label=${columns.source}>
        ${source === NOBODY ? html`<span class="missing">${words.noSource}</span>` : html`<span dir="auto">${source}</span>`}
        ${figure.source?.certainty === "inferred" ? html`<span class="certainty inferred">${words.certainty.inferred}</span>` : nothing}
      </td>
      <td role="cell" class="side" data-label=${columns.side} dir="auto">${side || html`<span class="unknown">–</span>`}</td>
      <td role="cell" class="of-sentence" data-label=${columns.sentence}>${at}</td>
      <td role="cell" class="words">${sentence(lookup, figure.number)}</td>
    </tr>`;
  }
}

/** One end of a figure: a number, or that it is open. */
function limit(figure: Figure, end: "low" | "high"): string {
  const value = figure[end];
  if (value === null) return words.claims.open;
  return countText({ low: value, high: value });
}

/** The figure as the article gives it: its bound, number and victims. */
function written({ start, end, number }: Figure): WireRange {
  return { start: Math.min(start, number.start), end: Math.max(end, number.end) };
}

function relation(relation: Relation): TemplateResult {
  const { reading } = relation;
  const note = words.related(relation);
  return html`<li class="relation ${reading}"><b>${words.reading[reading]}</b>${note ? html`<span>${note}</span>` : nothing}</li>`;
}

function when(lookup: Lookup, id: string | null): string | undefined {
  const date = lookup.date(id);
  if (!date) return undefined;
  return date.value === null ? lookup.words(date) : dateText(date.value);
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** A choice between values, or all; nothing to choose where there is one. */
function select(label: string, options: readonly (readonly [value: string, words: string])[], chosen: string | null, choose: (value: string | null) => void): TemplateResult | typeof nothing {
  if (options.length < 2 && chosen === null) return nothing;
  // Nobody's name is the empty one, so the values are numbered.
  const at = options.findIndex(([value]) => value === chosen);
  const onChange = (event: Event) => choose(options[Number((event.target as HTMLSelectElement).value)]?.[0] ?? null);
  return html`<span class="filter">
    <label for=${label}>${label}</label>
    <select id=${label} @change=${onChange}>
      <option value="-1" ?selected=${at < 0}>${words.claims.all}</option>
      ${options.map(([, shown], i) => html`<option value=${i} ?selected=${i === at}>${shown}</option>`)}
    </select>
  </span>`;
}
