/** The kinds of mark: one row each, in the order of the legend. */

import type { EntityKind } from "../engine/index.js";

/** What the legend switches on and off. */
export type Kind = "person" | "organization" | "place" | "other" | "quote" | "figure";

/** How a mark is drawn; at most one of each on a stretch, so that none hides another. */
export type Layer = "quote" | "entity" | "figure";

/** All kinds, in the order of the legend; `key` goes to the next one in the text. */
export const KINDS: readonly { kind: Kind; layer: Layer; key: string }[] = [
  { kind: "person", layer: "entity", key: "p" },
  { kind: "organization", layer: "entity", key: "o" },
  { kind: "place", layer: "entity", key: "l" },
  { kind: "other", layer: "entity", key: "n" },
  { kind: "quote", layer: "quote", key: "q" },
  { kind: "figure", layer: "figure", key: "c" },
];

/** The kind of mark that shows a kind of entity. */
export const KIND_OF_ENTITY: Readonly<Record<EntityKind, Kind>> = {
  person: "person",
  organization: "organization",
  place: "place",
  facility: "place",
  group: "other",
  event: "other",
  product: "other",
  other: "other",
};

/** Reads a list such as `"person quote"`; unknown words are left out. */
export function kindsOf(list: string): ReadonlySet<Kind> {
  const named = new Set(list.split(/\s+/));
  return new Set(KINDS.map((row) => row.kind).filter((kind) => named.has(kind)));
}
