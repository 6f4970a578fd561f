/** What a person can correct. */

import type { Bound, EntityKind, HarmKind, Lookup, QuoteKind, WireRange } from "../engine/index.js";
import { type Anchor, anchorOf } from "./anchor.js";

/** The layers whose marks can be corrected. */
export type MarkLayer = "mention" | "quote" | "figure";

/** What is to be done with a mark. */
export type Change =
  | { do: "accept" }
  | { do: "reject" }
  /** A mark where there was none. */
  | { do: "add" }
  | { do: "kind"; kind: EntityKind | QuoteKind | HarmKind }
  /** Other edges. */
  | { do: "edges"; to: Anchor }
  /** Who says a quote, who claims a figure; null: nobody. */
  | { do: "voice"; who: Anchor | null }
  | { do: "victims"; who: Anchor | null }
  | { do: "count"; low: number | null; high: number | null; bound: Bound }
  /** It is the same as what is named there. */
  | { do: "merge"; into: Anchor }
  /** It is another of the same name. */
  | { do: "split" };

/** One correction, by the place of its mark. */
export interface Correction {
  layer: MarkLayer;
  /** Where the mark stands, or is to stand. */
  at: Anchor;
  /** Its kind at that time: two figures may stand at one place. */
  kind: EntityKind | QuoteKind | HarmKind;
  change: Change;
  /** Of a name: all mentions, not this one alone. */
  everywhere: boolean;
}

/** The correction of a mark; null for what can't be corrected. */
export function correctionOf(lookup: Lookup, id: string, change: Change, everywhere = false): Correction | null {
  const item = lookup.item(id);
  const at = (range: WireRange) => anchorOf(lookup.text, range);
  switch (item?.type) {
    case "mention":
      return { layer: "mention", at: at(item.mention), kind: item.mention.kind, change, everywhere };
    case "quote":
      return { layer: "quote", at: at(item.quote), kind: item.quote.kind, change, everywhere: false };
    case "figure":
      return { layer: "figure", at: at(item.figure), kind: item.figure.kind, change, everywhere: false };
    default:
      return null;
  }
}
