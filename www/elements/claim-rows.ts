/** The rows of the claims table: what is shown of each figure, filtered and in order. */

import type { Claim, Figure } from "../engine/index.js";
import type { Lookup } from "../engine/lookup.js";
import { claimed, sameVoice, voiceName } from "./voices.js";
import { words } from "./words.js";

/** A figure with what the table shows of it. */
export interface ClaimRow {
  id: string;
  figure: Figure;
  /** Who claims it; empty: the article itself. */
  source: string;
  /** Whose people; empty: not told. */
  side: string;
  /** The number of its sentence. */
  sentence: number;
}

/** What the table can be sorted by. */
export const COLUMNS = ["kind", "low", "high", "source", "side", "sentence"] as const;
export type Column = (typeof COLUMNS)[number];

/** An order of the table. */
export interface Order {
  by: Column;
  down: boolean;
}

/** What is shown; null: everything. */
export interface Filter {
  kind: string | null;
  source: string | null;
  side: string | null;
}

/** The figures that anybody claims, in text order. */
export function claimRows(lookup: Lookup): ClaimRow[] {
  const rows = claimed(lookup.article).map((figure) => ({
    id: figure.id,
    figure,
    source: voiceName(lookup, figure.source),
    side: lookup.entity(figure.side)?.name ?? "",
    sentence: lookup.sentenceNumber(figure.number.start),
  }));
  return rows.sort((a, b) => a.figure.number.start - b.figure.number.start);
}

/** Whether a row passes the filter. */
export function passes({ figure, source, side }: ClaimRow, filter: Filter): boolean {
  return (
    (filter.kind === null || figure.kind === filter.kind) &&
    (filter.source === null || sameVoice(source, filter.source)) &&
    (filter.side === null || side === filter.side)
  );
}

/** The rows in an order; equal ones, and those that do not tell, as they stand in the text, the latter last. */
export function sorted(rows: readonly ClaimRow[], { by, down }: Order): ClaimRow[] {
  const sign = down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [value(a, by), value(b, by)];
    if (x === "" || y === "") return Number(x === "") - Number(y === "");
    return sign * (typeof x === "number" && typeof y === "number" ? (x === y ? 0 : x - y) : String(x).localeCompare(String(y), words.language));
  });
}

function value({ figure, source, side, sentence }: ClaimRow, by: Column): number | string {
  switch (by) {
    case "kind":
      return figure.kind;
    case "low":
      return figure.low ?? 0;
    case "high":
      return figure.high ?? Number.POSITIVE_INFINITY;
    case "source":
      return source;
    case "side":
      return side;
    case "sentence":
      return sentence;
  }
}

/** A bar of a chart: what one source says, once or several times. */
export interface Bar {
  source: string;
  figures: Figure[];
}

/** The bars of a claim, in the order of its figures. */
export function bars(claim: Claim, rows: ReadonlyMap<string, ClaimRow>): Bar[] {
  const found = new Map<string, Bar>();
  for (const { figure, source } of claim.figures.flatMap((id) => rows.get(id) ?? [])) {
    const key = [source.toLowerCase(), figure.low, figure.high, figure.bound].join("\n");
    const bar = found.get(key) ?? { source, figures: [] };
    found.set(key, bar);
    bar.figures.push(figure);
  }
  return [...found.values()];
}
