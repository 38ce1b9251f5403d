import { byCode, mostFrequent } from '../base/order.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Entity, EntityKind, Office } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Relation } from '../model/relation.ts';
import { DEFAULT_STATUSES, type NodeAttributes } from './attributes.ts';

/** What all articles together say of one entity. */
interface Gathered {
  readonly entities: Entity[];
  readonly articles: Set<string>;
  /** Names under which the texts have it. */
  readonly names: Set<string>;
  mentions: number;
  acts: boolean;
}

export interface NodeDraft {
  readonly key: EntityId;
  readonly attributes: Omit<NodeAttributes, 'x' | 'y'>;
  /** Some text mentions it as one that acts. */
  readonly acts: boolean;
}

/** Nodes of everything that the articles or the relations name, sorted by id. `lookUp` gives entities that no article lists. */
export function draftNodes(
  analyses: readonly Analysis[],
  relations: readonly Relation[],
  lookUp: (id: EntityId) => Entity | undefined,
): NodeDraft[] {
  const gathered = gather(analyses);
  const tied = tieUp(relations);
  const ids = [...new Set([...gathered.keys(), ...tied.keys()])].sort(byCode);
  return ids.map((key) => {
    const seen = gathered.get(key);
    // The gazetteer knows more names than the texts use; what the texts say goes first.
    const known = lookUp(key);
    const described = [...(seen?.entities ?? []), ...(known ? [known] : [])];
    const entities = described.length > 0 ? described : [unknownEntity(key)];
    const ties = tied.get(key);
    const attributes = toAttributes(entities, seen, ties);
    return { key, attributes, acts: seen?.acts ?? false };
  });
}

function gather(analyses: readonly Analysis[]): Map<EntityId, Gathered> {
  const all = new Map<EntityId, Gathered>();
  const of = (id: EntityId): Gathered => {
    const known = all.get(id) ?? { entities: [], articles: new Set(), names: new Set(), mentions: 0, acts: false };
    all.set(id, known);
    return known;
  };
  for (const { article, document, mentions, links, entities } of analyses) {
    for (const entity of entities) of(entity.id).entities.push(entity);
    const mentionOf = new Map(mentions.map((m) => [m.id, m]));
    const shared = new Map<string, number>();
    for (const link of links) shared.set(link.mention, (shared.get(link.mention) ?? 0) + 1);
    for (const link of links) {
      const mention = mentionOf.get(link.mention);
      if (!mention) continue;
      const entry = of(link.entity);
      entry.mentions++;
      entry.articles.add(article.id);
      if (mention.use === 'actor') entry.acts = true;
      const [first, last] = [document.tokens[mention.span.start], document.tokens[mention.span.end - 1]];
      const alone = shared.get(link.mention) === 1 && mention.form === 'name';
      if (alone && first && last) entry.names.add(article.text.slice(first.start, last.end).replaceAll(/\s+/g, ' '));
    }
  }
  return all;
}

/** What the edges at a node say: where it is told of, and the days of its dated acts that are told as done. */
interface Ties {
  readonly places: Set<string>;
  readonly articles: Set<string>;
  readonly days: string[];
}

function tieUp(relations: readonly Relation[]): Map<EntityId, Ties> {
  const all = new Map<EntityId, Ties>();
  for (const relation of relations) {
    const acts = relation.event !== undefined && DEFAULT_STATUSES.includes(relation.status);
    for (const id of [relation.source, relation.target]) {
      const ties = all.get(id) ?? { places: new Set(), articles: new Set(), days: [] };
      all.set(id, ties);
      for (const { evidence, time } of relation.occurrences) {
        ties.places.add(`${evidence.article} ${evidence.span.start}`);
        ties.articles.add(evidence.article);
        if (acts && time) ties.days.push(time.from, time.to);
      }
    }
  }
  return all;
}

function toAttributes(
  entities: readonly Entity[],
  seen: Gathered | undefined,
  ties: Ties | undefined,
): NodeDraft['attributes'] {
  const pick = <K extends keyof Entity>(field: K): Entity[K] | undefined =>
    entities.find((e) => e[field] !== undefined)?.[field];
  const label = mostFrequent(entities.map((e) => e.name)) ?? '';
  const [subkind, country, sector] = [pick('subkind'), pick('country'), pick('sector')];
  const [iso3166, wikidata] = [pick('iso3166'), pick('wikidata')];
  const offices = mergeOffices(entities);
  const articles = new Set([...(seen?.articles ?? []), ...(ties?.articles ?? [])]);
  const days = [...(ties?.days ?? [])].sort(byCode);
  const [firstDate, lastDate] = [days[0], days.at(-1)];
  return {
    label,
    kind: pick('kind') ?? 'organization',
    ...(subkind ? { subkind } : {}),
    ...(country ? { country } : {}),
    ...(sector ? { sector } : {}),
    ...(iso3166 ? { iso3166 } : {}),
    ...(wikidata ? { wikidata } : {}),
    aliases: mergeAliases(entities, seen, label),
    ...(offices.length > 0 ? { offices } : {}),
    known: entities.some((e) => e.known),
    // Event and issue nodes come from phrases, not from linked mentions: they count where they are told of.
    mentions: Math.max(seen?.mentions ?? 0, ties?.places.size ?? 0),
    articles: articles.size,
    ...(firstDate && lastDate ? { firstDate, lastDate } : {}),
  };
}

function mergeAliases(entities: readonly Entity[], seen: Gathered | undefined, label: string): string[] {
  const names = new Set([...entities.flatMap((e) => [e.name, ...e.aliases]), ...(seen?.names ?? [])]);
  names.delete(label);
  return [...names].sort(byCode);
}

function mergeOffices(entities: readonly Entity[]): Office[] {
  const offices = new Map<string, Office>();
  for (const office of entities.flatMap((e) => e.offices ?? [])) {
    offices.set([office.title, office.of, office.from, office.to].map((v) => v ?? '').join('\u0000'), office);
  }
  return [...offices].sort(([a], [b]) => byCode(a, b)).map(([, office]) => office);
}

const KINDS: Readonly<Record<string, EntityKind>> = {
  country: 'country',
  person: 'person',
  place: 'place',
  event: 'event',
  issue: 'issue',
};

/** Last resort for an id that neither a text nor the gazetteer describes: its own words. */
function unknownEntity(id: EntityId): Entity {
  const [prefix = '', ...rest] = id.split(':');
  const name = rest.join(':').replaceAll('-', ' ') || id;
  return { id, kind: KINDS[prefix] ?? 'organization', name, aliases: [], known: false };
}
