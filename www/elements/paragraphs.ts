/** Divides an article's spans among its paragraphs: what is drawn together and redrawn together. */

import type { Block, Role } from "../engine/index.js";
import type { Span } from "./spans.js";
import { cut } from "./cut.js";
import type { Stretch } from "./segments.js";

/** A stretch of one role. */
export interface Part extends Stretch {
  role: Role;
  spans: Span[];
  /** Whether it goes on with what the part before began: a long block is cut into several. */
  goesOn: boolean;
}

/** Parts that stand on one line, such as a dateline and the words after it. */
export interface Paragraph extends Stretch {
  role: Role;
  parts: Part[];
  /** Whether the next goes on with it. */
  cut: boolean;
}

/** The paragraphs of `text`, in order. Text outside every block is body. */
export function paragraphs(text: string, blocks: readonly Block[], spans: readonly Span[]): Paragraph[] {
  const parts: Part[] = [];
  let at = 0;
  const push = (start: number, end: number, role: Role) => {
    parts.push(...cut(text, start, end).map((stretch, i) => ({ ...stretch, role, spans: [], goesOn: i > 0 })));
  };
  const plain = (end: number) => {
    if (/\S/.test(text.slice(at, end))) push(at, end, "body");
  };
  for (const { start, end, role } of blocks) {
    if (start < at) continue;
    plain(start);
    push(start, end, role);
    at = end;
  }
  plain(text.length);
  divide(parts, spans);
  return join(text, parts);
}

/** Gives each part the spans that touch it; both are sorted by start. */
function divide(parts: Part[], spans: readonly Span[]): void {
  let first = 0;
  for (const span of spans) {
    while (first < parts.length && parts[first]!.end <= span.start) first += 1;
    for (let i = first; i < parts.length && parts[i]!.start < span.end; i++) parts[i]!.spans.push(span);
  }
}

function join(text: string, parts: Part[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && part.goesOn) last.cut = true;
    if (last && !part.goesOn && !text.slice(last.end, part.start).includes("\n")) {
      last.parts.push(part);
      last.end = part.end;
      last.role = "body";
    } else {
      joined.push({ start: part.start, end: part.end, role: part.role, parts: [part], cut: false });
    }
  }
  return joined;
}
