/** The corrections of an article, as a list: what was done, and what found no place after an edit. */

import { type TemplateResult, html, nothing } from "lit";
import type { Correction, History } from "newsmark/corrections";
import { PAGE as words } from "newsmark/words";

const { corrections } = words;

/** A correction in words. */
export function told({ at, kind, change, layer }: Correction): string {
  const what = shortened(at.words);
  switch (change.do) {
    case "accept":
      return corrections.accept(what);
    case "reject":
      return corrections.reject(what);
    case "add":
      return corrections.add(what, kind);
    case "kind":
      return corrections.kind(what, change.kind);
    case "edges":
      return corrections.edges(what, shortened(change.to.words));
    case "voice":
      return layer === "quote" ? corrections.speaker(what, change.who && shortened(change.who.words)) : corrections.source(what, change.who && shortened(change.who.words));
    case "victims":
      return corrections.victims(what, change.who && shortened(change.who.words));
    case "count":
      return corrections.count(what, change.low, change.high, change.bound.replace("_", " "));
    case "merge":
      return corrections.merge(what, shortened(change.into.words));
    case "split":
      return corrections.split(what);
  }
}

/** The list; nothing where there are none. */
export function correctedList({ log }: History, unplaced: readonly Correction[], takeBack: (which: Correction) => void): TemplateResult | typeof nothing {
  if (log.length === 0) return nothing;
  return html`<section class="corrections" aria-labelledby="corrections-title">
    <h2 id="corrections-title">${corrections.title(log.length, unplaced.length)}</h2>
    <ul>
      ${log.map((correction) => {
        const lost = unplaced.includes(correction);
        return html`<li class=${lost ? "lost" : ""}>
          <span><bdi>${told(correction)}</bdi>${lost ? html` <b>${corrections.lost}</b>` : nothing}</span>
          <button type="button" @click=${() => takeBack(correction)}>${corrections.takeBack}<span class="off-screen">: ${told(correction)}</span></button>
        </li>`;
      })}
    </ul>
  </section>`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 50 ? `${line.slice(0, 46).trimEnd()} …` : line;
}
