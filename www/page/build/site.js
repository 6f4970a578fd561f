import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { sitePolicy, withPolicy } from "./policy.js";

const page = new URL("../", import.meta.url);
const INSTALL = '<link rel="manifest" href="manifest.webmanifest" />\n    <link rel="apple-touch-icon" href="icon-192.png" />\n  </head>';

/**
 * The page as files to put on any host.
 * @param {URL} folder
 * @param {import("./words.js").PageWords} words
 */
export async function site(folder, words) {
  const html = await words.filled(new URL("index.html", page));
  await build({
    root: fileURLToPath(page),
    base: "./",
    configFile: false,
    logLevel: "warn",
    worker: { format: "es" },
    build: {
      outDir: fileURLToPath(folder),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      license: { fileName: "licences.md" },
      modulePreload: { polyfill: false },
      target: "es2022",
    },
    plugins: [words.plugin, { name: "words-of-the-frame", transformIndexHtml: { order: "pre", handler: () => html } }, { name: "policy", transformIndexHtml: { order: "post", handler: (html, { bundle = {} }) => withPolicy(html.replace("</head>", `${later(Object.values(bundle))}${INSTALL}`), sitePolicy) } }],
  });
  await writeFile(new URL("manifest.webmanifest", folder), await words.filled(new URL("manifest.webmanifest", page)));
  await writeServiceWorker(folder);
}

/**
 * What runs only when it is needed is fetched with the page all the same, after what it needs at once: later it asks for nothing.
 * @param {import("vite").Rollup.OutputBundle[string][]} files
 */
function later(files) {
  const chunks = files.filter((file) => file.type === "chunk" && file.isDynamicEntry);
  return chunks.map(({ fileName }) => `<link rel="modulepreload" href="./${fileName}" fetchpriority="low" />\n    `).join("");
}

/**
 * The service worker, with the hash of every other file.
 * @param {URL} folder
 */
async function writeServiceWorker(folder) {
  const root = fileURLToPath(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(root, `${parentPath}/${name}`).split(sep).join("/"));
  /** @type {Record<string, string>} */
  const files = {};
  for (const name of names.sort()) files[name] = `sha256-${createHash("sha256").update(await readFile(new URL(name, folder))).digest("base64")}`;
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const code = await readFile(new URL("service-worker.js", page), "utf8");
  await writeFile(new URL("service-worker.js", folder), `self.newsmark = ${JSON.stringify({ version, files })};\n${code}`);
}
