// What every way of running the engine does, as tests that need nothing but what they are given: they run in Node and in
// browsers, in worker and thread.

export const TRAPS = 1000;
export const HANGS = 2000;
const TEXT = "“We saw the water come,” said Nino Beridze, a teacher in Tbilisi. Paris did not answer.";

/**
 * @typedef {object} Engine
 * @property {any} assert as Node's, as far as it is used
 * @property {(options?: import("newsmark").AnnotatorOptions) => import("newsmark").Annotator} create
 * @property {URL} wasm
 * @property {() => Promise<ArrayBuffer>} bytes the WebAssembly
 */

/** @type {(engine: Engine) => Record<string, () => Promise<void>>} */
export const everywhere = ({ assert, create, wasm, bytes }) => ({
  "gives what the text says, in UTF-16": async () => {
    const annotator = create();
    const article = await annotator.annotate(`🌊 ${TEXT}`, { id: "a", title: "b", published: "2024-05-15", text: true });
    const [quote] = article.quotes;
    assert.equal(article.offsetUnit, "utf16");
    assert.equal(`🌊 ${TEXT}`.slice(quote?.start, quote?.end), "We saw the water come,");
    assert.deepEqual([article.id, article.title, article.published, article.text], ["a", "b", "2024-05-15", `🌊 ${TEXT}`]);
    annotator.dispose();
  },

  "answers each text with its own result, however many are asked at once": async () => {
    const annotator = create();
    const texts = ["", "One.", "Two two.", "Three three three.", "🌊"];
    const articles = await Promise.all(texts.map((text) => annotator.annotate(text)));
    assert.deepEqual(articles.map(({ length }) => length), texts.map((text) => text.length));
    annotator.dispose();
  },

  "takes the WebAssembly as address, bytes or module": async () => {
    const data = await bytes();
    for (const source of [wasm, wasm.href, new Uint8Array(data), await WebAssembly.compile(new Uint8Array(data)), () => wasm]) {
      const annotator = create({ wasm: source });
      assert.equal((await annotator.annotate("One.")).length, 4);
      annotator.dispose();
    }
  },

  "names of the user's own count, as a list, as its text, and in place of the annotator's": async () => {
    const text = "The Blue Crane talks were held at Ubuntu Hub.";
    const named = (/** @type {import("newsmark").Article} */ { entities }) => entities.map(({ kind, name }) => `${kind} ${name}`);
    const names = /** @type {const} */ ([
      { name: "Blue Crane", kind: "event", canonical: "Operation Blue Crane" },
      { name: "Ubuntu Hub", kind: "organization", country: "ZA" },
    ]);
    const annotator = create({ lexicon: names });
    const own = ["event Operation Blue Crane", "organization Ubuntu Hub"];
    assert.deepEqual(named(await annotator.annotate(text)), own);
    assert.deepEqual(named(await annotator.annotate(text, { lexicon: "Ubuntu Hub\tplace\nBlue Crane\tnever" })), ["place Ubuntu Hub"]);
    assert.deepEqual(named(await annotator.annotate(text, { lexicon: JSON.stringify(names) })), own);
    const other = create();
    assert.notDeepEqual(named(await other.annotate(text)), own);
    assert.deepEqual(named(await other.annotate(text)), named(await annotator.annotate(text, { lexicon: null })));
    assert.deepEqual(named(await annotator.annotate(text)), own);
    other.dispose();
    annotator.dispose();
  },

  "says which lines of a list cannot be used, and keeps the others": async () => {
    const annotator = create();
    const report = await annotator.checkLexicon("Blue Crane\tevent\nReef\tcity\nLima\tplace\n\nBor");
    assert.equal(report.names, 2);
    assert.deepEqual(report.problems.map(({ line }) => line), [2, 5]);
    assert.match(report.problems[0]?.message ?? "", /^"city" is no kind; write person, /);
    const lists = await annotator.checkLexicon([{ name: "Lima", kind: "place" }, /** @type {any} */ (3), /** @type {any} */ ({ name: "Bor" })]);
    assert.deepEqual([lists.names, lists.problems.map(({ line }) => line)], [1, [2, 3]]);
    const { mentions } = await annotator.annotate("The Blue Crane talks failed.");
    assert.ok(mentions.every(({ rule }) => rule !== "names/own-list"), "checking a list does not use it");
    await assert.rejects(annotator.annotate(TEXT, { lexicon: /** @type {any} */ (3) }), { code: "bad-option", message: /lexicon/ });
    annotator.dispose();
  },

  "says what is wrong with an option, and reads on": async () => {
    const annotator = create();
    await assert.rejects(annotator.annotate(TEXT, { published: "last Tuesday" }), { code: "bad-option", message: /last Tuesday/ });
    assert.equal((await annotator.annotate("One.")).length, 4);
    annotator.dispose();
  },

  "says what is wrong with the WebAssembly, and tries again": async () => {
    let good = false;
    const annotator = create({ wasm: () => (good ? wasm : new Uint8Array([1, 2, 3])) });
    await assert.rejects(annotator.annotate(TEXT), { code: "bad-wasm" });
    good = true;
    assert.equal((await annotator.annotate("One.")).length, 4);
    annotator.dispose();
  },

  "is called off by a signal, before and while it waits": async () => {
    const annotator = create();
    await assert.rejects(annotator.annotate(TEXT, { signal: AbortSignal.abort() }), { code: "aborted", name: "AbortError" });
    const control = new AbortController();
    const first = annotator.annotate("One.");
    const second = annotator.annotate(TEXT, { signal: control.signal });
    control.abort();
    await assert.rejects(second, { code: "aborted" });
    assert.equal((await first).length, 4);
    assert.equal((await annotator.annotate("Two.")).length, 4);
    annotator.dispose();
  },

  "after dispose it reads no more": async () => {
    const annotator = create();
    const waiting = annotator.annotate(TEXT);
    annotator.dispose();
    await assert.rejects(waiting, { code: "disposed" });
    await assert.rejects(annotator.annotate(TEXT), { code: "disposed" });
  },

  "a text that is too long is refused": async () => {
    const annotator = create({ maxLength: 10 });
    await assert.rejects(annotator.annotate("eleven characters"), { code: "too-large" });
    annotator.dispose();
  },

  "counts in the unit that the annotator was told, or the text": async () => {
    const text = "🌊 “Sí,” said Nino Beridze.";
    const annotator = create({ offsets: "codepoint" });
    const lengths = [await annotator.annotate(text), await annotator.annotate(text, { offsets: "byte" }), await annotator.annotate(text, { offsets: "utf16" })];
    assert.deepEqual(lengths.map(({ length }) => length), [[...text].length, new TextEncoder().encode(text).length, text.length]);
    annotator.dispose();
  },

  "what is no text is refused": async () => {
    const annotator = create();
    for (const text of [undefined, null, 3, {}]) await assert.rejects(annotator.annotate(/** @type {any} */ (text)), { code: "bad-option" });
    annotator.dispose();
  },

  "who shares the engine disturbs nobody": async () => {
    const [one, two] = [create({ lexicon: "Nino Beridze\tnever" }), create()];
    const people = (/** @type {import("newsmark").Article} */ { entities }) => entities.filter(({ kind }) => kind === "person").length;
    const texts = Array.from({ length: 6 }, (_, i) => (i % 2 ? one : two).annotate(TEXT));
    assert.deepEqual((await Promise.all(texts)).map(people), [1, 0, 1, 0, 1, 0]);
    const [mine, theirs] = [one.annotate(TEXT), two.annotate(TEXT)];
    one.dispose();
    one.dispose();
    await assert.rejects(mine, { code: "disposed" });
    assert.equal(people(await theirs), 1);
    assert.equal(people(await two.annotate(TEXT)), 1);
    two.dispose();
  },
});

/** What a worker does beyond that, with an engine that has a fault. */
/** @type {(engine: Omit<Engine, "wasm" | "bytes"> & { faulty: WebAssembly.Module }) => Record<string, () => Promise<void>>} */
export const inWorkers = ({ assert, create, faulty }) => ({
  "of a long text it is told how much has been read, little by little; of a short one nothing": async () => {
    const annotator = create();
    /** @type {number[]} */
    const told = [];
    const progress = (/** @type {number} */ done) => void told.push(done);
    await annotator.annotate(TEXT, { progress });
    assert.deepEqual(told, []);
    await annotator.annotate(`${TEXT}\n\n`.repeat(8_000), { progress });
    assert.deepEqual(told, [...new Set(told)].sort((a, b) => a - b));
    assert.ok(told.length >= 8 && told.every((done) => done > 0 && done < 1), told.join(" "));
    assert.ok(told.every((done, i) => done - (told[i - 1] ?? 0) < 0.15), told.join(" "));
    annotator.dispose();
  },

  "a trap in the worker is told with its code, and the next text is read": async () => {
    const annotator = create({ wasm: faulty });
    await assert.rejects(annotator.annotate("x".repeat(TRAPS + 1)), { code: "engine-crash" });
    assert.equal((await annotator.annotate(TEXT)).length, TEXT.length);
    annotator.dispose();
  },

  "a new worker after a trap has the names, too": async () => {
    const annotator = create({ wasm: faulty, lexicon: "Blue Crane\tevent" });
    const kinds = async () => (await annotator.annotate("The Blue Crane.")).entities.map(({ kind }) => kind);
    assert.deepEqual(await kinds(), ["event"]);
    await assert.rejects(annotator.annotate("x".repeat(TRAPS + 1)), { code: "engine-crash" });
    assert.deepEqual(await kinds(), ["event"]);
    annotator.dispose();
  },

  "a worker that hangs is ended at its deadline, and the next text is read": async () => {
    const annotator = create({ wasm: faulty, timeout: 2000 });
    await annotator.annotate("One.");
    const began = performance.now();
    await assert.rejects(annotator.annotate("x".repeat(HANGS + 1)), { code: "timeout", message: /2 seconds/ });
    const took = performance.now() - began;
    assert.ok(took > 1990 && took < 3000, `${took} ms`);
    assert.equal((await annotator.annotate(TEXT)).length, TEXT.length);
    annotator.dispose();
  },

  "a text that is called off while the worker hangs on it frees the next at once": async () => {
    const annotator = create({ wasm: faulty });
    await annotator.annotate("One.");
    const control = new AbortController();
    const hanging = annotator.annotate("x".repeat(HANGS + 1), { signal: control.signal });
    const next = annotator.annotate(TEXT);
    setTimeout(() => control.abort(), 50);
    await assert.rejects(hanging, { code: "aborted" });
    assert.equal((await next).length, TEXT.length);
    annotator.dispose();
  },

  "after a crash the next text is read within a second, and what waited is not lost": async () => {
    const annotator = create({ wasm: faulty });
    await annotator.annotate("One.");
    const took = [];
    for (let round = 0; round < 3; round++) {
      const crash = annotator.annotate("x".repeat(TRAPS + 1));
      const waiting = annotator.annotate(TEXT);
      await assert.rejects(crash, { code: "engine-crash" });
      const began = performance.now();
      assert.equal((await waiting).length, TEXT.length);
      took.push(performance.now() - began);
    }
    assert.ok(Math.min(...took) < 1000, `${took}`);
    annotator.dispose();
  },
});
