/** The hosted page without a network: a service worker keeps its files, from the first visit on. */

import { trusted } from "./trusted.js";

/**
 * Has the browser keep the page's files; false where it does not. What is open is never reloaded: a newer page
 * waits until all windows of this one are closed, and `newer` is told that it does.
 */
export async function keepPage(newer: () => void): Promise<boolean> {
  // Not there over plain HTTP, and in some private windows.
  if (!navigator.serviceWorker) return false;
  try {
    const registration = await navigator.serviceWorker.register(trusted("service-worker.js") as string, { updateViaCache: "none" });
    const watch = (worker: ServiceWorker | null) => worker?.addEventListener("statechange", () => worker.state === "installed" && registration.active && newer());
    registration.addEventListener("updatefound", () => watch(registration.installing));
    if (registration.active) {
      watch(registration.installing);
      if (registration.waiting) newer();
      return true;
    }
    return await activated(registration.installing ?? registration.waiting);
  } catch {
    return false;
  }
}

/** Whether a worker comes to be active. */
function activated(worker: ServiceWorker | null): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker === null || worker.state === "redundant") resolve(false);
      else if (worker.state === "activated") resolve(true);
    };
    worker?.addEventListener("statechange", look);
    look();
  });
}
