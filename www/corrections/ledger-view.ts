/**
 * What the ledger asks of a figure, as far as a finished result tells it: who gives it, whom it counts, whether two
 * can be the same. As the engine asks it (`src/annotate/ledger/view.rs`), but for what only the words around a
 * figure tell: that one count was given later than another.
 */

import type { Article, Entity, Figure } from "../engine/index.js";

const ANYONE = new Set("people person dead other more life body victim casualty injured wounded killed death fatality injury".split(" "));
const PART_BEFORE = /\b(including|includes?d?|among (them|whom|those)|of (whom|them|which)|counting|another|last|second|third|fourth|fifth)(\s+\S+){0,2}\s*$/i;
const PART_BEHIND = /^\s*(\S+\s+)?(of (the (dead|injured|wounded|killed|victims|casualties|people)|those|them|these|whom|\d)|more|new|further|additional|were aged|aged|among them)\b/i;
/** Whom those who strike say that they kill. */
const CALLED = new Set("terrorist militant insurgent extremist jihadist rebel".split(" "));
const STRIKE = /\b(air)?strikes?\b|\b(drone|bombardment|shelling)\b/i;
/** How much of an article tells what it is about. */
const LEAD = 350;
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
    const [x, y] = [this.listedAs(a), this.listedAs(b)];
    if (x !== null && y !== null && x !== y) return true;
    const elsewhere = a.place !== null && b.place !== null && a.place !== b.place && !this.isNarrower(a, b) && !this.isNarrower(b, a);
    return (a.side !== null && b.side !== null && a.side !== b.side) || elsewhere;
  }

  /** The name that a bare count is listed under: "Central" in "Lusaka 8, Central 3". */
  listedAs({ rule, number }: Figure): string | null {
    const name = /(\p{Lu}[\p{L}'’-]*)\s+$/u.exec(this.#text.slice(Math.max(0, number.start - NEAR), number.start))?.[1];
    return rule === "figures/listed" ? (name ?? null) : null;
  }

  /** Whether the two are counted one beside the other, in one clause after another or in a list of one sentence. */
  beside(a: Figure, b: Figure): boolean {
    const all = [...this.figures.values()].sort((x, y) => x.number.start - y.number.start);
    const [from, to] = [all.indexOf(a), all.indexOf(b)].sort((x, y) => x - y) as [number, number];
    const sentence = this.#article.sentences.find(({ start, end }) => start <= a.number.start && a.number.start < end);
    const counted = (figure: Figure) => (this.isExact(figure) || figure.bound === "at_least") && figure.kind === a.kind && !PART_BEFORE.test(this.#before(figure));
    const next = (figure: Figure, other: Figure) => {
      const between = this.#text.slice(figure.number.end, other.number.start);
      const listed = other.rule === "figures/listed" || (this.victims(other) === null && between.endsWith(", "));
      const joined = /\b(and|while)\b|;/.test(between) && this.giver(figure) === this.giver(other);
      return (listed || (joined && !this.isPartial(figure))) && !this.isPartial(other) && counted(figure) && counted(other);
    };
    const list = all.slice(from, to + 1);
    return from !== to && list.every(({ number }) => sentence && sentence.start <= number.start && number.start < sentence.end) && list.slice(1).every((other, i) => next(list[i]!, other));
  }

  /** Whether another figure is counted beside this one. */
  besideAnother(figure: Figure): boolean {
    return [...this.figures.values()].some((other) => other !== figure && this.beside(figure, other));
  }

  #before({ start }: Figure): string {
    return this.#text.slice(Math.max(0, start - NEAR), start).split(/[.!?]\s/).at(-1) ?? "";
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
    const more = (toll: Figure, other: Figure) => (toll.rule === "figures/counted-harm" || toll.kind === "missing") && (toll.low ?? 0) > (other.high ?? Number.POSITIVE_INFINITY);
    const all = (toll: Figure, other: Figure) => toll.rule === "figures/toll" || this.isCountOfBodies(toll) || more(toll, other);
    const toll = (toll: Figure, other: Figure) => all(toll, other) && this.victims(toll) === null && this.leads(other);
    const told = (a.side !== null && a.side === b.side) || this.isStrikes(a) || this.isStrikes(b) || toll(a, b) || toll(b, a);
    return oneNamed && told && a.side === b.side && !this.distinct(a, b);
  }

  /** "We received 23 bodies": there may be more, but not fewer. */
  isCountOfBodies({ cue }: Figure): boolean {
    return cue.some((words) => /(bodies|corpses|coffins)$/i.test(this.words(words)));
  }

  /** "The army said its planes had killed 27 terrorists": who struck says so of all whom the strike killed. */
  isStrikes(figure: Figure): boolean {
    return CALLED.has(this.victims(figure) ?? "") && figure.rule === "figures/object" && STRIKE.test(this.#text.slice(0, LEAD));
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
    return isCountry(outer) && !isCountry(inner) && (inner.country === null || outer.country === null || inner.country === outer.country);
  }

  /** Whether a count is of some of the people counted: "including three", "two of the injured", "seven more". */
  isPartial(figure: Figure): boolean {
    const { end, number, rule } = figure;
    const before = this.#before(figure);
    const behind = this.#text.slice(number.end, Math.max(end, number.end) + NEAR);
    // "The 15 must be presumed dead": those told of; "two in critical condition": some of the hurt.
    const told = figure.hedged && this.victims(figure) === null && /\bthe\s+$/i.test(this.#text.slice(0, number.start).slice(-NEAR));
    const condition = rule !== "figures/passive" && /^\s+in\s+(\S+\s+){1,3}condition\b/i.test(behind);
    return told || condition || rule === "figures/part-of" || PART_BEFORE.test(before) || PART_BEHIND.test(behind);
  }
}

const countryNames = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

function isCountry({ kind, name, country }: Entity): boolean {
  if (kind === "place" && / (province|state|region)$/i.test(name)) return true;
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
