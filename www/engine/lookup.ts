/** Finds things of an article by id and by place, and gives their words. */

import type {
  Article,
  Claim,
  Entity,
  Figure,
  Mention,
  Note,
  Quote,
  Sentence,
  WireDate,
  WireRange,
} from "./wire.js";

/** What an id stands for. */
export type Item =
  | { type: "entity"; entity: Entity }
  | { type: "mention"; mention: Mention }
  | { type: "quote"; quote: Quote }
  | { type: "figure"; figure: Figure }
  | { type: "claim"; claim: Claim }
  | { type: "note"; note: Note }
  | { type: "date"; date: WireDate };

const made = new WeakMap<Article, Lookup>();

/** An article with the text that its offsets count. */
export class Lookup {
  readonly article: Article;
  readonly text: string;
  readonly #items = new Map<string, Item>();

  /** The look-up of `article`, made once for all who ask. */
  static of(article: Article, text: string): Lookup {
    let lookup = made.get(article);
    if (lookup?.text !== text) {
      lookup = new Lookup(article, text);
      made.set(article, lookup);
    }
    return lookup;
  }

  private constructor(article: Article, text: string) {
    this.article = article;
    this.text = text;
    for (const entity of article.entities) this.#items.set(entity.id, { type: "entity", entity });
    for (const mention of article.mentions) this.#items.set(mention.id, { type: "mention", mention });
    for (const quote of article.quotes) this.#items.set(quote.id, { type: "quote", quote });
    for (const figure of article.figures) this.#items.set(figure.id, { type: "figure", figure });
    for (const claim of article.ledger) this.#items.set(claim.id, { type: "claim", claim });
    for (const note of article.notes) this.#items.set(note.id, { type: "note", note });
    for (const date of article.dates) this.#items.set(date.id, { type: "date", date });
  }

  item(id: string | null): Item | null {
    return (id !== null && this.#items.get(id)) || null;
  }

  entity(id: string | null): Entity | null {
    const item = this.item(id);
    return item?.type === "entity" ? item.entity : null;
  }

  mention(id: string | null): Mention | null {
    const item = this.item(id);
    return item?.type === "mention" ? item.mention : null;
  }

  figure(id: string | null): Figure | null {
    const item = this.item(id);
    return item?.type === "figure" ? item.figure : null;
  }

  quote(id: string | null): Quote | null {
    const item = this.item(id);
    return item?.type === "quote" ? item.quote : null;
  }

  date(id: string | null): WireDate | null {
    const item = this.item(id);
    return item?.type === "date" ? item.date : null;
  }

  /** The words of a stretch on one line: wrapped lines joined, as a reader reads them. */
  words({ start, end }: WireRange): string {
    return oneLine(this.text.slice(start, end));
  }

  /** The sentence around an offset. */
  sentenceAt(offset: number): Sentence | null {
    const found = this.article.sentences[this.sentenceNumber(offset) - 1];
    return found && found.start <= offset ? found : null;
  }

  /** The number, from 1 on, of the sentence around an offset, or of the next one. */
  sentenceNumber(offset: number): number {
    const { sentences } = this.article;
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sentences[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  /** Where an item stands in the text: a claim by its figures, an entity by its mentions. */
  places(id: string): WireRange[] {
    const item = this.item(id);
    switch (item?.type) {
      case "entity":
        return item.entity.mentions.map((mention) => this.mention(mention)).filter((mention) => mention !== null);
      case "mention":
        return [item.mention];
      case "quote":
        return item.quote.content.length > 0 ? item.quote.content : [item.quote];
      case "figure":
        return [item.figure];
      case "claim":
        return item.claim.figures.map((figure) => this.figure(figure)).filter((figure) => figure !== null);
      case "note":
        return [item.note];
      case "date":
        return [item.date];
      case undefined:
        return [];
    }
  }

  /** Where those who say an item are named: a quote's speaker, a figure's source. */
  sayer(id: string): WireRange | null {
    const item = this.item(id);
    if (item?.type === "quote") return item.quote.speaker;
    return item?.type === "figure" ? item.figure.source : null;
  }

  /** The words that decided an item: its cue, its speaker or source, its victims. */
  evidence(id: string): WireRange[] {
    const item = this.item(id);
    if (item?.type === "quote") return present([item.quote.cue, item.quote.speaker]);
    if (item?.type !== "figure") return [];
    const { cue, victims, source } = item.figure;
    return present([...cue, victims, source, source?.cue ?? null]);
  }
}

function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null);
}

/** Joins wrapped lines by a blank, after a hyphen at a line's end by nothing. */
export function oneLine(text: string): string {
  return text
    .replace(/-[^\S\n]*\n\s*/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}
