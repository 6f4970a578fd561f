/** A row's readings in words, as the engine puts them (`src/annotate/ledger/words.rs`). */

import type { Figure, Reading } from "../engine/index.js";
import type { LedgerView } from "./ledger-view.js";

/** Names listed in one note. */
const MOST = 5;

/** What a reading of figures says. */
export function noteOf(view: LedgerView, reading: Reading, whole: Figure, others: readonly Figure[]): string {
  switch (reading) {
    case "single":
      return `One claim: ${claim(view, whole)}`;
    case "agrees":
      return `${list([...new Set([whole, ...others].map((figure) => giver(view, figure)))].slice(0, MOST))} agree on ${count(view, whole)}`;
    case "repeats":
      return `${claim(view, whole)} is given ${others.length === 1 ? "twice" : `${others.length + 1} times`}`;
    case "adds-up":
    case "exceeds": {
      const total = whole.source ? claim(view, whole) : `${giver(view, whole)}'s ${count(view, whole)}`;
      return `${parts(view, others)} ${reading === "adds-up" ? "adds up to" : "is more than"} ${total}`;
    }
    case "updates":
      return `${claim(view, whole)} is a later count than ${list(others.map((other) => claim(view, other)))}`;
    case "conflicts":
      return `${claim(view, whole)} against ${list(others.map((other) => claim(view, other)))}`;
  }
}

/** Parts that one source gives are told apart by their places, or else by their victims. */
function parts(view: LedgerView, figures: readonly Figure[]): string {
  const one = figures.every((figure) => view.giver(figure) === view.giver(figures[0]!));
  const places = figures.map(({ place }) => place);
  const byPlace = places.every((place, i) => place !== null && places.indexOf(place) === i);
  const told = (figure: Figure) => {
    if (one && byPlace) return `${count(view, figure)} (${view.entity(figure.place)?.name ?? ""})`;
    if (one && view.listedAs(figure)) return `${count(view, figure)} (${view.listedAs(figure)})`;
    if (one && !figure.source && view.victims(figure) === null) return count(view, figure);
    return one && figure.victims && view.victims(figure) !== null ? `${count(view, figure)} (${view.words(figure.victims)})` : claim(view, figure);
  };
  return figures.map(told).join(" + ");
}

/** "3 (police)". */
function claim(view: LedgerView, figure: Figure): string {
  return `${count(view, figure)} (${giver(view, figure)})`;
}

function giver(view: LedgerView, figure: Figure): string {
  const { source } = figure;
  if (!source) return view.inHeadline(figure) ? "the headline" : "the article";
  const words = view.words(source);
  return /^(he|she|they|it|who|him|her|them)$/i.test(words) ? (view.entity(source.entity)?.name ?? words) : words;
}

/** The count with its bound. */
function count(view: LedgerView, { bound, low, high, number }: Figure): string {
  if (bound === "exact" && low !== null) return String(low);
  if (bound === "at_least" && low !== null) return `at least ${low}`;
  if (bound === "at_most" && high !== null) return `at most ${high}`;
  if (bound === "approx" && low !== null && low === high) return `about ${low}`;
  if (bound === "range" && low !== null && high !== null) return `${low} to ${high}`;
  return bound === "none" ? "none" : view.words(number);
}

/** "A, B and C". */
function list(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
