import { Editor, Extension } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { newsmarkPlugin } from "newsmark/prosemirror";

const status = document.getElementById("status");
const Newsmark = Extension.create({
  name: "newsmark",
  addProseMirrorPlugins: () => [
    newsmarkPlugin({
      onResult: ({ quotes, figures }, whole) => {
        if (whole) status.textContent = `${quotes.length} quotes, ${figures.length} figures`;
      },
    }),
  ],
});

new Editor({
  element: document.getElementById("editor"),
  extensions: [StarterKit, Newsmark],
  content: "<h1>Ferry sinks off Mombasa</h1><p>Three people were killed in Kenya, police said.</p><p>“We heard a crash,” said Zoë Kamau.</p>",
});
