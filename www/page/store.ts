/**
 * What the reader asked to keep on this device: one record in this browser's IndexedDB, and not so much as an empty
 * database before that. A record of texts may be larger than localStorage takes. Neither is the page's own where it
 * is opened from disk: Chromium gives one store to all files of the disk, so whoever keeps there is told.
 */

import { type Sheet, isSheet } from "./sheets.js";

/** The name of the database, as the browser's own tools show it. */
export const DATABASE = "newsmark";
const STORE = "desk";
const KEY = "open";

/** All that is kept. */
export interface Kept {
  sheets: readonly Sheet[];
  /** Which sheet is on top. */
  at: number;
  /** The reader's own names. */
  lexicon: string;
  /** Whether single letters are commands. */
  shortcuts: boolean;
}

/** What is kept; null: nothing, and nothing is made by asking. */
export async function read(): Promise<Kept | null> {
  const database = await open(false);
  if (!database) return null;
  try {
    const kept: unknown = await done(database.transaction(STORE).objectStore(STORE).get(KEY));
    return isKept(kept) ? kept : null;
  } finally {
    database.close();
  }
}

/** Keeps `kept` in the place of what was kept. */
export async function write(kept: Kept): Promise<void> {
  const database = await open(true);
  if (!database) return;
  try {
    // Said to be kept only once it is on the disk.
    const transaction = database.transaction(STORE, "readwrite", { durability: "strict" });
    transaction.objectStore(STORE).put(kept, KEY);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Takes everything away, the database too. */
export async function wipe(): Promise<void> {
  await done(indexedDB.deleteDatabase(DATABASE));
}

/** The database; where there is none it is made, or null. */
function open(make: boolean): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    let none = false;
    request.onupgradeneeded = () => {
      if (make) request.result.createObjectStore(STORE);
      else {
        none = true;
        request.transaction?.abort();
      }
    };
    request.onsuccess = () => {
      // A wipe in another window does not have to wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = (event) => {
      // Firefox tells the page of errors that nobody has dealt with.
      event.preventDefault();
      if (none) resolve(null);
      else reject(request.error);
    };
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** What an earlier version of the page kept may be something else. */
function isKept(value: unknown): value is Kept {
  const { sheets, at, lexicon, shortcuts } = (value ?? {}) as Partial<Kept>;
  return Array.isArray(sheets) && sheets.every(isSheet) && sheets[at ?? -1] !== undefined && typeof lexicon === "string" && typeof shortcuts === "boolean";
}
