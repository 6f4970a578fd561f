/** The line from a quote to its speaker, or from a figure to its source. */

/** An element, or a range of words. */
type Boxed = Pick<Element, "getClientRects">;

interface Point {
  x: number;
  y: number;
}

/** Draws the line within `sheet`, which holds both ends, into its `path`; without both there is none. */
export function drawLine(sheet: Element, path: SVGPathElement, ends: readonly [from: readonly Boxed[], to: Boxed] | null): void {
  const shape = ends ? shapeOf(sheet.getBoundingClientRect(), ends[0].flatMap(boxes), boxes(ends[1])) : null;
  if (shape === null) path.removeAttribute("d");
  else path.setAttribute("d", shape);
}

function boxes(words: Boxed): DOMRect[] {
  return [...words.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
}

function shapeOf(sheet: DOMRect, from: readonly DOMRect[], to: readonly DOMRect[]): string | null {
  const target = to[0];
  const [first, last] = [from[0], from.at(-1)];
  if (!target || !first || !last) return null;
  // From the end of the words that is nearer to the name.
  const behind = target.top > last.top || (target.top === last.top && target.left >= last.left);
  const start = behind ? last : first;
  const x = (box: DOMRect, at: number) => box.left + box.width * at - sheet.left;
  const sameLine = Math.abs(start.top - target.top) < start.height / 2;
  if (sameLine) {
    const y = Math.min(start.top, target.top) - sheet.top;
    const [a, b] = [{ x: x(start, behind ? 1 : 0), y }, { x: x(target, 0.5), y: target.top - sheet.top }];
    const lift = Math.min(16, 6 + Math.abs(b.x - a.x) / 10);
    return `${move(a)}C${at(a.x, a.y - lift)} ${at(b.x, b.y - lift)} ${at(b.x, b.y)}${ring(b)}`;
  }
  const below = target.top > start.top;
  const a = { x: x(start, behind ? 1 : 0), y: (below ? start.bottom : start.top) - sheet.top };
  const b = { x: x(target, 0.5), y: (below ? target.top : target.bottom) - sheet.top };
  const bend = (b.y - a.y) / 2 + (below ? 8 : -8);
  return `${move(a)}C${at(a.x, a.y + bend)} ${at(b.x, b.y - bend)} ${at(b.x, b.y)}${ring(b)}`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function move({ x, y }: Point): string {
  return `M${at(x, y)}`;
}

/** A small ring at the name's end, so that the line has a direction without colour. */
function ring({ x, y }: Point): string {
  return `M${at(x - 3, y)}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`;
}
