/** Lays the sentences of two versions of a text side by side. */

import { alike, plain } from "./words.js";

/** Two sentences that stand for each other, by their numbers from 0 on; null: the other version has none. */
export interface Pair {
  kind: "same" | "changed" | "moved" | "added" | "dropped";
  earlier: number | null;
  later: number | null;
}

/** How alike two sentences have to be, from 0 to 1, for one to be taken for the other rewritten. */
const ENOUGH = 0.5;
/** The same for sentences that stand in another place. */
const LIKE = 0.7;
/** Up to how many pairs of sentences are compared word by word; in larger gaps only equal ones are found. */
const COMPARED = 250_000;

interface Gap {
  earlier: [from: number, to: number];
  later: [from: number, to: number];
}

/** All sentences of both, in the order of the later version; what was dropped stands where it stood. */
export function align(earlier: readonly string[], later: readonly string[]): Pair[] {
  const [a, b] = [earlier.map(plain), later.map(plain)];
  const pairs: Pair[] = [];
  let gap: Gap = { earlier: [0, 0], later: [0, 0] };
  for (const [i, j] of [...equalInOrder(a, b), [a.length, b.length] as const]) {
    gap.earlier[1] = i;
    gap.later[1] = j;
    pairs.push(...rewritten(a, b, gap));
    if (i < a.length) pairs.push({ kind: "same", earlier: i, later: j });
    gap = { earlier: [i + 1, i + 1], later: [j + 1, j + 1] };
  }
  return moved(a, b, pairs);
}

/** Equal sentences in the order of both: those that stand once in each, and their equal neighbours. */
function equalInOrder(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...rising(onceInBoth(a, b)), [a.length, b.length] as const]) {
    // On from the last one, then back from the next.
    while (i < x && j < y && a[i] === b[j]) found.push([i++, j++]);
    const back: (readonly [number, number])[] = [];
    let [p, q] = [x, y];
    while (p > i && q > j && a[p - 1] === b[q - 1]) back.unshift([--p, --q]);
    found.push(...back);
    if (x < a.length) found.push([x, y]);
    [i, j] = [x + 1, y + 1];
  }
  return found;
}

function onceInBoth(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const once = (list: readonly string[]) => {
    const at = new Map<string, number>();
    list.forEach((sentence, i) => at.set(sentence, at.has(sentence) ? -1 : i));
    return at;
  };
  const [inA, inB] = [once(a), once(b)];
  return [...inA].flatMap(([sentence, i]) => {
    const j = inB.get(sentence) ?? -1;
    return i >= 0 && j >= 0 ? [[i, j] as const] : [];
  });
}

/** The most pairs whose second numbers rise as their first do (patience sorting). */
function rising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const piles: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, j], n) => {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[piles[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    before[n] = piles[low - 1] ?? -1;
    piles[low] = n;
  });
  const longest: (readonly [number, number])[] = [];
  for (let n = piles.at(-1) ?? -1; n >= 0; n = before[n]!) longest.unshift(pairs[n]!);
  return longest;
}

/** What lies between equal sentences: the likeliest rewritings in order, the rest dropped and added. */
function rewritten(a: readonly string[], b: readonly string[], { earlier: [a0, a1], later: [b0, b1] }: Gap): Pair[] {
  const [rows, columns] = [a1 - a0, b1 - b0];
  const best = rows * columns <= COMPARED ? scores(a.slice(a0, a1), b.slice(b0, b1)) : null;
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    const score = (x: number, y: number) => best?.total[x]?.[y] ?? 0;
    const like = best?.like[i]?.[j] ?? 0;
    if (like > 0 && score(i, j) === like + score(i + 1, j + 1)) pairs.push({ kind: "changed", earlier: a0 + i++, later: b0 + j++ });
    else if (i < rows && (j === columns || score(i + 1, j) >= score(i, j + 1))) pairs.push({ kind: "dropped", earlier: a0 + i++, later: null });
    else pairs.push({ kind: "added", earlier: null, later: b0 + j++ });
  }
  return pairs;
}

/** How alike each two are, and the best total from each place on. */
function scores(a: readonly string[], b: readonly string[]): { like: number[][]; total: number[][] } {
  const like = a.map((x) => b.map((y) => enough(alike(x, y))));
  const total = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const both = like[i]![j]! > 0 ? like[i]![j]! + total[i + 1]![j + 1]! : 0;
      total[i]![j] = Math.max(both, total[i + 1]![j]!, total[i]![j + 1]!);
    }
  }
  return { like, total };
}

function enough(like: number): number {
  return like >= ENOUGH ? like : 0;
}

/** What was dropped in one place and added in another has moved, as it was or rewritten a little. */
function moved(a: readonly string[], b: readonly string[], pairs: readonly Pair[]): Pair[] {
  const dropped = pairs.flatMap(({ kind, earlier }) => (kind === "dropped" ? [earlier!] : []));
  const equal = new Map<string, number[]>();
  for (const i of dropped) {
    const same = equal.get(a[i]!);
    if (same) same.push(i);
    else equal.set(a[i]!, [i]);
  }
  const gone = new Set<number>();
  const take = (i: number | undefined) => {
    if (i !== undefined) gone.add(i);
    return i;
  };
  const from = new Map<number, number>();
  const added = pairs.flatMap(({ kind, later }) => (kind === "added" ? [later!] : []));
  for (const j of added) {
    const i = take(equal.get(b[j]!)?.shift());
    if (i !== undefined) from.set(j, i);
  }
  if (dropped.length * added.length <= COMPARED) {
    for (const j of added) {
      const i = from.has(j) ? undefined : take(likest(a, dropped.filter((i) => !gone.has(i)), b[j]!));
      if (i !== undefined) from.set(j, i);
    }
  }
  const found = pairs.map((pair): Pair => {
    const i = pair.kind === "added" ? from.get(pair.later!) : undefined;
    return i === undefined ? pair : { kind: "moved", earlier: i, later: pair.later };
  });
  return found.filter(({ kind, earlier }) => kind !== "dropped" || !gone.has(earlier!));
}

/** Which of some sentences is most like another, if one is enough so. */
function likest(a: readonly string[], some: readonly number[], sentence: string): number | undefined {
  let [best, most]: [number | undefined, number] = [undefined, LIKE];
  for (const i of some) {
    const like = alike(a[i]!, sentence);
    if (like > most) [best, most] = [i, like];
  }
  return best;
}
