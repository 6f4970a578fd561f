/** The short names of what is marked, which a host can replace by its own, and tags. */

import type { Bound, Certainty, EntityKind, HarmKind, Origin, QuoteKind, Reading } from "../engine/index.js";
import { type Kind, TAGS } from "./kinds.js";

/** English; a host's `labels` replace any of them. */
export const LABELS = {
  /** Kinds of mark, in the legend and over lists. */
  kinds: {
    person: "People",
    organization: "Organizations",
    place: "Places",
    other: "Other names",
    quote: "Quotes",
    figure: "Casualties",
  } satisfies Record<Kind, string>,
  /** One mark of a kind. */
  kind: {
    person: "Person",
    organization: "Organization",
    place: "Place",
    other: "Name",
    quote: "Quote",
    figure: "Casualty figure",
  } satisfies Record<Kind, string>,
  /** Kinds of harm. */
  harm: {
    killed: "Killed",
    injured: "Injured",
    missing: "Missing",
    captured: "Captured",
    detained: "Detained",
    displaced: "Displaced",
    casualties: "Casualties",
  } satisfies Record<HarmKind, string>,
  /** Kinds of quote. */
  quote: {
    direct: "Quote",
    mixed: "Part quote",
    indirect: "Reported",
    term: "Term",
  } satisfies Record<QuoteKind, string>,
  /** How figures of one claim stand to each other. */
  reading: {
    single: "One claim",
    repeats: "Repeats",
    agrees: "Sources agree",
    "adds-up": "Adds up",
    exceeds: "Parts exceed the whole",
    updates: "Updated",
    conflicts: "Figures differ",
  } satisfies Record<Reading, string>,
  /** How surely something is told. */
  certainty: {
    stated: "stated",
    inferred: "inferred",
  } satisfies Record<Certainty, string>,
  /** Kinds of name. */
  entity: {
    person: "Person",
    organization: "Organization",
    place: "Place",
    facility: "Building or road",
    group: "People or religion",
    event: "Event",
    product: "Product or ship",
    other: "Other name",
  } satisfies Record<EntityKind, string>,
  /** What a count is given as. */
  bound: {
    exact: "that number",
    at_least: "at least",
    at_most: "at most",
    approx: "about",
    range: "from … to",
    vague: "vaguely",
    none: "none",
  } satisfies Record<Bound, string>,
  /** Who made a mark; nothing for the engine. */
  origin: {
    automatic: "",
    edited: "Checked by hand.",
    added: "Marked by hand.",
    rejected: "Rejected.",
  } satisfies Record<Origin, string>,
  /** The letters behind marks. */
  tags: TAGS,
};
