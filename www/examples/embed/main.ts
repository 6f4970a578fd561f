// One import registers <newsmark-article>; it reads its text by itself.
import "newsmark/define";
// The engine alone gives data.
import { createAnnotator } from "newsmark";

const annotator = createAnnotator();
const text = document.querySelector("newsmark-article")!.textContent;
const article = await annotator.annotate(text);
annotator.dispose();

const killed = article.figures.filter((figure) => figure.kind === "killed");
document.querySelector("#count")!.textContent = `${article.quotes.length} quotes and ${killed.length} counts of people killed`;

// Choosing a mark tells the page around it.
document.querySelector("newsmark-article")!.addEventListener("newsmark-select", (event) => {
  document.body.dataset["chosen"] = event.id ?? "";
});
