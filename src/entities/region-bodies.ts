import { foldName, slug } from '../base/fold-name.ts';
import type { Group } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { actorOfPlace, countryRecord, type FindContext, nameCovering } from './context.ts';
import { type Draft, linkTo } from './draft.ts';
import type { Name } from './names.ts';
import { actsOf } from './nominal-drafts.ts';
import { ownerGroup } from './noun-phrase.ts';
import type { Phrase, PhraseMatch } from './phrases.ts';
import { candidatesBefore, firstEntity } from './salience.ts';
import { canonicalBody, statePart, subkindOf, withoutDeterminer } from './state-bodies.ts';
import { textOf } from './text-view.ts';

/** A part of a state that has a government of its own. */
interface Region {
  readonly id: EntityId;
  readonly name: string;
  readonly country?: string;
}

const GOVERNMENT = /(?:^| )(?:government|administration|authorities|authority|cabinet|junta)$/;
const GOVERNED = /^(?:city|region|island)$/;

/** "the Gujarat government", "Derna's police", "the parliament of Sicily": a body of the region, not of its state. */
export function regionDraft(ctx: FindContext, base: Draft, phrase: PhraseMatch, index: GroupIndex): Draft | undefined {
  const governs = GOVERNMENT.test(phrase.text);
  if (!governs && actsOf(phrase) !== 'body') return undefined;
  const region = regionOf(ctx, index, phrase);
  // No continent has a court or a union of its own.
  if (!region || !(governs || region.country)) return undefined;
  const link = linkTo(
    regionBody(ctx, region, governs ? 'government' : canonicalBody(phrase.text), base),
    0.75,
    'modifier',
  );
  return { ...base, kind: 'organization', links: [link], ...(region.country ? { country: region.country } : {}) };
}

/** The place right before the noun, its owner, or the one that "of" names. */
function regionOf(ctx: FindContext, index: GroupIndex, phrase: PhraseMatch): Region | undefined {
  const { view } = ctx;
  const group = view.doc.groups[index] as Group;
  const before = phrase.start > group.start ? nameCovering(ctx, phrase.start - 1) : undefined;
  if (before) return toRegion(ctx, before);
  const owner = ownerGroup(view, index);
  if (owner) return toRegion(ctx, nameCovering(ctx, owner.head));
  if (view.lower[phrase.end] !== 'of') return undefined;
  return toRegion(ctx, nameCovering(ctx, phrase.end + 1));
}

function toRegion(ctx: FindContext, name: Name | undefined): Region | undefined {
  if (name?.kind !== 'known') return undefined;
  const { reading } = name;
  // "the Catalan government": a people's adjective for its region.
  const record = reading.type === 'place' ? reading.record : ctx.finder.index.regionsOfPeoples().get(reading.record.id);
  if (!record) return undefined;
  if (!GOVERNED.test(record.kind) || actorOfPlace(ctx, record.id)) return undefined;
  return { id: record.id, name: record.name, ...(record.country ? { country: record.country } : {}) };
}

const REGIONAL = /^(?:provincial|regional|state|local|municipal|city) (?=\p{L}+$)/u;

/** "the provincial government" after "Quebec": the body of the region last spoken of. */
export function regionalBody(ctx: FindContext, draft: Draft): EntityId | undefined {
  const text = draft.phrase?.text ?? '';
  if (!draft.phrase || !REGIONAL.test(text) || actsOf(draft.phrase) !== 'body') return undefined;
  for (const before of candidatesBefore(ctx, draft.span.start, { sentences: 3, paragraphs: 2 })) {
    const place = ctx.finder.index.places.get(firstEntity(before) ?? '');
    if (before.kind !== 'place' || !place || !GOVERNED.test(place.kind)) continue;
    const noun = text.replace(REGIONAL, '');
    const region = { id: place.id, name: place.name, ...(place.country ? { country: place.country } : {}) };
    return regionBody(ctx, region, GOVERNMENT.test(noun) ? 'government' : canonicalBody(noun), draft);
  }
  return undefined;
}

/** `org:gujarat:government`. */
function regionBody(
  ctx: FindContext,
  region: Region,
  noun: string,
  base: Draft & { readonly phrase?: Phrase },
): EntityId {
  const { id: place, name: regionName, country } = region;
  const name = `${regionName} ${noun}`;
  const listed = ctx.finder.index.organizationsNamed(foldName(name))[0];
  if (listed) return ctx.store.organization(listed).id;
  const id = `org:${place.replace(/^place:/, '')}:${slug(noun)}`;
  const { sector } = base;
  ctx.store.own({ id, kind: 'organization', name, sector, country, subkind: subkindOf(sector ?? '') });
  ctx.store.seen(id, withoutDeterminer(textOf(ctx.view, base.span)));
  if (countryRecord(ctx, country)) statePart(ctx, id, `country:${country}`, base.span);
  return id;
}
