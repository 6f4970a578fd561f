import { NewsmarkError } from "./error.js";
import type { EntityKind } from "./wire.js";

/** A name of the user's own. */
export interface OwnName {
  /** The name as articles write it; a lower-case *the* before it must stand there and is not marked. */
  name: string;
  /** What it names; `never`: nothing is marked here, unless within a longer name. */
  kind: EntityKind | "never";
  /** What it is a name of, if not itself: all names with one canonical name are one entity. */
  canonical?: string | null;
  /** Two letters, as `ZA`. */
  country?: string | null;
}

/** The user's own names: a list, or the text of one (lines parted by tabs, or a JSON array). */
export type Lexicon = string | readonly OwnName[];

/** The list as text; one name a line, so that a problem's line is the number of the name. */
export function lexiconText(lexicon: Lexicon | null | undefined): string {
  if (typeof lexicon === "string") return lexicon;
  if (lexicon === null || lexicon === undefined) return "";
  if (!Array.isArray(lexicon)) throw new NewsmarkError("bad-option", "lexicon: give an array of names, or the text of a list.");
  return `[${lexicon.map((name) => JSON.stringify(name) ?? "null").join(",\n")}]`;
}
