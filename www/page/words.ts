/** Every word that the page shows. */

import type { ErrorCode } from "newsmark";
import type { Refusal } from "newsmark/readers";

const PASTE = "Open it in its own program, copy the text and paste it here.";

const REFUSED: Record<Refusal | "gone", string> = {
  empty: "is empty.",
  pdf: `is a PDF. ${PASTE}`,
  "old-word": `is an old Word file, or one with a password. ${PASTE}`,
  rtf: `is an RTF file. ${PASTE}`,
  archive: "is an archive or a document without running text. Open it, and give the text in it.",
  damaged: "is damaged: its text can't be unpacked. Get it once more, or copy the text and paste it here.",
  "no-text": "is no text file: a picture, a recording or a program, perhaps. Choose a .txt, .html, .md, .docx or .odt file.",
  gone: "could not be read. It may have been moved, or be a folder.",
};

export const words = {
  name: "Newsmark",
  tagline: "Who is in it, who said what, and how many, according to whom",
  badge: {
    promise: "Everything happens in this page. Nothing is sent, nothing is kept.",
    requests: "Requests since the page was loaded",
    stored: "Stored on this device",
    nothing: "nothing",
    unplugged: "Without a network",
    works: "works: pull the plug and paste",
    policy: "What the browser lets the page do",
    none: "no policy is in force",
  },
  paste: "Paste",
  open: "Open…",
  edit: "Edit",
  sample: "Sample",
  copyClaims: "Copy claims",
  save: "Save",
  done: "Done",
  cancel: "Cancel",
  published: "Published",
  again: "Try again",
  article: "Article",
  lists: "What the article says",
  jump: { label: "On this page", article: "Article", lists: "Lists" },
  editor: "Text of the article",
  placeholder: "Paste or type an article here.",
  drop: "Drop files to read them",
  refused: REFUSED,
  tooLarge: (name: string, megabytes: string, limit: number) => `${name} has ${megabytes} MB; at most ${limit} MB can be read. Paste the part that matters.`,
  sheets: {
    label: "Open articles",
    close: (name: string) => `Close ${name}`,
    opened: (count: number) => `${count} articles opened.`,
    untitled: "Untitled",
  },
  emptyTitle: "No article yet",
  empty: "Paste one (Ctrl+V works anywhere on this page), open a file, or drop one here.",
  reading: "Reading…",
  marking: "Marking…",
  stoppedReading: "Reading was stopped.",
  stoppedMarking: "Marking was stopped; the rest of the article is shown without marks. The lists are complete.",
  pasteByHand: "Press Ctrl+V to paste.",
  given: { pasted: "What you pasted", dropped: "What you dropped" },
  noTextOnClipboard: "There is no text on the clipboard. Copy the article's text first.",
  noTextDropped: "What was dropped holds no text. Drop a .txt, .html, .md, .docx or .odt file.",
  noClaims: "There are no claims to copy.",
  copied: (count: number) => `Copied ${count === 1 ? "1 claim" : `${count} claims`}. Paste into a spreadsheet.`,
  notCopied: "The browser did not let the page copy. Use Save instead.",
  nothingToSave: "There is nothing to save yet.",
  saved: (name: string) => `Saved as ${name}, with the text.`,
  summary: (quotes: number, figures: number, names: number, notes: number) =>
    `Read: ${plural(quotes, "quote")}, ${plural(figures, "casualty figure")}, ${plural(names, "name")}, ${plural(notes, "note")}.`,
  failedTitle: "The article is shown without marks",
  only: (name: string, quotes: number, figures: number) =>
    `Only what ${name || "nobody is named for"}${name ? " says" : ""}: ${plural(quotes, "quote")}, ${plural(figures, "casualty figure")}.`,
  everything: "Show everything",
  names: "Names…",
  namesUsed: (count: number) => (count === 0 ? "Your own names are no longer used." : `${plural(count, "name")} of your own count from now on.`),
  undo: "Undo",
  redo: "Redo",
  corrections: {
    title: (count: number, lost: number) => `${plural(count, "correction")}${lost > 0 ? `, ${lost} without a place` : ""}`,
    lost: "Its words are no longer in the text, or can't be told from others.",
    takeBack: "Take back",
    accept: (what: string) => `Accepted “${what}”`,
    reject: (what: string) => `Rejected “${what}”`,
    add: (what: string, kind: string) => `Marked “${what}” as ${kind}`,
    kind: (what: string, kind: string) => `“${what}” is ${kind}`,
    edges: (what: string, to: string) => `“${what}” reads “${to}”`,
    speaker: (what: string, who: string | null) => (who === null ? `Nobody is named for “${what}”` : `“${what}” is said by “${who}”`),
    source: (what: string, who: string | null) => (who === null ? `“${what}” has no source` : `“${what}” is claimed by “${who}”`),
    victims: (what: string, who: string | null) => (who === null ? `“${what}” names no victims` : `“${what}” counts “${who}”`),
    count: (what: string, low: number | null, high: number | null, bound: string) => `“${what}” counts ${low ?? "?"} to ${high ?? "?"}, ${bound}`,
    merge: (what: string, into: string) => `“${what}” is the same as “${into}”`,
    split: (what: string) => `“${what}” is another`,
    failed: "That could not be done here.",
    undone: "The last correction is taken back.",
    redone: "The correction is there again.",
  },
  helpButton: "Help",
  help: {
    title: "How to read with Newsmark",
    about: [
      "Paste an article. Names are underlined, quotes stand on a tint between bars, counts of people harmed are bold over a double line. A click on a mark says why it was made and draws a line to who says it; a click on a row of the lists goes to its place in the text.",
      "“Stated” means that the words say so; “inferred”, that it follows from what stands around: check it. Newsmark says what the article says, never what is true.",
    ],
    everywhere: "Anywhere",
    pageKeys: [
      [["Ctrl", "V"], "Paste an article"],
      [["Ctrl", "Z"], "Take back the last correction; with Shift, do it again"],
      [["Tab"], "To the next control; the text and each list are one stop each"],
    ] as const,
    inText: "In the text",
    textKeys: [
      [["→"], "Next mark"],
      [["←"], "Previous mark"],
      [["Enter"], "To its row in the lists"],
      [["Esc"], "No mark chosen"],
    ] as const,
    letters: "Single letters in the text",
    lettersOn: "Use single letters as commands while a mark has the focus",
    kinds: {
      person: "Next person",
      organization: "Next organization",
      place: "Next place",
      other: "Next other name",
      quote: "Next quote",
      figure: "Next casualty figure",
    },
    shift: "Shift",
    back: "With one of these letters: the previous one",
    only: "Only what this speaker or source says, or everything again",
    find: "Find words in the text",
    accept: "Accept the mark: it is right",
    reject: "Reject the mark: it is wrong",
    change: "Change the mark",
    mark: "Mark the words that are selected, or were found last",
    help: "This help",
    close: "Close",
  },
  ownNames: {
    title: "Names of your own",
    help: "They count before what Newsmark knows. One a line: the name, a tab, its kind (person, organization, place, facility, group, event, product, other, or never for what is not to be marked), and if you like a tab and the name it stands for. They stay in this page until you close it; save them to keep them.",
    label: "Names",
    example: "Blue Crane\tevent\nthe Lioness\tperson\tRosa Quispe",
    use: "Use",
    open: "Open list…",
    save: "Save list",
    close: "Close",
    used: (count: number) => `${plural(count, "name")} ${count === 1 ? "is" : "are"} used.`,
    unread: (count: number) => `${plural(count, "line")} could not be read:`,
    problem: (line: number, message: string) => `Line ${line}: ${message}`,
  },
} as const;

const ENGINE_ADVICE = "The text stays as it is.";

/** What a failure means for the reader and what to do. */
export function advice(code: ErrorCode, message: string): string {
  switch (code) {
    case "no-wasm":
    case "csp-wasm":
      return `This browser does not run WebAssembly, which does the reading. Allow it in the browser's settings (lockdown modes switch it off), or use another browser. ${ENGINE_ADVICE}`;
    case "bad-wasm":
      return `The part of the page that does the reading could not be loaded. Reload the page; if it stays so, its files are not complete. ${ENGINE_ADVICE}`;
    case "too-large":
      return `${message} Paste the part that matters.`;
    case "timeout":
      return `Reading took too long and was stopped. Try a shorter part of the text. ${ENGINE_ADVICE}`;
    default:
      return `${message} ${ENGINE_ADVICE}`;
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
