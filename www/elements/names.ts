import { type TemplateResult, html, nothing } from "lit";
import type { Entity } from "../engine/index.js";
import { KINDS, KIND_OF_ENTITY, type Kind } from "./kinds.js";
import { NewsmarkList } from "./list.js";
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

  protected rows(lookup: Lookup): TemplateResult | null {
    const { entities } = lookup.article;
    if (entities.length === 0) return null;
    return html`${KINDS.map(({ kind }) => this.#kind(kind, entities.filter((entity) => KIND_OF_ENTITY[entity.kind] === kind)))}`;
  }

  #kind(kind: Kind, entities: Entity[]): TemplateResult | typeof nothing {
    if (entities.length === 0) return nothing;
    const most = entities.toSorted((a, b) => b.mentions.length - a.mentions.length);
    return html`<section class="names ${kind}">
      <h3><span class="name">${words.kinds[kind]}</span> <span class="about">${entities.length}</span></h3>
      <ul class="rows">${most.map((entity) => this.row(entity.id, content(entity)))}</ul>
    </section>`;
  }
}

function content({ name, role, mentions }: Entity): TemplateResult {
  return html`<span class="top">
    <span class="entity-name" dir="auto">${name}</span>
    ${role ? html`<span class="about">${role}</span>` : nothing}
    <span class="count">${words.mentions(mentions.length)}</span>
  </span>`;
}
