/** A stretch, half-open. */
export interface Stretch {
  start: number;
  end: number;
}

/** A piece of text over which nothing begins or ends, with all that covers it. */
export interface Segment<S extends Stretch> extends Stretch {
  spans: readonly S[];
}

/**
 * Cuts `from..to` at every edge of `spans`, which may nest, overlap and stick out. The pieces cover
 * the stretch without gap; each names its spans in the order given.
 */
export function segments<S extends Stretch>(from: number, to: number, spans: readonly S[]): Segment<S>[] {
  const inside = spans.filter((span) => Math.max(span.start, from) < Math.min(span.end, to));
  const starting = inside.map((span, order) => ({ span, order })).sort((a, b) => a.span.start - b.span.start);
  const cuts = new Set([from, to]);
  for (const span of inside) {
    cuts.add(Math.max(span.start, from));
    cuts.add(Math.min(span.end, to));
  }
  const edges = [...cuts].sort((a, b) => a - b);

  const pieces: Segment<S>[] = [];
  let open: { span: S; order: number }[] = [];
  let next = 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    const start = edges[i]!;
    open = open.filter(({ span }) => span.end > start);
    while (next < starting.length && starting[next]!.span.start <= start) open.push(starting[next++]!);
    const covering = open.toSorted((a, b) => a.order - b.order).map(({ span }) => span);
    pieces.push({ start, end: edges[i + 1]!, spans: covering });
  }
  return pieces;
}
