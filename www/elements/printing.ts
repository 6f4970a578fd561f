/** Whether the page is being printed: on paper everything is drawn, as nobody can scroll there or turn to another list. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Has its element drawn anew when printing begins and ends. */
export class Printing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #print = typeof matchMedia === "undefined" ? null : matchMedia("print");
  readonly #onChange = (): void => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get now(): boolean {
    return this.#print?.matches ?? false;
  }

  hostConnected(): void {
    this.#print?.addEventListener("change", this.#onChange);
  }

  hostDisconnected(): void {
    this.#print?.removeEventListener("change", this.#onChange);
  }
}
