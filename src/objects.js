// JavaScript's objects out of the numbers and the text that `flat.rs` writes, which tells how. The fields stand in the
// order of `wire.rs`; a test compares all of them with the JSON.

/** In the number of an id: that it is one, and the bits of its own number below its letter. */
const ID = 1 << 29;
const ID_BITS = 24;

/** Ids that are kept: few articles have more of a kind. */
const KEPT = 1 << 10;
const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz", (letter) => ({ letter, kept: [] }));

const halves = new Uint32Array(2);
const whole = new Float64Array(halves.buffer);

/** What is read, and how far. */
let numbers;
let at = 0;
let text = "";
let textAt = 0;
let strings = [];

/** The article that the numbers and the text are. */
export function objects(allNumbers, allText) {
  [numbers, at, text, textAt, strings] = [allNumbers, 0, allText, 0, []];
  const made = article();
  [numbers, text, strings] = [undefined, "", []];
  return made;
}

const offset = () => numbers[at++];
const truth = () => numbers[at++] === 1;
const maybe = (read) => (numbers[at++] === 1 ? read() : null);

function number() {
  halves[0] = numbers[at++];
  halves[1] = numbers[at++];
  return whole[0];
}

function list(read) {
  const items = [];
  for (let left = numbers[at++]; left > 0; left--) items.push(read());
  return items;
}

function string() {
  const code = numbers[at++];
  if (code >= ID) return id(code);
  if (code === strings.length) strings.push(text.slice(textAt, (textAt += numbers[at++])));
  return strings[code];
}

function id(code) {
  const { letter, kept } = LETTERS[(code - ID) >> ID_BITS];
  const n = code & ((1 << ID_BITS) - 1);
  return n < KEPT ? (kept[n] ??= letter + n) : letter + n;
}

const article = () => ({
  version: offset(),
  engine: string(),
  offsetUnit: string(),
  id: maybe(string),
  title: maybe(string),
  published: maybe(string),
  text: maybe(string),
  length: offset(),
  blocks: list(block),
  sentences: list(sentence),
  entities: list(entity),
  mentions: list(mention),
  quotes: list(quote),
  figures: list(figure),
  ledger: list(claim),
  dates: list(date),
  quantities: list(quantity),
  notes: list(note),
});

const range = () => ({ start: offset(), end: offset() });

const block = () => ({ id: string(), start: offset(), end: offset(), role: string() });

const sentence = () => ({ id: string(), start: offset(), end: offset(), block: string() });

const entity = () => ({
  id: string(),
  kind: string(),
  name: string(),
  role: maybe(string),
  country: maybe(string),
  lat: maybe(number),
  lon: maybe(number),
  mentions: list(string),
});

const mention = () => ({
  id: string(),
  start: offset(),
  end: offset(),
  entity: maybe(string),
  kind: string(),
  form: string(),
  certainty: string(),
  origin: string(),
  rule: string(),
});

const quote = () => ({
  id: string(),
  kind: string(),
  start: offset(),
  end: offset(),
  content: list(range),
  clause: maybe(range),
  marks: string(),
  cue: maybe(range),
  speaker: maybe(speaker),
  continues: maybe(string),
  origin: string(),
  rule: string(),
});

const speaker = () => ({
  start: offset(),
  end: offset(),
  mention: maybe(string),
  entity: maybe(string),
  certainty: string(),
});

const figure = () => ({
  id: string(),
  kind: string(),
  start: offset(),
  end: offset(),
  number: range(),
  cue: list(range),
  low: maybe(number),
  high: maybe(number),
  bound: string(),
  victims: maybe(victims),
  side: maybe(string),
  source: maybe(source),
  hedged: truth(),
  date: maybe(string),
  place: maybe(string),
  origin: string(),
  rule: string(),
});

const victims = () => ({ start: offset(), end: offset(), entity: maybe(string) });

const source = () => ({
  start: offset(),
  end: offset(),
  mention: maybe(string),
  entity: maybe(string),
  quote: maybe(string),
  cue: maybe(range),
  certainty: string(),
});

const claim = () => ({
  id: string(),
  kind: string(),
  place: maybe(string),
  date: maybe(string),
  side: maybe(string),
  low: maybe(number),
  high: maybe(number),
  figures: list(string),
  relations: list(relation),
});

const relation = () => ({ reading: string(), whole: maybe(string), figures: list(string), note: string() });

const date = () => ({ id: string(), start: offset(), end: offset(), value: maybe(string), rule: string() });

const quantity = () => ({
  id: string(),
  start: offset(),
  end: offset(),
  kind: string(),
  low: maybe(number),
  high: maybe(number),
  bound: string(),
  unit: maybe(string),
  rule: string(),
});

const note = () => ({
  id: string(),
  kind: string(),
  start: offset(),
  end: offset(),
  items: list(string),
  message: string(),
});
