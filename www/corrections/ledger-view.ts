/**
 * What the ledger asks of a figure, as far as a finished result tells it: who gives it, whom it counts, whether two
 * can be the same. As the engine asks it (`src/annotate/ledger/view.rs`), but for what only the words around a
 * figure tell: that one count was given later than another.
 */

import type { Article, Entity, Figure } from "../engine/index.js";

const ANYONE = new Set("people person dead other more life body victim casualty injured wounded killed death fatality injury".split(" "));
const PART_BEFORE = /\b(including|includes?d?|among (them|whom|those)|of (whom|them|which)|counting|another|second|third|fourth|fifth)(\s+\S+){0,2}\s*$/i;
const PART_BEHIND = /^\s*(\S+\s+)?(of (the (dead|injured|wounded|killed|victims|casualties|people)|those|them|these|whom|\d)|more|new|further|additional|were aged|aged|among them)\b/i;
/** How far around a figure words are looked at. */
const NEAR = 40;

export class LedgerView {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly #text: string;
  readonly #article: Article;
  readonly #entities: ReadonlyMap<string, Entity>;

  constructor(article: Article, text: string) {
    this.#article = article;
    this.#text = text;
    this.figures = new Map(article.figures.filter(({ origin }) => origin !== "rejected").map((figure) => [figure.id, figure]));
    this.#entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  }

  words({ start, end }: { start: number; end: number }): string {
    return this.#text.slice(start, end).replace(/\s+/g, " ");
  }

  entity(id: string | null): Entity | undefined {
    return id === null ? undefined : this.#entities.get(id);
  }

  /** Who gives a figure; null: the article itself. */
  giver({ source }: Figure): string | null {
    return source && (source.entity ?? this.words(source).toLowerCase());
  }

  inHeadline({ number }: Figure): boolean {
    return this.#article.blocks.some(({ role, start, end }) => role === "headline" && start <= number.start && number.start < end);
  }

  isExact({ bound, low, high }: Figure): boolean {
    return bound === "exact" && low !== null && low === high;
  }

  /** The victims in one word, in the singular; null where it only says that they are people. */
  victims({ victims }: Figure): string | null {
    const head = victims && singular(/[\p{L}\p{N}'’-]+$/u.exec(this.words(victims).toLowerCase())?.[0] ?? "");
    return head && !ANYONE.has(head) ? head : null;
  }

  /** Whether the two are of different sides or places. */
  otherParty(a: Figure, b: Figure): boolean {
    const elsewhere = a.place !== null && b.place !== null && a.place !== b.place && !this.isNarrower(a, b) && !this.isNarrower(b, a);
    return (a.side !== null && b.side !== null && a.side !== b.side) || elsewhere;
  }

  /** Whether the two count different people. */
  distinct(a: Figure, b: Figure): boolean {
    const [x, y] = [this.victims(a), this.victims(b)];
    return this.otherParty(a, b) || (x !== null && y !== null && x !== y);
  }

  /** Whether the two can count the same people. */
  comparable(a: Figure, b: Figure): boolean {
    return a.side === b.side && !this.distinct(a, b) && this.victims(a) === this.victims(b);
  }

  /** Whether the two can count the same people, though only one of them says who those were: counts of one side, or a toll of all whom the article told of first. */
  mayBeSame(a: Figure, b: Figure): boolean {
    const oneNamed = (this.victims(a) === null) !== (this.victims(b) === null);
    const toll = (toll: Figure, other: Figure) => toll.rule === "figures/toll" && this.victims(toll) === null && this.leads(other);
    const told = (a.side !== null && a.side === b.side) || toll(a, b) || toll(b, a);
    return oneNamed && told && a.side === b.side && !this.distinct(a, b);
  }

  /** Whether the figure is the first of its kind below the headline. */
  leads(figure: Figure): boolean {
    const first = [...this.figures.values()].filter((other) => other.kind === figure.kind && !this.inHeadline(other)).sort((a, b) => a.number.start - b.number.start)[0];
    return first === figure;
  }

  /** Whether `part` is of a place and `whole` of the country around it, or of no place that is told. */
  isNarrower(part: Figure, whole: Figure): boolean {
    const [inner, outer] = [this.entity(part.place), this.entity(whole.place)];
    if (!inner || !outer) return inner !== undefined && outer === undefined;
    return isCountry(outer) && !isCountry(inner) && (inner.country === null || inner.country === outer.country);
  }

  /** Whether a count is of some of the people counted: "including three", "two of the injured", "seven more". */
  isPartial({ start, end, number, rule }: Figure): boolean {
    const before = this.#text.slice(Math.max(0, start - NEAR), start).split(/[.!?]\s/).at(-1) ?? "";
    const behind = this.#text.slice(number.end, Math.max(end, number.end) + NEAR);
    return rule === "figures/part-of" || PART_BEFORE.test(before) || PART_BEHIND.test(behind);
  }
}

const countryNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

function isCountry({ kind, name, country }: Entity): boolean {
  if (kind !== "place" || country === null) return false;
  try {
    return countryNames.of(country)?.toLowerCase() === name.toLowerCase();
  } catch {
    return false;
  }
}

/** A noun in the singular, well enough to compare two. */
function singular(noun: string): string {
  if (noun === "people" || noun === "persons") return "person";
  if (noun === "children") return "child";
  if (noun === "lives") return "life";
  if (noun.endsWith("men")) return `${noun.slice(0, -3)}man`;
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  return noun.endsWith("s") && !noun.endsWith("ss") ? noun.slice(0, -1) : noun;
}
