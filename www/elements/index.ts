/** The elements as classes; importing this registers nothing. See `define.ts`. */

export { NewsmarkArticle } from "./article.js";
export { NewsmarkCard } from "./card.js";
export { NewsmarkClaims } from "./claims.js";
export { DrawEvent, FailureEvent, KindsEvent, ResultEvent, SelectEvent } from "./events.js";
export { KINDS, type Kind, type Layer, TAGS } from "./kinds.js";
export { NewsmarkList } from "./list.js";
export { NewsmarkLists, type Tab } from "./lists.js";
export { NewsmarkNames } from "./names.js";
export { NewsmarkNotes } from "./notes.js";
export { NewsmarkQuotes } from "./quotes.js";
export { type Segment, type Stretch, segments } from "./segments.js";
export { type Span, spansOf } from "./spans.js";
