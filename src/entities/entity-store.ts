import { extend } from '../base/extend.ts';
import { foldName } from '../base/fold-name.ts';
import type { CountryRecord, OrganizationRecord, PersonRecord, PlaceRecord } from '../knowledge/knowledge.ts';
import type { Entity, EntityKind, Office, Sector } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';

/** An entity that is still being added to. `gender` stays inside this stage. */
export interface StoredEntity extends Omit<Entity, 'aliases' | 'offices' | 'sector' | 'country'> {
  readonly forms: Set<string>;
  offices: Office[];
  sector?: Sector;
  country?: string;
  gender?: 'm' | 'f';
  /** For generic groups: the class of its head noun. */
  readonly headClass?: string;
  /** "people", "sailors": whoever they are; see `groupEntity`. */
  faceless?: boolean;
}

/** Fields of an entity that the text introduces. */
export interface NewEntity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly subkind?: string;
  readonly sector?: Sector | undefined;
  readonly country?: string | undefined;
  readonly headClass?: string;
  readonly faceless?: boolean;
}

/** The entities of one article by id. */
export interface EntityStore {
  get(id: EntityId): StoredEntity | undefined;
  country(record: CountryRecord): StoredEntity;
  place(record: PlaceRecord): StoredEntity;
  organization(record: OrganizationRecord): StoredEntity;
  person(record: PersonRecord): StoredEntity;
  own(entity: NewEntity): StoredEntity;
  /** Notes a form of the name that the text has. */
  seen(id: EntityId, form: string): void;
  all(): readonly StoredEntity[];
  /** The first body that the text or the gazetteer added and that the text has called so. */
  organizationCalled(form: string): StoredEntity | undefined;
  /** Generic groups of this class that belong to a state. */
  groupsOfStates(headClass: string): readonly StoredEntity[];
}

/** `IRN` -> `country:IRN`. */
export const countryEntityId = (code: string): EntityId => `country:${code}`;

type Fields = Omit<StoredEntity, 'forms' | 'offices'> & { readonly offices?: readonly Office[] };

/** An empty store; records of the gazetteer and entities of the text are added once, and found again by id. */
export function createEntityStore(): EntityStore {
  const entities = new Map<EntityId, StoredEntity>();
  const groups = new Map<string, StoredEntity[]>();
  /** When an entity was added. */
  const numbers = new Map<StoredEntity, number>();
  const called = new Map<string, StoredEntity>();
  const keep = (id: EntityId, make: () => Fields): StoredEntity => {
    const known = entities.get(id);
    if (known) return known;
    const { offices: held, ...rest } = make();
    const offices: Office[] = [...(held ?? [])];
    const made: StoredEntity = extend(rest, { forms: new Set<string>(), offices });
    entities.set(id, made);
    numbers.set(made, numbers.size);
    const same = groups.get(made.headClass ?? '');
    if (same && made.country) same.push(made);
    else if (made.headClass && made.country) groups.set(made.headClass, [made]);
    return made;
  };
  return {
    get: (id) => entities.get(id),
    all: () => [...entities.values()],
    country: (r) => keep(countryEntityId(r.id), () => countryFields(r)),
    place: (r) => keep(r.id, () => placeFields(r)),
    organization: (r) => keep(r.id, () => organizationFields(r)),
    person: (r) => keep(r.id, () => personFields(r)),
    own: (e) => keep(e.id, () => ownFields(e)),
    organizationCalled: (form) => called.get(form),
    groupsOfStates: (headClass) => groups.get(headClass) ?? [],
    seen: (id, form) => {
      const entity = entities.get(id);
      entity?.forms.add(form);
      if (entity?.kind !== 'organization') return;
      const other = called.get(form);
      if (!other || (numbers.get(entity) ?? 0) < (numbers.get(other) ?? 0)) called.set(form, entity);
    },
  };
}

const common = (r: {
  readonly name: string;
  readonly wikidata?: string;
  readonly from?: string;
  readonly to?: string;
}) => ({
  name: r.name,
  known: true,
  ...(r.wikidata ? { wikidata: r.wikidata } : {}),
  ...(r.from ? { from: r.from } : {}),
  ...(r.to ? { to: r.to } : {}),
});

const countryFields = (r: CountryRecord): Fields =>
  extend(common(r), {
    id: countryEntityId(r.id),
    kind: 'country',
    country: r.id,
    ...(r.iso2 ? { iso3166: r.id } : {}),
  });

const placeFields = (r: PlaceRecord): Fields =>
  extend(common(r), {
    id: r.id,
    kind: 'place',
    subkind: r.kind,
    ...(r.country ? { country: r.country } : {}),
  });

const organizationFields = (r: OrganizationRecord): Fields =>
  extend(common(r), {
    id: r.id,
    kind: 'organization',
    subkind: r.subkind,
    ...(r.sector ? { sector: r.sector } : {}),
    ...(r.countries[0] ? { country: r.countries[0] } : {}),
  });

const personFields = (r: PersonRecord): Fields =>
  extend(common(r), {
    id: r.id,
    kind: 'person',
    ...(r.sector ? { sector: r.sector } : {}),
    ...(r.country ? { country: r.country } : {}),
    ...(r.gender ? { gender: r.gender } : {}),
    offices: r.offices,
  });

const ownFields = (e: NewEntity): Fields => ({
  id: e.id,
  kind: e.kind,
  name: e.name,
  known: false,
  ...(e.subkind ? { subkind: e.subkind } : {}),
  ...(e.sector ? { sector: e.sector } : {}),
  ...(e.country ? { country: e.country } : {}),
  ...(e.headClass ? { headClass: e.headClass } : {}),
  ...(e.faceless ? { faceless: true } : {}),
});

/** The finished record: forms become aliases, sorted, without the name itself. */
export function finishEntity(e: StoredEntity): Entity {
  const { forms, offices, gender: _gender, headClass: _headClass, faceless: _faceless, ...rest } = e;
  const name = foldName(e.name);
  const aliases = [...forms].filter(
    (f) => f !== e.name && (foldName(f) !== name || f.toLowerCase() !== e.name.toLowerCase()),
  );
  return extend(rest, { aliases: aliases.sort(), ...(offices.length ? { offices } : {}) });
}
