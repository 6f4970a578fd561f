import "newsmark/define";
import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { Article } from "newsmark";
import type { NewsmarkArticle } from "newsmark/elements";

const STORY = "LIMA — Three people were killed when a bridge gave way, police said. “It was old,” said Mayor Ana Reyes.";

function Desk() {
  const [text, setText] = useState(STORY);
  const [claims, setClaims] = useState<Article["figures"]>([]);
  const element = useRef<NewsmarkArticle>(null);
  const save = async () => {
    if (!element.current) return;
    const { content, mediaType, extension } = await element.current.export("claims-csv");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: mediaType }));
    link.download = `article.${extension}`;
    link.click();
  };
  return (
    <>
      <textarea aria-label="Article" value={text} onChange={(event) => setText(event.target.value)} rows={4} cols={80} />
      <newsmark-article ref={element} text={text} view="card correct" legend onnewsmark-result={({ article }) => setClaims(article.figures.filter(({ origin }) => origin !== "rejected"))} />
      <p id="claims">{claims.map(({ kind, low }) => `${kind} ${low}`).join(", ")}</p>
      <button onClick={save}>Save the claims</button>
    </>
  );
}

createRoot(document.getElementById("root")!).render(<Desk />);
