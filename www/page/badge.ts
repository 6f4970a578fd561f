import { LitElement, type TemplateResult, html } from "lit";
import { PAGE as words } from "newsmark/words";

const BADGE = words.badge;

/** Says what the page may do and what it did: the policy in force, what is stored, and the requests since it was loaded. */
export class Badge extends LitElement {
  static override properties = {
    loaded: { attribute: false },
    kept: { attribute: false },
    offline: { attribute: false },
    requests: { state: true },
  };

  /** Whether all that the page needs is there: from then on it asks for nothing. */
  declare loaded: boolean;
  /** What of the reader's is kept on this device; null: nothing. */
  declare kept: string | null;
  /** Whether the browser keeps the page's own files. */
  declare offline: boolean;
  declare private requests: number;

  #since = Number.POSITIVE_INFINITY;
  readonly #watch = new PerformanceObserver((list) => this.#count(list.getEntries()));

  constructor() {
    super();
    this.loaded = false;
    this.kept = null;
    this.offline = false;
    this.requests = 0;
  }

  /** Under the page's style sheet. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch.observe({ type: "resource" });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch.disconnect();
  }

  protected override willUpdate(): void {
    if (this.loaded && this.#since === Number.POSITIVE_INFINITY) this.#since = performance.now();
  }

  /** What is in the page's own memory is no request. */
  #count(entries: PerformanceEntryList): void {
    this.requests += entries.filter(({ name, startTime }) => startTime > this.#since && !/^(blob|data):/.test(name)).length;
  }

  protected override render(): TemplateResult {
    const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? BADGE.none;
    return html`<details>
      <summary>${this.kept === null ? BADGE.promise : BADGE.promiseKept}</summary>
      <dl>
        <div><dt>${BADGE.requests}</dt><dd class="requests">${this.requests}</dd></div>
        <div><dt>${BADGE.stored}</dt><dd class="stored">${this.kept ?? BADGE.nothing}${this.offline ? BADGE.files : ""}</dd></div>
        <div><dt>${BADGE.unplugged}</dt><dd class="unplugged">${this.offline ? BADGE.opens : BADGE.works}</dd></div>
        <div><dt>${BADGE.policy}</dt><dd><code>${policy}</code></dd></div>
      </dl>
    </details>`;
  }
}
