/** Counts and dates as people read them. */

import type { Figure } from "../engine/index.js";
import { words } from "./words.js";

/** Makes a formatter once for each language. */
function once<T>(make: (language: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const { language } = words;
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}

const number = once((language) => new Intl.NumberFormat(language));

/** Bounds of a count, such as `3`, `14 or more`, `8–10`. */
export function countText({ low, high }: Pick<Figure, "low" | "high">): string {
  if (low !== null && high !== null) return low === high ? number().format(low) : `${number().format(low)}–${number().format(high)}`;
  if (low !== null) return words.count.atLeast(number().format(low));
  if (high !== null) return words.count.atMost(number().format(high));
  return words.count.none;
}

/** The same with what the article makes of it: `about 2,000`. */
export function figureText(figure: Pick<Figure, "low" | "high" | "bound">): string {
  return figure.bound === "approx" ? words.count.about(countText(figure)) : countText(figure);
}

const day = once((language) => new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }));
const month = once((language) => new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }));

/** An ISO 8601 day or month in words; anything finer or stranger as it stands. */
export function dateText(value: string): string {
  const parts = value.split("/");
  return parts.map((part) => oneDate(part)).join(" – ");
}

function oneDate(value: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))) return day().format(new Date(value));
  if (/^\d{4}-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))) return month().format(new Date(value));
  return value;
}

const countries = once((language) => new Intl.DisplayNames(language, { type: "region", fallback: "code" }));

/** A country by its code, as `PE`. */
export function countryText(code: string): string {
  try {
    return countries().of(code) ?? code;
  } catch {
    return code;
  }
}
