import "newsmark/define";
import React, { useState } from "react";
import { createRoot } from "react-dom/client";

const STORY = "LIMA — Three people were killed when a bridge gave way, police said. “It was old,” said Mayor Ana Reyes.";

function Desk() {
  const [text, setText] = useState(STORY);
  const [claims, setClaims] = useState([]);
  return (
    <>
      <textarea aria-label="Article" value={text} onChange={(event) => setText(event.target.value)} rows={4} cols={80} />
      <newsmark-article text={text} legend onnewsmark-result={({ article }) => setClaims(article.figures)} />
      <p id="claims">{claims.map(({ kind, low }) => `${kind} ${low}`).join(", ")}</p>
    </>
  );
}

createRoot(document.getElementById("root")).render(<Desk />);
