/** Every word that the elements show. */

import type { Bound, Certainty, EntityKind, HarmKind, Origin, QuoteKind, Reading } from "../engine/index.js";
import type { Kind } from "./kinds.js";

const KINDS: Record<Kind, string> = {
  person: "People",
  organization: "Organizations",
  place: "Places",
  other: "Other names",
  quote: "Quotes",
  figure: "Casualties",
};

const KIND: Record<Kind, string> = {
  person: "Person",
  organization: "Organization",
  place: "Place",
  other: "Name",
  quote: "Quote",
  figure: "Casualty figure",
};

const HARM: Record<HarmKind, string> = {
  killed: "Killed",
  injured: "Injured",
  missing: "Missing",
  captured: "Captured",
  detained: "Detained",
  displaced: "Displaced",
  casualties: "Casualties",
};

const QUOTE: Record<QuoteKind, string> = {
  direct: "Quote",
  mixed: "Part quote",
  indirect: "Reported",
  term: "Term",
};

const READING: Record<Reading, string> = {
  single: "One claim",
  repeats: "Repeats",
  agrees: "Sources agree",
  "adds-up": "Adds up",
  exceeds: "Parts exceed the whole",
  updates: "Updated",
  conflicts: "Figures differ",
};

const CERTAINTY: Record<Certainty, string> = {
  stated: "stated",
  inferred: "inferred",
};

const ENTITY: Record<EntityKind, string> = {
  person: "Person",
  organization: "Organization",
  place: "Place",
  facility: "Building or road",
  group: "People or religion",
  event: "Event",
  product: "Product or ship",
  other: "Other name",
};

const BOUND: Record<Bound, string> = {
  exact: "that number",
  at_least: "at least",
  at_most: "at most",
  approx: "about",
  range: "from … to",
  vague: "vaguely",
  none: "none",
};

const ORIGIN: Record<Origin, string> = {
  automatic: "",
  edited: "Checked by hand.",
  added: "Marked by hand.",
  rejected: "Rejected.",
};

export const words = {
  /** How names are sorted, numbers parted and dates written. */
  language: "en",
  count: {
    atLeast: (count: string) => `${count} or more`,
    atMost: (count: string) => `up to ${count}`,
    about: (count: string) => `about ${count}`,
    none: "not given",
  },
  kinds: KINDS,
  kind: KIND,
  harm: HARM,
  quote: QUOTE,
  reading: READING,
  certainty: CERTAINTY,
  legend: "Show in the article",
  article: "Article",
  lists: "What the article says",
  tabs: { claims: "Claims", quotes: "Quotes", names: "Names", places: "Places", notes: "Notes" },
  empty: {
    claims: "No casualty figures in this article.",
    quotes: "Nobody is quoted in this article.",
    names: "No people or organizations are named in this article.",
    places: "No places are named in this article.",
    filtered: "Nothing of this kind is in the article.",
    notes: "Nothing to check. Every figure and quote has a source, and nothing contradicts.",
    waiting: "The list appears when the article has been read.",
  },
  claims: {
    table: "All casualty figures",
    chart: (claim: string) => `${claim}: who says how many`,
    columns: {
      figure: "Figure",
      kind: "Kind",
      low: "Low",
      high: "High",
      source: "Source",
      side: "Side",
      sentence: "Sentence",
      words: "Words of the sentence",
    },
    open: "open",
    all: "All",
    shown: (shown: number, all: number) => (shown === all ? (all === 1 ? "1 figure" : `${all} figures`) : `${shown} of ${all} figures`),
    times: (count: number) => ` (${count} times)`,
  },
  quotes: {
    chart: "Words in quotation marks, by speaker",
    speaker: "Speaker",
    quotes: "Quotes",
    words: "Words",
    share: "Share",
    percent: (share: number) => `${Math.round(share * 100)} %`,
    all: (count: number) => `Show all ${count} speakers`,
  },
  names: {
    also: "Written",
    times: (count: number) => (count === 1 ? "" : ` ×${count}`),
  },
  noCountry: "Country not known",
  only: "Show only theirs",
  origin: ORIGIN,
  correct: {
    label: "Correct",
    accept: "Accept",
    reject: "Reject",
    change: "Change…",
    kind: "Kind",
    kinds: { ...ENTITY, ...QUOTE, ...HARM } as Record<EntityKind | QuoteKind | HarmKind, string>,
    layers: { mention: "Name", quote: "Quote", figure: "Casualty figure" },
    everywhere: (count: number) => `All ${count} mentions`,
    everyPlace: "Wherever a name stands",
    merge: "Is the same as",
    nothing: "Choose…",
    nobody: "Nobody",
    split: "Another is meant here",
    bound: "Given as",
    bounds: BOUND,
    edges: {
      label: "Edges",
      from: "Start",
      to: "End",
      start: { [-1]: "Start a word earlier", 1: "Start a word later" },
      end: { [-1]: "End a word earlier", 1: "End a word later" },
    },
    mark: (text: string) => `Mark “${text.length > 40 ? `${text.slice(0, 36)} …` : text}” as`,
    notThere: (name: string) => `“${name}” does not stand in the article.`,
  },
  find: {
    label: "Find in the text",
    next: "Next place",
    previous: "Previous place",
    count: (at: number, all: number) => (all === 0 ? "not found" : at === 0 ? `${all} found` : `${at} of ${all}`),
  },
  more: (count: number, left: number) => (count === left ? `Show the last ${count}` : `Show ${count} more of ${left}`),
  earlier: (count: number, left: number) => (count === left ? `Show the first ${count}` : `Show ${count} earlier of ${left}`),
  hedged: "unconfirmed",
  noSource: "No source given",
  noSpeaker: "No speaker found",
  according: "according to",
  certaintyNote: {
    stated: "Stated: the words say so.",
    inferred: "Inferred from the context: check it.",
  },
  mentions: (count: number) => (count === 1 ? "1 mention" : `${count} mentions`),
  figures: (count: number) => (count === 1 ? "1 figure" : `${count} figures`),
  card: {
    label: "Why this is marked",
    close: "Close",
    find: "Find in the list",
    rule: "Rule",
    speaker: "Speaker",
    source: "Source",
    count: "Count",
    victims: "Victims",
    refersTo: "Refers to",
    cue: "Said with",
    harm: "Kind",
    side: "Side",
    hedge: "Given as",
    by: (words: string) => `by ${words}`,
    why: "Why",
  },
  note: {
    "figure-without-source": "Figure without a source",
    "quote-without-speaker": "Quote without a speaker",
    "conflicting-figures": "Figures differ",
    "headline-differs": "Headline differs",
  } as Record<string, string>,
} as const;

/** A note's kind in words; one that has none yet is spelled out from its name. */
export function noteTitle(kind: string): string {
  const spelled = kind.replaceAll("-", " ");
  return words.note[kind] ?? spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
