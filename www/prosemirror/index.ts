/** Marks in a ProseMirror editor, and so in TipTap: decorations that follow edits. The document is never changed. */

import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import { KINDS, type Kind } from "../elements/kinds.js";
import { spansOf } from "../elements/spans.js";
import { type Annotator, type Article, NewsmarkError, createAnnotator } from "../engine/index.js";
import { messageOf } from "../engine/error.js";
import { adopt, styles } from "../highlight/styles.js";
import { docText, positionOf } from "./text.js";

export interface NewsmarkPluginOptions {
  /** What reads; the plugin makes one of its own unless told, and ends it with the editor. */
  annotator?: Annotator;
  /** The kinds that are marked; all unless told. */
  kinds?: readonly Kind[];
  /** Milliseconds of rest before the paragraphs that were changed are read again; 300 unless told. */
  delay?: number;
  /** Milliseconds of rest before the whole is read again, as names depend on what stands elsewhere; 2,000 unless told. */
  settle?: number;
  /** `false`: the host styles `.newsmark-person` and the others itself. */
  styled?: boolean;
  /** What is to be marked of a reading, where that is another: with the corrections of `newsmark/corrections`, say. See `readAgain`. */
  revise?(article: Article): Article;
  /** Told of each reading: of the whole document, or of the paragraphs that were changed. */
  onResult?(article: Article, whole: boolean): void;
  /** Told where a text could not be read; marks stay as they are. */
  onError?(error: NewsmarkError): void;
}

interface Marks {
  decorations: DecorationSet;
  /** What was changed since it was read: ends of textblocks; null: nothing. */
  changed: { from: number; to: number } | null;
}

/** What is told to the plugin when a text has been read. */
interface Reading {
  from: number;
  to: number;
  decorations: Decoration[];
}

export const newsmarkKey = new PluginKey<Marks>("newsmark");

/** Ids of the marks at a position, as in the last whole result; of paragraphs read alone they are followed by `'`. */
export function marksAt(state: EditorState, position: number): string[] {
  const found = newsmarkKey.getState(state)?.decorations.find(position, position) ?? [];
  return [...new Set(found.map(({ spec }) => String(spec["id"])))];
}

/** The readers of the editors that have the plugin. */
const readers = new WeakMap<EditorView, Reader>();

/** Reads the whole of an editor again, now: where `revise` would give something else. */
export async function readAgain(view: EditorView): Promise<void> {
  await readers.get(view)?.readWhole();
}

/** Makes the plugin; in TipTap, give it from an extension's `addProseMirrorPlugins`. */
export function newsmarkPlugin(options: NewsmarkPluginOptions = {}): Plugin<Marks> {
  return new Plugin<Marks>({
    key: newsmarkKey,
    state: {
      init: () => ({ decorations: DecorationSet.empty, changed: null }),
      apply(transaction, { decorations, changed }) {
        const reading = transaction.getMeta(newsmarkKey) as Reading | undefined;
        if (reading) {
          const { from, to } = reading;
          const old = decorations.find(from, to).filter((mark) => mark.from >= from && mark.to <= to);
          return { decorations: decorations.remove(old).add(transaction.doc, reading.decorations), changed: null };
        }
        if (!transaction.docChanged) return { decorations, changed };
        let range = changed && { from: transaction.mapping.map(changed.from, -1), to: transaction.mapping.map(changed.to, 1) };
        transaction.mapping.maps.forEach((map, i) => {
          const rest = transaction.mapping.slice(i + 1);
          map.forEach((_from, _to, from, to) => {
            const [start, end] = [rest.map(from, -1), rest.map(to, 1)];
            range = range ? { from: Math.min(range.from, start), to: Math.max(range.to, end) } : { from: start, to: end };
          });
        });
        return { decorations: decorations.map(transaction.mapping, transaction.doc), changed: range };
      },
    },
    props: { decorations: (state) => newsmarkKey.getState(state)?.decorations },
    view: (view) => new Reader(view, options),
  });
}

/** Reads what the editor holds, after rests. */
class Reader {
  readonly #view: EditorView;
  readonly #options: NewsmarkPluginOptions;
  readonly #annotator: Annotator;
  readonly #unstyle: () => void;
  #reading: AbortController | null = null;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(view: EditorView, options: NewsmarkPluginOptions) {
    this.#view = view;
    this.#options = options;
    this.#annotator = options.annotator ?? createAnnotator();
    this.#unstyle = options.styled === false ? () => {} : adopt(view.dom.ownerDocument, styles((kind) => `.newsmark-${kind}`));
    readers.set(view, this);
    this.#later = setTimeout(() => void this.#read(null));
  }

  readWhole(): Promise<void> {
    clearTimeout(this.#soon);
    clearTimeout(this.#later);
    return this.#read(null);
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.doc.eq(before.doc)) return;
    const { delay = 300, settle = 2_000 } = this.#options;
    // What is being read is no longer what stands there.
    this.#reading?.abort();
    clearTimeout(this.#soon);
    clearTimeout(this.#later);
    this.#soon = setTimeout(() => void this.#read(newsmarkKey.getState(this.#view.state)?.changed ?? null), delay);
    this.#later = setTimeout(() => void this.#read(null), Math.max(delay, settle));
  }

  destroy(): void {
    readers.delete(this.#view);
    clearTimeout(this.#soon);
    clearTimeout(this.#later);
    this.#reading?.abort();
    this.#unstyle();
    if (!this.#options.annotator) this.#annotator.dispose();
  }

  /** Reads the textblocks of a range, or all. */
  async #read(range: Marks["changed"]): Promise<void> {
    const { doc } = this.#view.state;
    const { from, to } = range ? blocksAround(doc, range) : { from: 0, to: doc.content.size };
    const read = docText(doc, from, to);
    const control = new AbortController();
    this.#reading?.abort();
    this.#reading = control;
    try {
      const plain = await this.#annotator.annotate(read.text, { text: true, signal: control.signal });
      const article = this.#options.revise?.(plain) ?? plain;
      const kinds = this.#options.kinds ?? KINDS.map(({ kind }) => kind);
      const decorations = spansOf(article).flatMap(({ id, kind, start, end }) => {
        const [first, last] = [positionOf(read, start), positionOf(read, end, true)];
        if (first === null || last === null || !kinds.includes(kind)) return [];
        return [Decoration.inline(first, last, { class: `newsmark newsmark-${kind}` }, { id: range ? `${id}'` : id })];
      });
      const reading: Reading = { from, to, decorations };
      this.#view.dispatch(this.#view.state.tr.setMeta(newsmarkKey, reading).setMeta("addToHistory", false));
      this.#options.onResult?.(article, range === null);
    } catch (thrown) {
      if (control.signal.aborted) return;
      this.#options.onError?.(thrown instanceof NewsmarkError ? thrown : new NewsmarkError("engine-crash", messageOf(thrown), thrown));
    }
  }
}

/** The ends of the textblocks that a range touches. */
function blocksAround(doc: Node, { from, to }: { from: number; to: number }): { from: number; to: number } {
  const end = Math.min(to, doc.content.size);
  const start = Math.min(from, end);
  let around = { from: start, to: end };
  doc.nodesBetween(Math.max(0, start - 1), Math.min(doc.content.size, end + 1), (node, position) => {
    if (!node.isTextblock) return;
    const [first, last] = [position + 1, position + 1 + node.content.size];
    if (first <= end && last >= start) around = { from: Math.min(around.from, first), to: Math.max(around.to, last) };
  });
  return around;
}
