import { extend } from '../base/extend.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Entity } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';

type Records = Pick<Knowledge, 'countries' | 'places' | 'organizations' | 'people'>;

/**
 * Looks an id up in the gazetteer. The graph needs it for entities that no text names but for which a named one stands ("the Kremlin"
 * acts for Russia). Gives undefined for ids that the gazetteer doesn't have.
 */
export function knownEntities(knowledge: Records): (id: EntityId) => Entity | undefined {
  const makers = new Map<EntityId, () => Entity>();
  for (const r of knowledge.countries) {
    makers.set(`country:${r.id}`, () =>
      extend(base(`country:${r.id}`, r), {
        kind: 'country',
        country: r.id,
        ...(r.iso2 ? { iso3166: r.id } : {}),
      }),
    );
  }
  for (const r of knowledge.places) {
    makers.set(r.id, () =>
      extend(base(r.id, r), {
        kind: 'place',
        subkind: r.kind,
        ...(r.country ? { country: r.country } : {}),
      }),
    );
  }
  for (const r of knowledge.organizations) {
    const [country] = r.countries;
    makers.set(r.id, () =>
      extend(base(r.id, r), {
        kind: 'organization',
        subkind: r.subkind,
        ...(r.sector ? { sector: r.sector } : {}),
        ...(country ? { country } : {}),
      }),
    );
  }
  for (const r of knowledge.people) {
    makers.set(r.id, () =>
      extend(base(r.id, r), {
        kind: 'person',
        ...(r.sector ? { sector: r.sector } : {}),
        ...(r.country ? { country: r.country } : {}),
        ...(r.offices.length > 0 ? { offices: r.offices } : {}),
      }),
    );
  }
  return (id) => makers.get(id)?.();
}

interface GazetteerRecord {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly acronym?: string;
  readonly wikidata?: string;
}

const base = (id: EntityId, record: GazetteerRecord) => ({
  id,
  name: record.name,
  aliases: record.acronym ? [record.acronym, ...record.aliases] : record.aliases,
  known: true,
  ...(record.wikidata ? { wikidata: record.wikidata } : {}),
});
