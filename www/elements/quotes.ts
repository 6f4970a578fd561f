import { type CSSResultGroup, type PropertyDeclarations, type TemplateResult, html, nothing } from "lit";
import type { Quote } from "../engine/index.js";
import type { Lookup } from "../engine/lookup.js";
import { direction } from "./direction.js";
import { NewsmarkList, type Section } from "./list.js";
import { quotesStyles } from "./quotes.css.js";
import { NOBODY, type Voice, isBy, sameVoice, voices } from "./voices.js";
import { words } from "./words.js";

/** How many speakers are charted; more on request. */
const CHARTED = 8;

/**
 * Who said what, by speaker, the most quoted first.
 *
 * @fires newsmark-select when a row is used
 * @fires newsmark-voice when a speaker is picked
 */
export class NewsmarkQuotes extends NewsmarkList {
  static override properties: PropertyDeclarations = { all: { state: true } };
  static override styles: CSSResultGroup = [NewsmarkList.styles, quotesStyles];

  /** Whether all speakers are charted. */
  declare private all: boolean;

  protected override get none(): string {
    return words.empty.quotes;
  }

  #voices: readonly Voice[] = [];

  constructor() {
    super();
    this.all = false;
  }

  protected sections(lookup: Lookup): Section[] {
    this.#voices = voices(lookup);
    return this.#voices.flatMap(({ name, role, quotes }) => {
      const shown = quotes.filter((quote) => isBy(lookup, quote, this.voice));
      if (shown.length === 0) return [];
      return [{ name: "speaker", heading: () => heading(name, role), rows: shown.map((quote) => ({ id: quote.id, content: () => content(lookup, quote, name) })) }];
    });
  }

  protected override top(): TemplateResult | typeof nothing {
    if (this.#voices.length === 0) return nothing;
    const { quotes } = words;
    const shown = this.all ? this.#voices : this.#voices.slice(0, CHARTED);
    return html`<table role="table" class="speakers">
        <caption>${quotes.chart}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${quotes.speaker}</th>
            <th role="columnheader" scope="col">${quotes.quotes}</th>
            <th role="columnheader" scope="col">${quotes.words}</th>
            <th role="columnheader" scope="col" colspan="2">${quotes.share}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">${shown.map((voice) => this.#speaker(voice))}</tbody>
      </table>
      ${shown.length < this.#voices.length ? html`<button type="button" class="more" @click=${() => (this.all = true)}>${quotes.all(this.#voices.length)}</button>` : nothing}`;
  }

  #speaker({ name, quotes, words: count, share }: Voice): TemplateResult {
    const picked = this.voice !== null && sameVoice(name, this.voice);
    return html`<tr role="row">
      <th role="rowheader" scope="row"><button type="button" class="pick" data-voice=${name} aria-pressed=${picked ? "true" : "false"} dir="auto">${name || words.noSpeaker}</button></th>
      <td role="cell" data-label=${words.quotes.quotes}>${quotes.length}</td>
      <td role="cell" data-label=${words.quotes.words}>${count}</td>
      <td role="cell" data-label=${words.quotes.share}>${words.quotes.percent(share)}</td>
      <td role="cell" class="share"><svg aria-hidden="true"><rect width="${(share * 100).toFixed(1)}%" height="100%"></rect></svg></td>
    </tr>`;
  }
}

function heading(name: string, role: string | null): TemplateResult {
  return html`<h3>
    ${name === NOBODY ? html`<span class="missing">${words.noSpeaker}</span>` : html`<span class="name" dir="auto">${name}</span>`}
    ${role ? html`<span class="about">${role}</span>` : nothing}
  </h3>`;
}

function content(lookup: Lookup, quote: Quote, name: string): TemplateResult {
  const said = lookup.places(quote.id).map((stretch) => lookup.words(stretch)).join(" … ");
  const marked = quote.kind !== "indirect";
  const { speaker, cue } = quote;
  // The name is in the heading; other words for it are told.
  const called = speaker && lookup.words(speaker) !== name ? `“${lookup.words(speaker)}”` : null;
  const who = [called, cue && lookup.words(cue)].filter(Boolean).join(" · ");
  return html`<span class="said" dir=${direction(said)}>${marked ? `“${said}”` : said}</span>
    <span class="meta">
      <span>${words.quote[quote.kind]}</span>
      ${speaker && who ? html`<span>${who}</span>` : nothing}
      ${speaker ? html`<span class="certainty ${speaker.certainty}">${words.certainty[speaker.certainty]}</span>` : nothing}
    </span>`;
}
