import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import type { Annotator } from "newsmark";
import { type Change, type Comparison, type Pair, compare, wordsApart } from "newsmark/compare";
import { apply } from "newsmark/corrections";
import { direction } from "newsmark/elements";
import { PAGE as words } from "newsmark/words";
import { itemText } from "./compared.js";
import { type Sheet, titleOf } from "./sheets.js";

const COMPARE = words.compare;
/** How many sentences are shown at once; more on request. */
const PAGE = 300;
/** How much of a run of equal sentences is told in a line where only the others are shown. */
const RUN = 1;

type Side = "earlier" | "later";
const SIDES = ["earlier", "later"] as const;

/** Other versions are to be compared. */
export class PickEvent extends Event {
  readonly earlier: number;
  readonly later: number | null;

  constructor(earlier: number, later: number | null) {
    super("pick");
    this.earlier = earlier;
    this.later = later;
  }
}

/** Something to tell the reader. */
export class TellEvent extends Event {
  readonly words: string;

  constructor(words: string) {
    super("tell");
    this.words = words;
  }
}

/**
 * Two versions of a story side by side: what changed in figures, sources, quotes and names, and both texts.
 *
 * @fires pick when other versions are chosen
 * @fires tell when the versions have been read
 * @fires leave when the reader closes it
 */
export class ComparisonView extends LitElement {
  static override properties = {
    sheets: { attribute: false },
    earlier: { attribute: false },
    later: { attribute: false },
    annotator: { attribute: false },
    lexicon: { attribute: false },
    comparison: { state: true },
    different: { state: true },
    to: { state: true },
  };

  /** All that is open. */
  declare sheets: readonly Sheet[];
  /** Which of them is the earlier version. */
  declare earlier: number;
  /** Which is the later; null: it is still to be given. */
  declare later: number | null;
  declare annotator: Annotator | null;
  declare lexicon: string;
  declare private comparison: Comparison | null;
  /** Whether equal sentences are left out. */
  declare private different: boolean;
  /** Up to which pair of sentences is shown. */
  declare private to: number;

  #read: readonly (Sheet | undefined)[] = [];

  constructor() {
    super();
    this.sheets = [];
    this.earlier = 0;
    this.later = null;
    this.annotator = null;
    this.lexicon = "";
    this.comparison = null;
    this.different = false;
    this.to = PAGE;
  }

  /** Under the page's style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(_: PropertyValues<this>): void {
    const both = [this.sheets[this.earlier], this.later === null ? undefined : this.sheets[this.later]];
    if (both.every((sheet, i) => sheet === this.#read[i])) return;
    this.#read = both;
    void this.#compare(both);
  }

  async #compare(both: readonly (Sheet | undefined)[]): Promise<void> {
    this.comparison = null;
    this.to = PAGE;
    const [earlier, later] = both;
    if (!earlier || !later) return this.#tell(COMPARE.wanted);
    this.#tell(COMPARE.reading);
    try {
      const results = await Promise.all([earlier, later].map((sheet) => this.#readOne(sheet)));
      if (both !== this.#read) return;
      this.comparison = compare(results[0]!, results[1]!);
      const apart = this.comparison.sentences.filter(({ kind }) => kind !== "same").length;
      this.#tell(COMPARE.read(this.comparison.changes.length, apart));
    } catch {
      if (both === this.#read) this.#tell(COMPARE.failed);
    }
  }

  async #readOne({ text, published, history }: Sheet) {
    const options = { text: true, lexicon: this.lexicon || null, ...(published ? { published } : {}) };
    return apply(await this.annotator!.annotate(text, options), text, history.log).article;
  }

  #tell(told: string): void {
    this.dispatchEvent(new TellEvent(told));
  }

  protected override render(): TemplateResult {
    return html`<main class="comparison" aria-labelledby="compare-title" @keydown=${this.#onKey}>
      <div class="head">
        <h2 id="compare-title">${COMPARE.title}</h2>
        ${SIDES.map((side) => this.#choice(side))}
        <button type="button" ?disabled=${this.later === null} @click=${() => this.later !== null && this.#pick(this.later, this.earlier)}>${COMPARE.swap}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event("leave"))}>${COMPARE.close}</button>
      </div>
      ${this.later === null ? html`<p class="wanted">${COMPARE.wanted}</p>` : nothing} ${this.comparison ? html`${this.#changes(this.comparison)}${this.#texts(this.comparison)}` : nothing}
    </main>`;
  }

  #choice(side: Side): TemplateResult {
    const chosen = side === "earlier" ? this.earlier : this.later;
    const other = side === "earlier" ? this.later : this.earlier;
    const onChange = (event: Event) => {
      const which = Number((event.target as HTMLSelectElement).value);
      // What the other side has it gets from this one.
      const swapped = which === other ? chosen : other;
      if (side === "earlier") this.#pick(which, swapped);
      else this.#pick(swapped ?? which, which);
    };
    return html`<span class="field">
      <label for=${side}>${COMPARE[side]}</label>
      <select id=${side} @change=${onChange}>
        ${chosen === null ? html`<option selected disabled>–</option>` : nothing} ${this.sheets.map((sheet, i) => html`<option value=${i} ?selected=${i === chosen}>${titleOf(sheet)}</option>`)}
      </select>
    </span>`;
  }

  #pick(earlier: number, later: number | null): void {
    this.dispatchEvent(new PickEvent(earlier, later));
  }

  #changes(comparison: Comparison): TemplateResult {
    const { changes } = comparison;
    if (changes.length === 0) return html`<p class="none">${COMPARE.none}</p>`;
    const { columns, about } = COMPARE;
    const kinds = ["figure", "source", "quote", "name"] as const;
    return html`<table class="changes">
      <caption>${COMPARE.changes}</caption>
      <thead>
        <tr><th scope="col">${columns.change}</th><th scope="col">${columns.earlier}</th><th scope="col">${columns.later}</th></tr>
      </thead>
      ${kinds.map((kind) => {
        const rows = changes.filter((change) => change.about === kind);
        if (rows.length === 0) return nothing;
        return html`<tbody>
          <tr class="group"><th scope="rowgroup" colspan="3">${about[kind]} <span class="count">${rows.length}</span></th></tr>
          ${rows.map((change) => this.#change(comparison, change))}
        </tbody>`;
      })}
    </table>`;
  }

  #change(comparison: Comparison, change: Change): TemplateResult {
    const what = change.earlier === null ? "added" : change.later === null ? "dropped" : "changed";
    const cell = (side: Side) => {
      const id = change[side];
      if (id === null) return html`<td class="absent">${COMPARE.notThere}</td>`;
      return html`<td data-label=${COMPARE.short[side]}><button type="button" class="go" dir="auto" @click=${() => this.#goTo(this.#pairOf(comparison, side, id))}>${itemText(comparison[side], id, change)}</button></td>`;
    };
    const aspects = change.aspects.map((aspect) => COMPARE.aspects[aspect]).join(", ");
    return html`<tr class=${what}><th scope="row"><span class="sign" aria-hidden="true">${COMPARE.sign[what]}</span> ${aspects || COMPARE.change[what]}</th>${cell("earlier")}${cell("later")}</tr>`;
  }

  /** The pair of sentences that an item stands in. */
  #pairOf({ sentences, ...both }: Comparison, side: Side, id: string): number {
    const lookup = both[side];
    const [place] = lookup.places(id);
    const sentence = place ? lookup.sentenceNumber(place.start) - 1 : -1;
    return sentences.findIndex((pair) => pair[side] === sentence);
  }

  #texts(comparison: Comparison): TemplateResult {
    const { sentences } = comparison;
    const left = sentences.length - this.to;
    return html`<div class="steps">
        <h3 id="texts-title">${COMPARE.texts}</h3>
        <label class="check"><input type="checkbox" .checked=${this.different} @change=${(event: Event) => (this.different = (event.target as HTMLInputElement).checked)} /> ${COMPARE.onlyDifferent}</label>
        <button type="button" @click=${() => this.#step(-1)}>${COMPARE.previous}</button>
        <button type="button" @click=${() => this.#step(1)}>${COMPARE.next}</button>
      </div>
      <div class="texts" role="table" aria-labelledby="texts-title">
        <div role="rowgroup">
          <div role="row" class="pair names"><span role="columnheader" class="off-screen">${COMPARE.columns.change}</span>${SIDES.map((side) => html`<span role="columnheader">${COMPARE.short[side]}</span>`)}</div>
        </div>
        <div role="rowgroup">${this.#rows(comparison, sentences.slice(0, this.to))}</div>
      </div>
      ${left > 0 ? html`<button type="button" class="more" @click=${() => (this.to += PAGE)}>${words.more(Math.min(PAGE, left), left)}</button>` : nothing}`;
  }

  #rows(comparison: Comparison, pairs: readonly Pair[]): (TemplateResult | typeof nothing)[] {
    const first = pairs.findIndex(({ kind }) => kind !== "same");
    let run = 0;
    return pairs.map((pair, i) => {
      run = pair.kind === "same" ? run + 1 : 0;
      if (!this.different || pair.kind !== "same") return this.#row(comparison, pair, i, i === first);
      // A run of equal sentences is one line, at its end.
      if (pairs[i + 1]?.kind === "same" || run < RUN) return nothing;
      return html`<div role="row" class="pair run"><span role="cell" aria-colspan="3">${COMPARE.same(run)}</span></div>`;
    });
  }

  #row(comparison: Comparison, pair: Pair, i: number, first: boolean): TemplateResult {
    const { kind } = pair;
    const said = SIDES.map((side) => (pair[side] === null ? "" : comparison[side].words(comparison[side].article.sentences[pair[side]]!)));
    const pieces = kind === "changed" || kind === "moved" ? wordsApart(said[0]!, said[1]!) : said.map((text) => [{ text, own: false }]);
    const cell = (side: Side, n: number) => {
      if (pair[side] === null) return html`<span role="cell" class="absent"><span class="off-screen">${COMPARE.notThere}</span></span>`;
      const drawn = pieces[n]!.map(({ text, own }) => (own ? (side === "earlier" ? html`<del>${text}</del>` : html`<ins>${text}</ins>`) : text));
      return html`<span role="cell" class=${side} dir=${direction(said[n]!)}>${drawn}</span>`;
    };
    const classes = ["pair", kind, begins(comparison, pair) ? "begins" : ""].join(" ");
    const state = html`<span role="cell" class="state"><span class="sign" aria-hidden="true">${COMPARE.sign[kind]}</span><span class="off-screen">${COMPARE.sentence[kind]}</span></span>`;
    return html`<div role="row" class=${classes} data-pair=${i} tabindex=${kind === "same" ? nothing : first ? "0" : "-1"}>${state}${SIDES.map(cell)}</div>`;
  }

  /** Goes to the next or the previous pair of sentences that are not the same. */
  #step(by: 1 | -1): void {
    const sentences = this.comparison?.sentences ?? [];
    const focused = this.querySelector<HTMLElement>(".pair:focus") ?? this.querySelector<HTMLElement>('.pair[tabindex="0"].current');
    let at = focused ? Number(focused.dataset["pair"]) : by > 0 ? -1 : sentences.length;
    do at += by;
    while (sentences[at]?.kind === "same");
    if (sentences[at]) void this.#goTo(at);
  }

  async #goTo(pair: number): Promise<void> {
    if (pair < 0) return;
    this.to = Math.max(this.to, pair + 1);
    if (this.comparison?.sentences[pair]?.kind === "same") this.different = false;
    await this.updateComplete;
    const row = this.querySelector<HTMLElement>(`[data-pair="${pair}"]`);
    for (const other of this.querySelectorAll<HTMLElement>(".pair[tabindex]")) {
      other.tabIndex = other === row ? 0 : -1;
      other.classList.remove("current");
    }
    if (!row) return;
    row.tabIndex = 0;
    row.classList.add("current");
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }

  #onKey(event: KeyboardEvent): void {
    const row = event.target instanceof Element ? event.target.closest(".pair") : null;
    const by = { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key];
    if (!row || by === undefined) return;
    event.preventDefault();
    this.#step(by);
  }
}

/** Whether a sentence begins a paragraph, of the later version where it has it. */
function begins({ earlier, later }: Comparison, pair: Pair): boolean {
  const [lookup, at] = pair.later === null ? [earlier, pair.earlier!] : [later, pair.later];
  const { sentences } = lookup.article;
  return sentences[at]?.block !== sentences[at - 1]?.block;
}
