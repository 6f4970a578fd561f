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
    promiseKept: "Everything happens in this page. Nothing is sent. Your articles are kept on this device.",
    requests: "Requests since the page was loaded",
    stored: "Stored on this device",
    nothing: "nothing of yours",
    files: ". The page's own files, which are the same for everybody",
    unplugged: "Without a network",
    works: "works: pull the plug and paste",
    opens: "works, and opens again: pull the plug and reload. The browser asks for a newer page when you visit, nothing else",
    policy: "What the browser lets the page do",
    none: "no policy is in force",
  },
  keep: {
    button: "Keep on this device…",
    title: "Keep your work on this device?",
    what: "All open articles with their corrections, your own names, and whether single letters are commands. They are there again when you next open this page, until you wipe them.",
    where: (database: string) => `They are written to this browser's storage on this device (IndexedDB, database “${database}”), and are sent nowhere. They are not encrypted: whoever uses this browser can read them.`,
    disk: "You opened this page from disk. Chrome, Edge and the browsers made like them have one storage for all files of the disk: any other HTML file that you open from disk can read what is kept. If that matters, save your work as a file instead.",
    end: "“Wipe from this device” takes everything away with one click.",
    yes: "Keep on this device",
    no: "Keep nothing",
    wipe: "Wipe from this device",
    kept: (articles: number, corrections: number, names: boolean) =>
      `${plural(articles, "article")} with ${plural(corrections, "correction")}${names ? " and your own names" : ""}, in this browser's storage (IndexedDB, database “newsmark”)`,
    on: "What is open is kept on this device from now on. “Wipe from this device” takes it away.",
    again: "Here is what you kept on this device.",
    wiped: "Wiped: nothing is kept on this device any more. What is open stays until you close the page.",
    elsewhere: "Another window of this page keeps its articles on this device. This one keeps nothing.",
    failed: "The browser did not let the page keep anything: it may be a private window, or the disk is full. Save your work as a file.",
  },
  newer: "A newer version of this page is ready. It opens when all windows of this page have been closed; nothing is reloaded.",
  compare: {
    button: "Compare…",
    title: "Two versions of a story",
    earlier: "Earlier version",
    later: "Later version",
    short: { earlier: "Earlier", later: "Later" },
    swap: "Swap",
    close: "Close the comparison",
    wanted: "Paste the other version (Ctrl+V works anywhere on this page), open its file, or drop it here.",
    reading: "Reading both versions…",
    read: (changes: number, sentences: number) =>
      changes + sentences === 0 ? "The two versions say the same, word by word." : `${plural(changes, "change")} of figures, sources, quotes and names; ${plural(sentences, "sentence")} not the same.`,
    failed: "The versions could not be compared.",
    changes: "What changed",
    none: "The same figures, sources, quotes and names.",
    about: { figure: "Figures", source: "Sources", quote: "Quotes", name: "Names" },
    columns: { change: "Change", earlier: "Earlier", later: "Later" },
    change: { changed: "changed", added: "added", dropped: "dropped" },
    aspects: { count: "count", kind: "kind", source: "source", victims: "victims", hedge: "certainty", words: "words", speaker: "speaker", role: "role", spelling: "spelling" },
    hedged: { true: "unconfirmed", false: "not given as unconfirmed" } as Record<string, string>,
    texts: "Both texts, sentence by sentence",
    sentence: { same: "Same", changed: "Changed", moved: "Moved", added: "Added", dropped: "Dropped" },
    sign: { same: "", changed: "≠", moved: "↕", added: "+", dropped: "−" },
    next: "Next difference",
    previous: "Previous difference",
    onlyDifferent: "Only what is not the same",
    same: (count: number) => `${plural(count, "sentence")} the same`,
    notThere: "not in this version",
  },
  moreTools: "More",
  paste: "Paste",
  open: "Open…",
  edit: "Edit",
  sample: "Sample",
  copyClaims: "Copy claims",
  save: "Save",
  more: (count: number, left: number) => (count === left ? `Show the last ${count}` : `Show ${count} more of ${left}`),
  saveAs: {
    button: "Save as…",
    title: "Save for another program",
    format: "Format",
    formats: {
      "claims-csv": { name: "Claims, for a spreadsheet (CSV)", about: "One casualty figure a row: kind, count, source, place, date and the sentence." },
      "quotes-csv": { name: "Quotes, for a spreadsheet (CSV)", about: "One quote a row, with who says it." },
      "names-csv": { name: "Names, for a spreadsheet (CSV)", about: "One person, organization or place a row, with how often and how it is named." },
      markdown: { name: "Report for an editor (Markdown)", about: "What to check, who claims how many, who said what: to paste into a mail or a document." },
      html: { name: "Marked article (HTML)", about: "One page without script, as it is shown here: to send or to print." },
      json: { name: "Result for programs (Newsmark JSON)", about: "All that was read, as corrected. To go on with it in this page use Save, which keeps the corrections apart." },
      w3c: { name: "Web annotations (W3C JSON-LD)", about: "For annotation tools of the web; places are counted in Unicode code points." },
      brat: { name: "brat standoff (.ann and .txt)", about: "For the annotation tool brat: two files that belong together, so save both." },
      prodigy: { name: "Prodigy (JSONL)", about: "One task for the annotation tool Prodigy." },
      "label-studio": { name: "Label Studio (JSONL)", about: "One task for Label Studio, with the marks as predictions." },
      ninjs: { name: "News item (IPTC ninjs)", about: "For newsroom systems: the article with its people, organizations and places." },
    },
    text: "With the article's text",
    lost: (what: readonly string[]) => `This format can't hold: ${what.join(", ")}.`,
    whole: "This format holds all that was marked.",
    save: "Save file",
    saveText: "Save its text",
    saved: (file: string) => `Saved as ${file}.`,
    close: "Close",
  },
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
  readingLong: (megabytes: string) => `Reading… This is a long text (${megabytes} MB): it takes some seconds, and can be cancelled.`,
  marking: "Marking…",
  stoppedReading: "Reading was stopped.",
  stoppedMarking: "Marking was stopped; the rest of the article is shown without marks. The lists are complete.",
  pasteByHand: "Press Ctrl+V to paste.",
  given: { pasted: "What you pasted", dropped: "What you dropped", clipboard: "The clipboard" },
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
      [["↓", "↑"], "In a list, to the next row; in a comparison, to the next difference"],
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
