import { extend } from '../base/extend.ts';
import { isAllCaps, slug } from '../base/fold-name.ts';
import type { CountryRecord } from '../knowledge/knowledge.ts';
import type { StandingFact } from '../model/analysis.ts';
import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import type { DraftList } from './draft-list.ts';
import type { EntityStore, StoredEntity } from './entity-store.ts';
import type { Name, NameFinder } from './names.ts';
import type { PairHistory } from './pairs.ts';
import { atIndex, type TextView, textOf } from './text-view.ts';
import { timeFit } from './time-fit.ts';

/** What the passes over one article share. */
export interface FindContext {
  readonly view: TextView;
  readonly finder: NameFinder;
  readonly store: EntityStore;
  readonly names: readonly Name[];
  /** Name that covers the token, or -1. */
  readonly nameAt: Int32Array;
  readonly drafts: DraftList;
  readonly facts: StandingFact[];
  /** What the facts say, to say it once a sentence; see `isStated`. */
  readonly stated: Set<string>;
  /** What the sentences read so far say of pairs; see `findPair`. */
  readonly pairs: PairHistory;
}

/** Who or what a name acts as. */
export interface Referent {
  readonly entity: EntityId;
  /** Gazetteer id of its country. */
  readonly country?: string;
  /** The name is a plain place: it says where somebody is, and only thereby whose they may be. */
  readonly located: boolean;
}

/** The name that the token is part of. */
export const nameCovering = (ctx: FindContext, token: TokenIndex): Name | undefined =>
  atIndex(ctx.names, ctx.nameAt[token]);

/** The state whose capital the place was on the day of the article. */
export function capitalOf(ctx: FindContext, place: string): CountryRecord | undefined {
  const countries = ctx.finder.index.capitals.get(place) ?? [];
  const { date } = ctx.view;
  if (!date) return countries.find((c) => !c.to) ?? countries[0];
  // A dissolved state that still stood that day goes before its successor, whose row may have no beginning.
  return countries.find((c) => c.to && timeFit(c, date) === 2) ?? countries.find((c) => !c.to) ?? countries[0];
}

/** The entity that acts when the name acts; a person's name has none here. */
export function referentOf(ctx: FindContext, name: Name): Referent | undefined {
  if (name.kind === 'surname') return undefined;
  if (name.kind === 'body') return extend(ownBody(ctx, name), { located: false });
  if (name.kind === 'location') return located(ctx, countryInside(ctx, name));
  const { reading } = name;
  if (reading.type === 'person') return undefined;
  if (reading.type === 'country')
    return { entity: ctx.store.country(reading.record).id, country: reading.record.id, located: false };
  if (reading.type === 'organization') {
    const e = ctx.store.organization(reading.record);
    return { entity: e.id, ...(e.country ? { country: e.country } : {}), located: false };
  }
  return actorOfPlace(ctx, reading.record.id) ?? located(ctx, reading.record.country);
}

/** The actor for which a capital or seat stands; undefined for other places. */
export function actorOfPlace(ctx: FindContext, place: string): Referent | undefined {
  const record = ctx.finder.index.places.get(place);
  // Brussels is the Union's seat first.
  const seated = ctx.finder.index.organizations.has(record?.actsFor ?? '');
  const capital = seated ? undefined : capitalOf(ctx, place);
  if (capital) return { entity: ctx.store.country(capital).id, country: capital.id, located: false };
  if (!record?.actsFor) return undefined;
  const country = ctx.finder.index.countries.get(record.actsFor.replace(/^country:/, ''));
  if (country) return { entity: ctx.store.country(country).id, country: country.id, located: false };
  const organization = ctx.finder.index.organizations.get(record.actsFor);
  if (!organization) return undefined;
  const e = ctx.store.organization(organization);
  return { entity: e.id, ...(e.country ? { country: e.country } : {}), located: false };
}

const located = (ctx: FindContext, country: string | undefined): Referent | undefined => {
  const record = country === undefined ? undefined : ctx.finder.index.countries.get(country);
  return record && { entity: ctx.store.country(record).id, country: record.id, located: true };
};

function countryInside(ctx: FindContext, name: Extract<Name, { kind: 'body' | 'location' }>): string | undefined {
  for (const r of name.inside) {
    if (r.type === 'country') return r.record.id;
    if (r.type === 'place') return capitalOf(ctx, r.record.id)?.id ?? r.record.country;
  }
  return undefined;
}

/** "Peru's [Ministry of Mines]". */
function ownerCountry(ctx: FindContext, start: TokenIndex): string | undefined {
  if (!/^['’]s?$/.test(ctx.view.words[start - 1] ?? '')) return undefined;
  const owner = nameCovering(ctx, start - 2);
  return owner?.kind === 'known' && owner.reading.type === 'country' ? owner.reading.record.id : undefined;
}

/** Entity of a body that only this text names. */
function ownBody(ctx: FindContext, name: Extract<Name, { kind: 'body' }>): { entity: EntityId; country?: string } {
  const text = textOf(ctx.view, name.span);
  const long = isAllCaps(text) ? shortenedBy(ctx, name, text) : undefined;
  if (long) return { entity: long.id, ...(long.country ? { country: long.country } : {}) };
  const country = countryInside(ctx, name) ?? ownerCountry(ctx, name.span.start);
  const { subkind, sector } = name.body;
  const key = slug(withoutState(name, text));
  const id = country ? `org:${country}:${key}` : `org:${key}`;
  const e = ctx.store.own({ id, kind: 'organization', name: text, subkind, sector, country });
  return { entity: e.id, ...(country ? { country } : {}) };
}

/** "Ministry of Health [of Norland]" is Norland's "Ministry of Health". */
function withoutState(name: Extract<Name, { kind: 'body' }>, text: string): string {
  const state = name.inside.at(-1);
  const tails = state?.type === 'country' ? [` of ${state.alias}`, ` of the ${state.alias}`] : [];
  const tail = tails.find((t) => text.endsWith(t));
  const rest = tail ? text.slice(0, -tail.length) : text;
  return rest.includes(' ') ? rest : text;
}

/** "Free Nations Party ([FNP])", and "FNP" from then on. */
function shortenedBy(ctx: FindContext, name: Name, text: string): StoredEntity | undefined {
  const { start, end } = name.span;
  const { words } = ctx.view;
  const before = words[start - 1] === '(' && words[end] === ')' ? nameCovering(ctx, start - 2) : undefined;
  const long = before && (before.kind === 'body' || before.kind === 'known') ? referentOf(ctx, before) : undefined;
  const entity = long && ctx.store.get(long.entity);
  if (entity?.kind === 'organization') return entity;
  return ctx.store.organizationCalled(text);
}

/** A place that only this text names. */
export function ownPlace(ctx: FindContext, name: Extract<Name, { kind: 'location' }>): EntityId {
  const known = name.inside.find((r) => r.type === 'place' && r.record.kind !== 'city');
  if (known?.type === 'place') return ctx.store.place(known.record).id;
  const text = textOf(ctx.view, name.span);
  const country = countryInside(ctx, name);
  return ctx.store.own({ id: `place:${slug(text)}`, kind: 'place', name: text, country }).id;
}

/** Country record of an entity, when it has one. */
export const countryRecord = (ctx: FindContext, code: string | undefined): CountryRecord | undefined =>
  code === undefined ? undefined : ctx.finder.index.countries.get(code);

/** Entity of a gazetteer id as offices give it (`IRN`, `org:un`); undefined when there is no such row. */
export function entityOfGazetteerId(ctx: FindContext, id: string): EntityId | undefined {
  const country = ctx.finder.index.countries.get(id);
  if (country) return ctx.store.country(country).id;
  const organization = ctx.finder.index.organizations.get(id);
  if (organization) return ctx.store.organization(organization).id;
  return ctx.store.get(id)?.id;
}

/** `country:IRN` -> `IRN`; other entity ids are gazetteer ids themselves. */
export const gazetteerId = (entity: EntityId): string => entity.replace(/^country:/, '');
