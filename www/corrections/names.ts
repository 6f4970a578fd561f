/** Whom names stand for, in an article that is being corrected. */

import type { Article, Entity, EntityKind, Mention, WireRange } from "../engine/index.js";

export function entityOf(draft: Article, id: string | null): Entity | null {
  return (id !== null && draft.entities.find((entity) => entity.id === id)) || null;
}

/** The mention at a place, or the shortest around it. */
export function mentionAt(draft: Article, { start, end }: WireRange): Mention | null {
  const around = draft.mentions.filter((mention) => mention.origin !== "rejected" && mention.start <= start && mention.end >= end);
  return around.reduce<Mention | null>((a, b) => (a && a.end - a.start <= b.end - b.start ? a : b), null);
}

/** An id that no other item has. */
export function nextId(prefix: string, items: readonly { id: string }[]): string {
  const numbers = items.map(({ id }) => Number(id.slice(prefix.length)) || 0);
  return `${prefix}${numbers.reduce((a, b) => Math.max(a, b), 0) + 1}`;
}

/** Makes all that `mention` stands for the same as `into`. */
export function merge(draft: Article, mention: Mention, into: string): void {
  const from = mention.entity;
  if (from === into) return;
  if (from === null) mention.entity = into;
  else replaceEntity(draft, from, into);
}

/** Parts a mention, with the others of the same words, from what it was taken for. */
export function split(draft: Article, text: string, mention: Mention): void {
  const words = ({ start, end }: WireRange) => text.slice(start, end).toLowerCase();
  const from = mention.entity;
  const entity = newEntity(draft, mention.kind, text.slice(mention.start, mention.end));
  for (const other of draft.mentions) if (other === mention || (from !== null && other.entity === from && words(other) === words(mention))) other.entity = entity.id;
  const parted = new Set(draft.mentions.filter((other) => other.entity === entity.id).map(({ id }) => id));
  for (const { speaker } of draft.quotes) if (speaker?.mention && parted.has(speaker.mention)) speaker.entity = entity.id;
  for (const { source } of draft.figures) if (source?.mention && parted.has(source.mention)) source.entity = entity.id;
}

/** The entity that other places name with these words, else a new one. */
export function entityNamed(draft: Article, text: string, kind: EntityKind, words: string): Entity {
  const same = (other: string) => other.toLowerCase() === words.toLowerCase();
  const mention = draft.mentions.find(({ entity, origin, start, end }) => entity !== null && origin !== "rejected" && same(text.slice(start, end)));
  return entityOf(draft, mention?.entity ?? null) ?? draft.entities.find(({ name }) => same(name)) ?? newEntity(draft, kind, words);
}

function newEntity(draft: Article, kind: EntityKind, words: string): Entity {
  const name = words.replace(/\s+/g, " ");
  const entity: Entity = { id: nextId("e", draft.entities), kind, name, role: null, country: null, lat: null, lon: null, mentions: [] };
  draft.entities.push(entity);
  return entity;
}

/** Puts one entity in the place of another wherever an item refers to it; null: nobody. */
export function replaceEntity(draft: Article, from: string, into: string | null): void {
  const swap = <K extends "entity" | "side" | "place">(item: { [Key in K]: string | null } | null, key: K) => {
    if (item?.[key] === from) item[key] = into;
  };
  for (const mention of draft.mentions) swap(mention, "entity");
  for (const { speaker } of draft.quotes) swap(speaker, "entity");
  for (const figure of draft.figures) {
    swap(figure.source, "entity");
    swap(figure.victims, "entity");
    swap(figure, "side");
    swap(figure, "place");
  }
  for (const claim of draft.ledger) {
    swap(claim, "side");
    swap(claim, "place");
  }
}
