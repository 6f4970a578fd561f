import { Editor, Extension } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { Lookup } from "newsmark";
import { apply, correctionOf } from "newsmark/corrections";
import { exportArticle } from "newsmark/exporters";
import { marksAt, newsmarkPlugin, readAgain } from "newsmark/prosemirror";

const [status, reject, save] = ["status", "reject", "save"].map((id) => document.getElementById(id));
let article = null;
let corrections = [];
let chosen = null;

const Newsmark = Extension.create({
  name: "newsmark",
  addProseMirrorPlugins: () => [
    newsmarkPlugin({
      revise: (read) => apply(read, read.text, corrections).article,
      onResult: (read, whole) => {
        if (!whole) return;
        article = read;
        const left = read.figures.filter(({ origin }) => origin !== "rejected");
        status.textContent = `${read.quotes.length} quotes, ${left.length} figures`;
      },
    }),
  ],
});

const editor = new Editor({
  element: document.getElementById("editor"),
  extensions: [StarterKit, Newsmark],
  content: "<h1>Ferry sinks off Mombasa</h1><p>Three people were killed in Kenya, police said.</p><p>“We heard a crash,” said Zoë Kamau.</p>",
  onSelectionUpdate: ({ editor }) => {
    // The innermost mark at the cursor that the last reading of the whole knows.
    const lookup = article && Lookup.of(article, article.text);
    const length = (id) => Math.min(...lookup.places(id).map(({ start, end }) => end - start));
    const ids = lookup ? marksAt(editor.state, editor.state.selection.from).filter((id) => lookup.item(id)) : [];
    chosen = ids.sort((a, b) => length(a) - length(b))[0] ?? null;
    reject.disabled = chosen === null;
    reject.textContent = chosen === null ? "Reject" : `Reject “${lookup.words(lookup.places(chosen)[0])}”`;
  },
});

reject.addEventListener("click", () => {
  corrections = [...corrections, correctionOf(Lookup.of(article, article.text), chosen, { do: "reject" })];
  void readAgain(editor.view);
});

save.addEventListener("click", async () => {
  const { content, mediaType, extension } = await exportArticle(article, "claims-csv");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: mediaType }));
  link.download = `article.${extension}`;
  link.click();
});
