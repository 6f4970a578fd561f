/** The elements as classes; importing this registers nothing. See `define.ts`. */

export { NewsmarkArticle } from "./embedded.js";
export { NewsmarkCard } from "./card.js";
export { type ClaimRow, type Column, type Filter, type Order, bars, claimRows, passes, sorted } from "./claim-rows.js";
export { NewsmarkClaims } from "./claims.js";
export { NewsmarkCorrect } from "./correct.js";
export { controls } from "./controls.css.js";
export { tableOf } from "./copying.js";
export { direction } from "./direction.js";
export { movedEdge } from "./edges.js";
export { CorrectEvent, DrawEvent, FailureEvent, KeyEvent, KindsEvent, ReadingEvent, ResultEvent, SelectEvent, VoiceEvent, WordsEvent } from "./events.js";
export { findAll } from "./find.js";
export { countText, figureText } from "./format.js";
export { LETTERS } from "./keys.js";
export { KINDS, type Kind, type Layer } from "./kinds.js";
export { NewsmarkList } from "./list.js";
export { NewsmarkLists, type Tab } from "./lists.js";
export { NewsmarkNames, NewsmarkPlaces } from "./names.js";
export { NewsmarkNotes } from "./notes.js";
export { NewsmarkQuotes } from "./quotes.js";
export { countKinds } from "./look.js";
export { type Policy } from "./policy.js";
export { type Segment, type Stretch, segments } from "./segments.js";
export { type Span, spansOf } from "./spans.js";
export { type Spelling, spellings } from "./spellings.js";
export { NOBODY, type Voice, voiceName, voices } from "./voices.js";
export { type Labels, type Messages } from "./words.js";
