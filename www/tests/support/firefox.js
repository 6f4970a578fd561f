// One Firefox for the tests of a file.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer from "puppeteer-core";
import { browser } from "./browsers.js";

const executablePath = browser("firefox");

/** Why tests in Firefox are skipped, or false. */
export const skip = executablePath ? false : "no Firefox here";
export const PATIENCE = 60_000;

/** Starts a Firefox with a profile of its own; `close` ends it. @param {Record<string, unknown>} [prefs] */
export async function launchFirefox(prefs = {}) {
  const profile = await mkdtemp(join(tmpdir(), "newsmark-firefox-"));
  const firefox = await puppeteer.launch({
    browser: "firefox",
    ...(executablePath && { executablePath }),
    userDataDir: profile,
    // The driver's own profile lets local files read each other; a reader's does not.
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, "network.proxy.type": 0, ...prefs },
    defaultViewport: { width: 1280, height: 900 },
    timeout: PATIENCE,
    protocolTimeout: 3 * PATIENCE,
  });
  const close = async () => {
    await firefox.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { firefox, close };
}
