import { type TemplateResult, html, nothing } from "lit";
import type { Claim, Figure, Relation, WireRange } from "../engine/index.js";
import { countText, dateText, figureText } from "./format.js";
import type { Lookup } from "../engine/lookup.js";
import { NewsmarkList, type Section } from "./list.js";
import { sentence } from "./sentence.js";
import { words } from "./words.js";

/** The claim ledger: every casualty figure beside those it agrees with or contradicts. */
export class NewsmarkClaims extends NewsmarkList {
  protected readonly none = words.empty.claims;

  protected override rowOf(id: string): string | null {
    const item = this.lookup?.item(id);
    return item?.type === "claim" ? (item.claim.figures[0] ?? null) : id;
  }

  protected sections(lookup: Lookup): Section[] {
    return lookup.article.ledger.map((claim) => ({
      name: `claim ${claim.kind}`,
      heading: () => heading(lookup, claim),
      rows: claim.figures
        .map((id) => lookup.figure(id))
        .filter((figure) => figure !== null)
        .map((figure) => ({ id: figure.id, content: () => content(lookup, figure) })),
    }));
  }
}

function heading(lookup: Lookup, claim: Claim): TemplateResult {
  const about = [lookup.entity(claim.side)?.name, lookup.entity(claim.place)?.name, when(lookup, claim.date)].filter((part) => part !== undefined);
  const telling = claim.relations.filter(({ reading }) => reading !== "single");
  return html`<h3>
      <span class="harm">${words.harm[claim.kind]}</span>
      <span class="range">${countText(claim)}</span>
      ${about.length > 0 ? html`<span class="about">${about.join(" · ")}</span>` : nothing}
    </h3>
    ${telling.length > 0 ? html`<ul class="relations">${telling.map(relation)}</ul>` : nothing}`;
}

function content(lookup: Lookup, figure: Figure): TemplateResult {
  const { source } = figure;
  const whole = written(figure);
  // Victims that stand among the figure's words are not given twice.
  const victims = figure.victims && (figure.victims.start < whole.start || figure.victims.end > whole.end) ? figure.victims : null;
  return html`<span class="top">
      <span class="written">“${lookup.words(whole)}”</span>
      <span class="count">${figureText(figure)}</span>
    </span>
    <span class="meta">
      ${victims ? html`<span class="victims">${lookup.words(victims)}</span>` : nothing}
      ${source
        ? html`<span class="source">${words.according} <b>${lookup.entity(source.entity)?.name ?? lookup.words(source)}</b></span>
            <span class="certainty ${source.certainty}">${words.certainty[source.certainty]}</span>`
        : html`<span class="source missing">${words.noSource}</span>`}
      ${figure.hedged ? html`<span class="certainty inferred">${words.hedged}</span>` : nothing}
    </span>
    ${sentence(lookup, figure.number)}`;
}

/** The figure as the article gives it: its bound, number and victims. */
function written({ start, end, number }: Figure): WireRange {
  return { start: Math.min(start, number.start), end: Math.max(end, number.end) };
}

function relation({ reading, note }: Relation): TemplateResult {
  return html`<li class="relation ${reading}"><b>${words.reading[reading]}</b>${note ? html`<span>${note}</span>` : nothing}</li>`;
}

function when(lookup: Lookup, id: string | null): string | undefined {
  const date = lookup.date(id);
  if (!date) return undefined;
  return date.value === null ? lookup.words(date) : dateText(date.value);
}
