// Finds the browsers of this machine. `cargo xtask test` names them; by hand they are looked up.

import { existsSync } from "node:fs";

const PLACES = {
  chromium: ["/usr/bin/chromium", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
};

/**
 * The path of a browser, or undefined.
 * @param {"chromium" | "firefox"} name
 */
export function browser(name) {
  const told = process.env[`NEWSMARK_${name.toUpperCase()}`];
  // Told of one browser only, the tests run in that one only.
  if (told || process.env["NEWSMARK_CHROMIUM"] || process.env["NEWSMARK_FIREFOX"]) return told;
  return PLACES[name].find((place) => existsSync(place));
}

/** Chromium refuses its sandbox to root. */
export const CHROMIUM_ARGUMENTS = ["--disable-background-networking", "--disable-component-update", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
