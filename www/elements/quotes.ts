import { type TemplateResult, html, nothing } from "lit";
import type { Quote } from "../engine/index.js";
import { NewsmarkList, type Section } from "./list.js";
import type { Lookup } from "../engine/lookup.js";
import { words } from "./words.js";

/** Who said what, in text order; what one speaker says in a row stands together. */
export class NewsmarkQuotes extends NewsmarkList {
  protected readonly none = words.empty.quotes;

  protected sections(lookup: Lookup): Section[] {
    const quotes = lookup.article.quotes.filter(({ kind, origin }) => kind !== "term" && origin !== "rejected");
    return runs(lookup, quotes).map(({ name, role, quotes }) => ({
      name: "speaker",
      heading: () => heading(name, role),
      rows: quotes.map((quote) => ({ id: quote.id, content: () => content(lookup, quote, name) })),
    }));
  }
}

function heading(name: string | null, role: string | null): TemplateResult {
  return html`<h3>
    ${name === null ? html`<span class="missing">${words.noSpeaker}</span>` : html`<span class="name">${name}</span>`}
    ${role ? html`<span class="about">${role}</span>` : nothing}
  </h3>`;
}

interface Run {
  name: string | null;
  role: string | null;
  quotes: Quote[];
}

/** Quotes that follow each other from the same mouth. */
function runs(lookup: Lookup, quotes: readonly Quote[]): Run[] {
  const runs: Run[] = [];
  for (const quote of quotes) {
    const entity = lookup.entity(quote.speaker?.entity ?? null);
    const name = entity?.name ?? (quote.speaker ? lookup.words(quote.speaker) : null);
    const last = runs.at(-1);
    if (last && last.name === name) last.quotes.push(quote);
    else runs.push({ name, role: entity?.role ?? null, quotes: [quote] });
  }
  return runs;
}

function content(lookup: Lookup, quote: Quote, name: string | null): TemplateResult {
  const said = lookup.places(quote.id).map((stretch) => lookup.words(stretch)).join(" … ");
  const marked = quote.kind !== "indirect";
  const { speaker, cue } = quote;
  // The name is in the heading; other words for it are told.
  const called = speaker && lookup.words(speaker) !== name ? `“${lookup.words(speaker)}”` : null;
  const who = [called, cue && lookup.words(cue)].filter(Boolean).join(" · ");
  return html`<span class="said" dir="auto">${marked ? `“${said}”` : said}</span>
    <span class="meta">
      <span>${words.quote[quote.kind]}</span>
      ${speaker && who ? html`<span>${who}</span>` : nothing}
      ${speaker ? html`<span class="certainty ${speaker.certainty}">${words.certainty[speaker.certainty]}</span>` : nothing}
    </span>`;
}
