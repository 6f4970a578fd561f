/** Registers the elements; a name that is taken is left to who has it. */

import {
  NewsmarkArticle,
  NewsmarkCard,
  NewsmarkClaims,
  NewsmarkCorrect,
  NewsmarkLists,
  NewsmarkNames,
  NewsmarkNotes,
  NewsmarkPlaces,
  NewsmarkQuotes,
} from "./index.js";

const elements = {
  "newsmark-article": NewsmarkArticle,
  "newsmark-card": NewsmarkCard,
  "newsmark-claims": NewsmarkClaims,
  "newsmark-correct": NewsmarkCorrect,
  "newsmark-lists": NewsmarkLists,
  "newsmark-names": NewsmarkNames,
  "newsmark-notes": NewsmarkNotes,
  "newsmark-places": NewsmarkPlaces,
  "newsmark-quotes": NewsmarkQuotes,
};

// Imported on a server there is nothing to register with.
if (typeof customElements !== "undefined") {
  for (const [name, element] of Object.entries(elements)) {
    if (!customElements.get(name)) customElements.define(name, element);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "newsmark-article": NewsmarkArticle;
    "newsmark-card": NewsmarkCard;
    "newsmark-claims": NewsmarkClaims;
    "newsmark-correct": NewsmarkCorrect;
    "newsmark-lists": NewsmarkLists;
    "newsmark-names": NewsmarkNames;
    "newsmark-notes": NewsmarkNotes;
    "newsmark-places": NewsmarkPlaces;
    "newsmark-quotes": NewsmarkQuotes;
  }
}
