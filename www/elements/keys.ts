/** What keys do with the focus in the text. */

import { KINDS, type Kind } from "./kinds.js";

/** Something that a key asks for. */
export type Command =
  | { type: "step"; by: 1 | -1; kind: Kind | null }
  | { type: "choose" }
  | { type: "leave" }
  | { type: "only" }
  | { type: "find" }
  | { type: "help" }
  | { type: "accept" | "reject" | "change" | "mark" };

/** Keys that are single letters, which a reader can switch off; the kinds' own keys come besides. */
export const LETTERS = { only: "s", find: "f", accept: "a", reject: "r", change: "e", mark: "m", help: "?" } as const;

/** The command of a key; `letters`: whether single letters are commands. */
export function commandOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, letters: boolean): Command | null {
  if (ctrlKey || metaKey || altKey) return null;
  switch (key) {
    case "ArrowRight":
      return { type: "step", by: 1, kind: null };
    case "ArrowLeft":
      return { type: "step", by: -1, kind: null };
    case "Enter":
    case " ":
      return { type: "choose" };
    case "Escape":
      return { type: "leave" };
  }
  if (!letters) return null;
  const letter = key.toLowerCase();
  const row = KINDS.find((each) => each.key === letter);
  if (row) return { type: "step", by: shiftKey ? -1 : 1, kind: row.kind };
  const type = (Object.keys(LETTERS) as (keyof typeof LETTERS)[]).find((name) => LETTERS[name] === letter);
  return type ? { type } : null;
}
