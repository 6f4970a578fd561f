import { type TemplateResult, html, nothing } from "lit";
import type { Entity } from "../engine/index.js";
import { KINDS, KIND_OF_ENTITY, type Kind } from "./kinds.js";
import { NewsmarkList, type Section } from "./list.js";
import type { Lookup } from "../engine/lookup.js";
import { words } from "./words.js";

/** Who and what the article names, by kind, the most named first. */
export class NewsmarkNames extends NewsmarkList {
  protected readonly none = words.empty.names;

  protected override rowOf(id: string): string | null {
    return this.lookup?.mention(id)?.entity ?? id;
  }

  /** Using a row again goes on to the next mention. */
  protected override choice(row: string): string {
    const mentions = this.lookup?.entity(row)?.mentions ?? [];
    const at = this.selected === null ? -1 : mentions.indexOf(this.selected);
    return mentions[(at + 1) % mentions.length] ?? row;
  }

  protected sections(lookup: Lookup): Section[] {
    const { entities } = lookup.article;
    return KINDS.map(({ kind }) => section(kind, entities.filter((entity) => KIND_OF_ENTITY[entity.kind] === kind)));
  }
}

function section(kind: Kind, entities: readonly Entity[]): Section {
  return {
    name: `names ${kind}`,
    heading: () => html`<h3><span class="name">${words.kinds[kind]}</span> <span class="about">${entities.length}</span></h3>`,
    rows: entities
      .toSorted((a, b) => b.mentions.length - a.mentions.length)
      .map((entity) => ({ id: entity.id, content: () => content(entity) })),
  };
}

function content({ name, role, mentions }: Entity): TemplateResult {
  return html`<span class="top">
    <span class="entity-name" dir="auto">${name}</span>
    ${role ? html`<span class="about">${role}</span>` : nothing}
    <span class="count">${words.mentions(mentions.length)}</span>
  </span>`;
}
