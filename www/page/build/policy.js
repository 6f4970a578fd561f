// The Content Security Policy of both forms of the page. Nothing may be asked for but the page's
// own files; form-action and base-uri do not fall back to default-src.

import { createHash } from "node:crypto";

const ALWAYS = ["default-src 'none'", "form-action 'none'", "base-uri 'none'"];
const TRUSTED = ["require-trusted-types-for 'script'", "trusted-types lit-html newsmark"];

/** Of the hosted page. */
export const sitePolicy = [
  ...ALWAYS,
  "img-src 'self' data:",
  "manifest-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  ...TRUSTED,
].join("; ");

/**
 * Of the single file: its script and style by their hashes, and no request at all.
 * @param {string} script
 * @param {string} style
 */
export function singlePolicy(script, style) {
  return [
    ...ALWAYS,
    "img-src data:",
    `script-src '${hash(script)}' 'wasm-unsafe-eval'`,
    `style-src '${hash(style)}'`,
    "worker-src blob:",
    "connect-src 'none'",
    ...TRUSTED,
  ].join("; ");
}

/** @param {string} content */
function hash(content) {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

/**
 * The policy as the page itself says it, which must stand before anything that it is to govern.
 * @param {string} html
 * @param {string} policy
 */
export function withPolicy(html, policy) {
  return html.replace(/<meta charset="utf-8"\s*\/?>/, (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}
