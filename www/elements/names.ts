import { type TemplateResult, html, nothing } from "lit";
import type { Entity } from "../engine/index.js";
import type { Lookup } from "../engine/lookup.js";
import { countryText } from "./format.js";
import { KINDS, KIND_OF_ENTITY } from "./kinds.js";
import { NewsmarkList, type Row, type Section } from "./list.js";
import { spellings } from "./spellings.js";
import { words } from "./words.js";

/** Rows of entities; using one again goes on to its next mention. */
abstract class EntityList extends NewsmarkList {
  protected override rowOf(id: string): string | null {
    return this.lookup?.mention(id)?.entity ?? id;
  }

  protected override choice(row: string): string {
    const mentions = this.lookup?.entity(row)?.mentions ?? [];
    const at = this.selected === null ? -1 : mentions.indexOf(this.selected);
    return mentions[(at + 1) % mentions.length] ?? row;
  }

  protected section(lookup: Lookup, name: string, title: string, entities: readonly Entity[]): Section {
    return {
      name: `names ${name}`,
      heading: () => html`<h3><span class="name">${title}</span> <span class="about">${entities.length}</span></h3>`,
      rows: entities.toSorted((a, b) => b.mentions.length - a.mentions.length).map((entity) => row(lookup, entity)),
    };
  }
}

/** Who and what the article names, by kind, the most named first; places have a list of their own. */
export class NewsmarkNames extends EntityList {
  protected override get none(): string {
    return words.empty.names;
  }

  protected sections(lookup: Lookup): Section[] {
    const { entities } = lookup.article;
    return KINDS.filter(({ kind }) => kind !== "place").map(({ kind }) =>
      this.section(lookup, kind, words.kinds[kind], entities.filter((entity) => KIND_OF_ENTITY[entity.kind] === kind)),
    );
  }
}

/** Where it is, by country, the most named first. */
export class NewsmarkPlaces extends EntityList {
  protected override get none(): string {
    return words.empty.places;
  }

  protected sections(lookup: Lookup): Section[] {
    const places = lookup.article.entities.filter(({ kind }) => KIND_OF_ENTITY[kind] === "place");
    const countries = new Map<string | null, Entity[]>();
    for (const place of places) countries.set(place.country, [...(countries.get(place.country) ?? []), place]);
    const mentions = (entities: readonly Entity[]) => entities.reduce((sum, { mentions }) => sum + mentions.length, 0);
    return [...countries]
      .sort(([a, x], [b, y]) => Number(a === null) - Number(b === null) || mentions(y) - mentions(x))
      .map(([code, entities]) => this.section(lookup, "place", code === null ? words.noCountry : countryText(code), entities));
  }
}

function row(lookup: Lookup, entity: Entity): Row {
  return { id: entity.id, content: () => content(lookup, entity) };
}

function content(lookup: Lookup, { name, role, mentions, id }: Entity): TemplateResult {
  const written = spellings(lookup, id);
  return html`<span class="top">
      <span class="entity-name" dir="auto">${name}</span>
      ${role ? html`<span class="about">${role}</span>` : nothing}
      <span class="count">${words.mentions(mentions.length)}</span>
    </span>
    ${written.length > 1
      ? html`<span class="meta"><span>${words.names.also}: ${written.map(({ words: as, count }, i) => html`${i > 0 ? ", " : nothing}<bdi>${as}</bdi>${words.names.times(count)}`)}</span></span>`
      : nothing}`;
}
