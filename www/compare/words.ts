/** Two sentences, word by word. */

/** A stretch of a sentence: in both versions, or in this one only. */
export interface Piece {
  text: string;
  own: boolean;
}

/** Words up to which two sentences are laid side by side; longer ones differ as a whole. */
const LONGEST = 600;

/** A sentence on one line with plain marks, as two are compared: an editor's curly quotes change nothing. */
export function plain(sentence: string): string {
  return sentence
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
}

/** How alike two sentences are: the share of words that both have, from 0 to 1. */
export function alike(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  if (x.length + y.length === 0) return a === b ? 1 : 0;
  const left = new Map<string, number>();
  for (const word of x) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of y) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    both += 1;
    left.set(word, count - 1);
  }
  return (2 * both) / (x.length + y.length);
}

function wordsOf(sentence: string): string[] {
  return sentence.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Both versions of a sentence, each cut where it has words that the other has not. */
export function wordsApart(earlier: string, later: string): [earlier: Piece[], later: Piece[]] {
  const [a, b] = [tokens(earlier), tokens(later)];
  if (a.length > LONGEST || b.length > LONGEST) return [[{ text: earlier, own: true }], [{ text: later, own: true }]];
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i]![j] = plain(a[i]!) === plain(b[j]!) ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const [left, right]: [Piece[], Piece[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && plain(a[i]!) === plain(b[j]!)) {
      add(left, a[i++]!, false);
      add(right, b[j++]!, false);
    } else if (i < a.length && (j === b.length || longest[i + 1]![j]! >= longest[i]![j + 1]!)) add(left, a[i++]!, true);
    else add(right, b[j++]!, true);
  }
  return [joined(left), joined(right)];
}

/** Words and marks, each with the white space behind it. */
function tokens(sentence: string): string[] {
  return sentence.match(/(?:[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+)*|[^\s])\s*/gu) ?? [];
}

function add(pieces: Piece[], text: string, own: boolean): void {
  const last = pieces.at(-1);
  if (last?.own === own) last.text += text;
  else pieces.push({ text, own });
}

/** The blank behind the last of some words is not theirs alone. */
function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap(({ text, own }) => {
    const words = text.trimEnd();
    const blank = text.slice(words.length);
    return own && blank !== "" ? [{ text: words, own }, { text: blank, own: false }] : [{ text, own }];
  });
}
