// Watches a page for what must never happen: requests once it is loaded, errors, broken policy.

/**
 * Begins to watch; call before the page is opened.
 * @param {import("playwright-core").Page} page
 */
export async function guard(page) {
  /** @type {string[]} */
  const faults = [];
  let loaded = false;
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("request", (request) => {
    // A blob is the page's own memory: the single file's worker, started again after one was stopped.
    if (loaded && !request.url().startsWith("blob:")) faults.push(`request: ${request.url().slice(0, 100)}`);
  });
  page.on("websocket", (socket) => faults.push(`socket: ${socket.url()}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => console.error(`policy: ${effectiveDirective} ${blockedURI}`));
  });
  return {
    /** From here on the page may ask for nothing. */
    loaded: () => {
      loaded = true;
    },
    faults,
  };
}
