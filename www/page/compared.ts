/** An item of a version of a story, in a few words. */

import type { Lookup } from "newsmark";
import type { Change } from "newsmark/compare";
import { figureText, voiceName } from "newsmark/elements";
import { LABELS, MESSAGES, PAGE as words } from "newsmark/words";

/** Longest quote that is told whole. */
const LONGEST = 160;

/** What an item says, with what of it changed. */
export function itemText(lookup: Lookup, id: string, { about, aspects }: Change): string {
  const item = lookup.item(id);
  switch (item?.type) {
    case "figure": {
      const { figure } = item;
      const source = voiceName(lookup, figure.source);
      if (about === "source") return source;
      const victims = figure.victims ? ` (${lookup.words(figure.victims)})` : "";
      const hedge = aspects.includes("hedge") ? `, ${words.compare.hedged[String(figure.hedged)]}` : "";
      return `${LABELS.harm[figure.kind]}: ${figureText(figure)}${victims} – ${source || MESSAGES.noSource}${hedge}`;
    }
    case "quote": {
      const { quote } = item;
      const speaker = voiceName(lookup, quote.speaker);
      if (about === "source") return speaker;
      const said = lookup.places(id).map((place) => lookup.words(place)).join(" … ");
      const short = said.length > LONGEST ? `${said.slice(0, LONGEST).replace(/\s+\S*$/, "")} …` : said;
      return `${quote.kind === "indirect" ? short : `“${short}”`} – ${speaker || MESSAGES.noSpeaker}`;
    }
    case "entity":
      return [item.entity.name, item.entity.role ? `, ${item.entity.role}` : "", ` (${LABELS.entity[item.entity.kind]})`].join("");
    default:
      return "";
  }
}
