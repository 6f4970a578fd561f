import { fileURLToPath } from "node:url";
import { build } from "vite";
import { sitePolicy, withPolicy } from "./policy.js";

/**
 * The page as files to put on any host.
 * @param {URL} folder
 */
export async function site(folder) {
  await build({
    root: fileURLToPath(new URL("../", import.meta.url)),
    base: "./",
    configFile: false,
    logLevel: "warn",
    worker: { format: "es" },
    build: {
      outDir: fileURLToPath(folder),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: "es2022",
    },
    plugins: [{ name: "policy", transformIndexHtml: { order: "post", handler: (html) => withPolicy(html, sitePolicy) } }],
  });
}
