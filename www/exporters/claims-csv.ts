import type { Article, Bound, Claim, Figure, HarmKind } from "../engine/index.js";
import { Lookup } from "../engine/lookup.js";
import { csvLine } from "./csv.js";

/** The names of the columns, the same as the command line's. */
const HEADER = (
  "article,row,kind,number,low,best,high,bound,victims,side,place,country,date,source,source_name," +
  "certainty,hedged,readings,count_type,sentence,figure,start,end"
).split(",");

const BOUND: Record<Bound, string> = {
  exact: "exact",
  at_least: "at least",
  at_most: "at most",
  approx: "about",
  range: "range",
  vague: "vague",
  none: "none",
};

/** The types of counts in GDELT's Global Knowledge Graph. */
const COUNT_TYPE: Record<HarmKind, string> = {
  killed: "KILL",
  injured: "WOUND",
  captured: "KIDNAP",
  detained: "ARREST",
  displaced: "DISPLACED",
  missing: "AFFECT",
  casualties: "AFFECT",
};

/** Whether the words of a figure state one count, rather than bound it. */
const STATES: readonly Bound[] = ["exact", "approx", "at_least", "none"];

/**
 * The claims as CSV, one figure a row, in the order of the ledger. The words come from `text`, or
 * from the result where that holds it.
 */
export function claimsCsv(article: Article, text: string = article.text ?? ""): string {
  const lookup = Lookup.of(article, text);
  const rows = article.ledger.flatMap((claim) =>
    claim.figures
      .map((id) => lookup.figure(id))
      .filter((figure) => figure !== null && figure.origin !== "rejected")
      .map((figure) => csvLine(row(lookup, claim, figure!))),
  );
  return csvLine(HEADER) + rows.join("");
}

function row(lookup: Lookup, claim: Claim, figure: Figure): string[] {
  const { article } = lookup;
  const { source, victims } = figure;
  const date = lookup.date(figure.date);
  const sentence = lookup.sentenceAt(figure.number.start);
  const readings = claim.relations.filter(({ whole, figures }) => whole === figure.id || figures.includes(figure.id));
  return [
    article.id ?? article.title ?? "",
    claim.id,
    figure.kind,
    lookup.words(figure.number),
    figure.low?.toString() ?? "",
    STATES.includes(figure.bound) ? (figure.low?.toString() ?? "") : "",
    figure.high?.toString() ?? "",
    BOUND[figure.bound],
    victims ? lookup.words(victims) : "",
    lookup.entity(figure.side)?.name ?? "",
    lookup.entity(figure.place)?.name ?? "",
    lookup.entity(figure.place)?.country ?? "",
    date ? (date.value ?? lookup.words(date)) : "",
    source ? lookup.words(source) : "",
    lookup.entity(source?.entity ?? null)?.name ?? "",
    source?.certainty ?? "",
    figure.hedged ? "yes" : "no",
    readings.map(({ reading }) => reading).join(" "),
    COUNT_TYPE[figure.kind],
    sentence ? lookup.words(sentence) : "",
    figure.id,
    String(figure.start),
    String(figure.end),
  ];
}
