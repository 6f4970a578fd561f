import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { singlePolicy, withPolicy } from "./policy.js";

const page = new URL("../", import.meta.url);
const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, page));

const STYLE = /<link rel="stylesheet" href="(.*?)" \/>\s*/g;

/**
 * The page in one file: script and style inline, worker and WebAssembly packed as data.
 * @param {URL} file
 * @param {import("./words.js").PageWords} words
 */
export async function single(file, words) {
  const [script, worker, html, wasm, exporters] = await Promise.all([
    bundle("main.ts", "es", [words.plugin, ownParts]),
    bundle("reader.ts", "iife"),
    words.filled(new URL("index.html", page)),
    readFile(path("../lib/pkg/newsmark_bg.wasm")),
    readFile(path("../lib/pkg/newsmark_export_bg.wasm")),
  ]);
  const code = ended(script.code);
  const sheets = [...html.matchAll(STYLE)].map(([, href = ""]) => readFile(path(href), "utf8"));
  const style = (await Promise.all(sheets)).join("\n").trim();
  const body = [
    data("newsmark-wasm", wasm),
    data("newsmark-export-wasm", exporters),
    data("newsmark-worker", Buffer.from(worker.code)),
    `<script type="module">${code}</script>`,
    `<script type="text/plain" id="newsmark-licences">\n${ended(script.licences)}\n</script>`,
  ].join("\n");
  const whole = html
    .replace(/\s*<script type="module".*<\/script>/, "")
    .replace(STYLE, "")
    .replace("</head>", () => `  <style>${style}</style>\n  </head>`)
    .replace("</body>", () => `${body}\n  </body>`);
  await writeFile(file, withPolicy(whole, singlePolicy(code, style)));
}

/**
 * One script without anything beside it, and the licences of the libraries in it.
 * @param {string} entry
 * @param {"es" | "iife"} format
 * @param {import("vite").Plugin[]} [plugins]
 */
async function bundle(entry, format, plugins = []) {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    worker: { format: "es" },
    plugins,
    build: {
      write: false,
      target: "es2022",
      // What the engine would fetch were it not given is left out with the other files.
      assetsInlineLimit: 0,
      license: { fileName: "licences.md" },
      modulePreload: false,
      rollupOptions: { input: path(entry), output: { format, codeSplitting: false } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((output) => ("output" in output ? output.output : [])).filter((chunk) => chunk.type === "chunk" && chunk.isEntry);
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== "chunk") throw new Error(`${entry} did not become one script`);
  const licences = outputs.flatMap((output) => ("output" in output ? output.output : [])).find(({ fileName }) => fileName === "licences.md");
  return { code: chunk.code, licences: licences?.type === "asset" ? String(licences.source) : "" };
}

/** What the single file does otherwise: its engine finds its parts in the file, and there is nothing more to keep. @type {import("vite").Plugin} */
const ownParts = {
  name: "own-parts",
  enforce: "pre",
  resolveId: (source, importer) => (/^\.\/(engine|offline)\.js$/.test(source) && [path("desk.ts"), path("giving.ts"), path("save-as.ts")].includes(importer ?? "") ? path(source.replace(".js", "-single.ts")) : null),
};

/**
 * A script that ends where it should: no closing tag within.
 * @param {string} code
 */
function ended(code) {
  return code.trim().replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

/**
 * Bytes as text that is neither run nor shown.
 * @param {string} id
 * @param {Buffer} bytes
 */
function data(id, bytes) {
  return `<script type="text/plain" id="${id}">${gzipSync(bytes, { level: 9 }).toString("base64")}</script>`;
}
