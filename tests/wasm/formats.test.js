// What the command line and the package export is valid by others' schemas: the W3C's for Web Annotation, the IPTC's for ninjs. They lie
// in ../shared/schemas and are no part of the project: without them these tests are skipped.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { test } from "node:test";
import { createAnnotator } from "../../www/lib/engine/index.js";
import { exportArticle } from "../../www/lib/exporters/index.js";

const root = new URL("../../", import.meta.url);
const articles = new URL("tests/articles/", root);
const schemas = new URL("../shared/schemas/", root);
const newsmark = process.env.NEWSMARK ?? new URL("target/debug/newsmark", root).pathname;
const require = createRequire(new URL("www/package.json", root));
const addFormats = require("ajv-formats").default;
const skip = !existsSync(schemas) && `skipped: no schemas in ${schemas.pathname}`;

/** Every test article in a format, parsed. */
const exporters = {
  "the command line": commandLine,
  "the package": async (format) => {
    const annotator = createAnnotator({ worker: false });
    const texts = readdirSync(articles).filter((name) => name.endsWith(".txt")).map((name) => readFileSync(new URL(name, articles), "utf8"));
    const exported = await Promise.all(texts.map(async (text) => exportArticle(await annotator.annotate(text, { text: true }), format)));
    annotator.dispose();
    return exported.map(({ content }) => JSON.parse(content));
  },
};

function commandLine(format) {
  const args = ["annotate", "--format", format, articles.pathname];
  const ran = spawnSync(newsmark, args, { encoding: "utf8", maxBuffer: 2 ** 30 });
  assert.equal(ran.status, 0, `${newsmark} ${args.join(" ")}: ${ran.error ?? ran.stderr}`);
  return ran.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
}

const read = (path) => JSON.parse(readFileSync(new URL(path, schemas), "utf8"));

test("Web Annotations hold by every assertion of the W3C that must", { skip }, async (t) => {
  const ajv = new (require("ajv-draft-04").default)({ strict: false });
  addFormats(ajv);
  const files = (folder) =>
    readdirSync(new URL(folder, schemas), { recursive: true }).filter((name) => name.endsWith(".json"));
  // Their own ids would be read as addresses; they refer to each other by file name.
  const bare = (path) => {
    const { id, ...schema } = read(path);
    return schema;
  };
  for (const name of files("w3c-web-annotation/definitions")) {
    ajv.addSchema(bare(`w3c-web-annotation/definitions/${name}`), basename(name));
  }
  const assertions = files("w3c-web-annotation/annotations")
    .map((name) => ({ name, schema: bare(`w3c-web-annotation/annotations/${name}`) }))
    .filter(({ schema }) => schema.assertionType === "must")
    .map(({ name, schema }) => ({ name, wanted: schema.expectedResult === "valid", validate: ajv.compile(schema) }));
  assert.ok(assertions.length > 10);
  for (const [who, exported] of Object.entries(exporters)) {
    await t.test(who, async () => {
      const items = (await exported("w3c")).flatMap((collection) => collection.first.items);
      assert.ok(items.length > 100);
      for (const { name, wanted, validate } of assertions) {
        for (const item of items) {
          assert.equal(validate(item), wanted, `${name}: ${JSON.stringify(validate.errors)} in ${JSON.stringify(item)}`);
        }
      }
      // The assertions can fail.
      const { validate } = assertions.find(({ name }) => name.includes("annotationIdValidated"));
      assert.equal(validate({ ...items[0], id: "no address" }), false);
    });
  }
});

test("news items are ninjs 3.1", { skip }, async (t) => {
  const ajv = new (require("ajv/dist/2020.js").default)({ strict: false, allErrors: true });
  addFormats(ajv);
  // Its one reference elsewhere: any object may stand there.
  ajv.addSchema({ type: "object" }, "https://geojson.org/schema/GeoJSON.json");
  const validate = ajv.compile(read("ninjs-3.1.schema.json"));
  for (const [who, exported] of Object.entries(exporters)) {
    await t.test(who, async () => {
      for (const item of await exported("ninjs")) {
        assert.ok(validate(item), `${JSON.stringify(validate.errors)} in ${JSON.stringify(item)}`);
      }
    });
  }
  assert.equal(validate({ uri: "urn:x:1", surprise: true }), false);
});
