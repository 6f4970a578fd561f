/** Keeps what is open on this device, if the reader has chosen so; off until then. */

import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Kept, read, wipe, write } from "./store.js";

/** How long after a change it is kept. */
const PAUSE = 300;
/** How long a window that is closed may still hold what another waits for. */
const LEAVING = 1_000;
/** The lock of the one window that keeps. */
const LOCK = "newsmark-kept";

/**
 * `off`: nothing is kept. `on`: all that is open is. `elsewhere`: another window of the page keeps what it has open.
 * `failed`: the browser keeps nothing for pages, or has no room.
 */
export type Keeping = "off" | "on" | "elsewhere" | "failed";

export class Keeper implements ReactiveController {
  state: Keeping = "off";
  readonly #host: ReactiveControllerHost;
  readonly #open: () => Kept;
  #written: Kept | null = null;
  #writing: Promise<void> = Promise.resolve();
  #pause: ReturnType<typeof setTimeout> | undefined;
  #release = (): void => {};

  /** `open` tells what there is to keep. */
  constructor(host: ReactiveControllerHost, open: () => Kept) {
    this.#host = host;
    this.#open = open;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#onHide);
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#onHide);
  }

  /** What was kept before; goes on keeping it. */
  async begin(): Promise<Kept | null> {
    try {
      const kept = await read();
      if (!kept) return null;
      const alone = await this.#alone();
      this.#turn(alone ? "on" : "elsewhere");
      this.#written = kept;
      return alone ? kept : null;
    } catch {
      // Some browsers, and private windows of others, have no store.
      return null;
    }
  }

  /** Keeps from now on; false where that can't be. */
  async keep(): Promise<boolean> {
    if (!(await this.#alone())) {
      this.#turn("elsewhere");
      return false;
    }
    this.#turn("on");
    await this.#write();
    return this.state === "on";
  }

  /** Takes away what was kept, and keeps nothing more. */
  async wipe(): Promise<void> {
    clearTimeout(this.#pause);
    this.#turn("off");
    await this.#writing;
    await wipe();
    this.#written = null;
    this.#release();
  }

  /** Whether all that is open is kept as it is now. */
  get isDone(): boolean {
    return this.state === "on" && this.#written !== null && same(this.#written, this.#open());
  }

  /** After every change on the page: keeps what is other than before, when it has come to rest. */
  hostUpdated(): void {
    if (this.state !== "on" || this.isDone) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#write(), PAUSE);
  }

  /** A page that is hidden may never be seen again. */
  readonly #onHide = (): void => {
    if (document.visibilityState === "hidden" && this.state === "on" && !this.isDone) void this.#write();
  };

  #write(): Promise<void> {
    clearTimeout(this.#pause);
    this.#writing = this.#writing.then(async () => {
      if (this.state !== "on") return;
      const open = this.#open();
      try {
        await write(open);
        this.#written = open;
      } catch {
        this.#turn("failed");
        this.#release();
      }
    });
    return this.#writing;
  }

  /** Whether this is the only window that keeps: two would write over each other. */
  #alone(): Promise<boolean> {
    // Without locks, as over plain HTTP, nobody can tell.
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((resolve) => {
      // A page that is being left or reloaded holds its lock for a moment more.
      const held = navigator.locks.request(LOCK, { signal: AbortSignal.timeout(LEAVING) }, () => {
        resolve(true);
        return new Promise<void>((release) => (this.#release = release));
      });
      held.catch((thrown: unknown) => resolve(!(thrown instanceof DOMException && /Timeout|Abort/.test(thrown.name))));
    });
  }

  #turn(state: Keeping): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

function same(a: Kept, b: Kept): boolean {
  const alike = (x: Kept["sheets"][number], y: Kept["sheets"][number] | undefined) =>
    x.text === y?.text && x.name === y.name && x.published === y.published && x.history === y.history;
  return a.at === b.at && a.lexicon === b.lexicon && a.shortcuts === b.shortcuts && a.sheets.length === b.sheets.length && a.sheets.every((sheet, i) => alike(sheet, b.sheets[i]));
}
