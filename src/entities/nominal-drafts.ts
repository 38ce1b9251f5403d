import { extend } from '../base/extend.ts';
import type { AgentNoun } from '../knowledge/knowledge.ts';
import type { Group } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { OFFICIAL } from './actor-codes.ts';
import { countryRecord, type FindContext, nameCovering, type Referent, referentOf } from './context.ts';
import { type Draft, type DraftLink, linkTo } from './draft.ts';
import { groupEntity, isCollective } from './groups.ts';
import { locationAfter, type Possessors } from './noun-phrase.ts';
import type { Phrase, PhraseMatch } from './phrases.ts';
import { stateBody } from './state-bodies.ts';
import { isHyphen, lemmaOf, uposOf } from './text-view.ts';

/** Bodies that act for their state rather than for themselves. */
const ACTS_FOR_STATE =
  /\b(embassy|consulate|consulate general|diplomatic mission|permanent mission|high commission|palace)$/;
/** Sectors whose bodies a state has many of. */
const MANY = /^(?:BUS|JRN|EDU|NGO|MED|AGR|LAB|SOC|CVL|REL)$/;
/** Agent nouns that are far more often no actor: "the capital", "business", "the public". */
const WEAK = new Set([
  'capital',
  'state',
  'republic',
  'nation',
  'country',
  'kingdom',
  'side',
  'business',
  'community',
  'child',
  'actor',
  'bank',
  'authority',
]);

/** A noun group that acts, and what its own words tell about whose it is. */
export interface Nominal {
  readonly ctx: FindContext;
  readonly base: Draft;
  readonly phrase: PhraseMatch;
  readonly before: Possessors;
  readonly refs: readonly Referent[];
  readonly group: Group;
}

/** "Forces" without a word of whose are soldiers. */
export const isForces = (phrase: Phrase): boolean => phrase.plural && /^forces?$/.test(phrase.text);

/** A state by what it is, not by who speaks for it. */
export const isLand = (phrase: Phrase): boolean => /^(?:country|nation|state|kingdom|republic)$/.test(phrase.text);

/** For whom the noun acts; office titles that are no agent nouns are people. */
export const actsOf = (phrase: Phrase): AgentNoun['acts'] => {
  if (isForces(phrase)) return 'body';
  return isCollective(phrase) ? 'group' : (phrase.agent?.acts ?? 'person');
};

/** The country, when all that the words name is of one. */
export const withCountry = (draft: Draft, refs: readonly Referent[]): Draft => {
  const countries = new Set(refs.flatMap((r) => (r.country ? [r.country] : [])));
  const [country] = countries;
  return countries.size === 1 && country ? extend(draft, { country }) : draft;
};

const isState = (r: Referent): boolean => r.country !== undefined && r.entity === `country:${r.country}`;

/** "Putin's spokesman" acts for the country, the spokesman of a critic for that man. */
function sideOf(ctx: FindContext, r: Referent): EntityId {
  const e = ctx.store.get(r.entity);
  const country = e?.kind === 'person' && OFFICIAL.has(e.sector ?? '') ? countryRecord(ctx, r.country) : undefined;
  return country ? ctx.store.country(country).id : r.entity;
}

/** The mention by what its noun acts for; undefined where it is no actor. */
export function actorDraft(n: Nominal): Draft | undefined {
  const leader = n.refs.length > 0 ? undefined : leaderOf(n);
  if (leader) {
    const kind = n.ctx.store.get(leader.entity)?.kind ?? n.base.kind;
    return withCountry({ ...n.base, kind, links: [linkTo(leader.entity, 0.65, 'led')] }, [leader]);
  }
  const acts = actsOf(n.phrase);
  if (acts === 'group') return groupDraft(n);
  return acts === 'body' ? bodyDraft(n) : stateDraft(n);
}

const FORCE = /(?:force|forces|troops|army|navy|fleet|coalition|alliance|mission|peacekeeper|operation)$/;

/** "a [French]-led force": who leads it acts with it. */
function leaderOf({ ctx, phrase, group }: Nominal): Referent | undefined {
  if (!FORCE.test(phrase.text)) return undefined;
  for (let i = group.start; i < phrase.start; i++) {
    const name = nameCovering(ctx, i);
    const led = name && isHyphen(ctx.view.words[name.span.end]) && ctx.view.lower[name.span.end + 1] === 'led';
    if (led) return referentOf(ctx, name);
  }
  return undefined;
}

/** Officials, governments, ministers: they act for the state or body that their words name. */
function stateDraft(n: Nominal): Draft | undefined {
  // "the Union's largest country", "the rebels' capital": neither is who owns it.
  if (
    (isLand(n.phrase) || n.phrase.text === 'capital') &&
    !n.phrase.plural &&
    n.refs.some((r) => n.ctx.store.get(r.entity)?.kind === 'organization')
  )
    return extend(n.base, { links: [], open: false });
  // "Iranian Foreign Ministry officials": the body says more than its country.
  const named = new Set(n.refs.flatMap((r) => (isState(r) ? [] : (r.country ?? []))));
  const bodies = n.refs.filter((r) => !isState(r) || !named.has(r.country ?? ''));
  const links = unique(bodies.map((r) => linkTo(ownerOrGroup(n, r), r.located ? 0.6 : 0.85, 'modifier')));
  const states = n.phrase.plural && /^(country|nation|state)$/.test(n.phrase.text);
  if (!links.length && WEAK.has(n.phrase.text) && !n.before.definite && !states) return undefined;
  const kind = links.length
    ? (n.ctx.store.get(links[0]?.entity ?? '')?.kind ?? 'country')
    : n.phrase.agent?.acts === 'country'
      ? 'organization'
      : 'person';
  return withCountry(extend(n.base, { kind, links, open: !links.length || isReferring(n) }), n.refs);
}

/** "a Chadian journalist" acts for nobody but those of his kind, "a Chadian minister" for Chad. */
function ownerOrGroup({ ctx, phrase, base }: Nominal, r: Referent): EntityId {
  const isPrivate = actsOf(phrase) === 'person' && phrase.sector !== '' && !OFFICIAL.has(phrase.sector);
  return isPrivate && r.country && isState(r) ? groupEntity(ctx, r.country, phrase, '', base.span) : sideOf(ctx, r);
}

/** "the senior Iranian official", "the French president": may be a person the article named before. */
const isReferring = (n: Nominal): boolean => n.before.definite && !n.phrase.plural && !n.before.indefinite;

/** Armies, ministries, parliaments: bodies of their own once a country is known. */
function bodyDraft(n: Nominal): Draft | undefined {
  const { ctx, phrase } = n;
  const acting = n.refs.filter((r) => !r.located);
  const refs = acting.length ? acting : n.refs;
  // "Navalny's newspaper" is not the man.
  const owned = refs.length > 0 && refs.every((r) => ctx.store.get(r.entity)?.kind === 'person');
  if (owned && !(OFFICIAL.has(phrase.sector) && !/party$/.test(phrase.text))) return extend(n.base, { open: false });
  if (!refs.length) return WEAK.has(phrase.text) && !n.before.definite ? undefined : extend(n.base, { open: true });
  const links = refs.map((r): DraftLink => {
    const country = countryRecord(ctx, r.country);
    if (!country || !isState(r)) return linkTo(r.entity, 0.8, 'modifier');
    if (ACTS_FOR_STATE.test(phrase.text)) return linkTo(r.entity, 0.85, 'embassy');
    // "German banks", "a French daily": many of a kind, and none of them a part of the state.
    if (MANY.test(phrase.sector))
      return linkTo(groupEntity(ctx, country.id, phrase, '', n.base.span), r.located ? 0.5 : 0.7, 'group');
    const body = stateBody(ctx, country.id, phrase.text, n);
    return linkTo(body, r.located ? 0.55 : 0.8, 'modifier');
  });
  const draft = withCountry({ ...n.base, links: unique(links) }, refs);
  const kind = ctx.store.get(links[0]?.entity ?? '')?.kind;
  return kind ? { ...draft, kind } : draft;
}

/** Protesters, rebels, civilians: unnamed groups, told apart by country and head noun. */
function groupDraft(n: Nominal): Draft | undefined {
  const { ctx, phrase, group } = n;
  const bodies = n.refs.filter((r) => !isState(r) && ctx.store.get(r.entity)?.kind !== 'person');
  // "the NATO member", "Hezbollah supporters": others than the body that they are named after.
  if (bodies.length && OUTSIDERS.test(phrase.text)) return extend(n.base, { open: false, links: [] });
  if (bodies.length) {
    const links = unique(bodies.map((r) => linkTo(r.entity, 0.8, 'modifier')));
    return withCountry({ ...n.base, links }, bodies);
  }
  if (WEAK.has(phrase.text) && !n.refs.length) return undefined;
  const place = n.refs.length ? undefined : locationAfter(ctx, n.base.span.end);
  const owners = n.refs.length ? n.refs : place ? [place] : [];
  const words: Span = { start: group.start, end: n.base.span.end };
  const countries = [...new Set(owners.flatMap((r) => (r.country ? [r.country] : [])))];
  if (!countries.length) {
    const descriptor = descriptorOf(ctx, group, phrase);
    // "a second rebel group" is none of those named before; "rebels" may be.
    const own = descriptor || (n.before.indefinite && !phrase.plural);
    const links = own ? [linkTo(groupEntity(ctx, undefined, phrase, descriptor, words), 0.6, 'group')] : [];
    return extend(n.base, { open: !own, links });
  }
  const links = countries.map((c) =>
    linkTo(
      groupEntity(ctx, c, phrase, descriptorOf(ctx, group, phrase), words),
      place || owners[0]?.located ? 0.6 : 0.75,
      'group',
    ),
  );
  return withCountry({ ...n.base, links }, owners);
}

const OUTSIDERS =
  /^(?:member|member state|ally|partner|neighbour|neighbor|rival|opponent|critic|supporter|sympathiser|sympathizer|foe|enemy|backer|donor|victim|defector|prisoner|hostage)$/;

/** Words that tell a group from others of its kind ("Takfiri militants"), without countries, numbers and determiners. */
function descriptorOf(ctx: FindContext, group: Group, phrase: PhraseMatch): string {
  const words: string[] = [];
  for (let i = group.start; i < phrase.start; i++) {
    const name = nameCovering(ctx, i);
    if (name) {
      i = name.span.end - 1;
      continue;
    }
    if (uposOf(ctx.view, i) === 'PROPN' || (uposOf(ctx.view, i) === 'ADJ' && !PLAIN.test(lemmaOf(ctx.view, i))))
      words.push(ctx.view.words[i] ?? '');
  }
  return words.join(' ');
}

const PLAIN =
  /^(least|past|many|several|other|more|most|few|some|local|young|old|new|senior|top|key|main|major|leading|first|second|last|own|such|same|dead|armed|unarmed|innocent|peaceful|angry|suspected|alleged|unknown|unidentified|various|different|ordinary|fellow|masked|certain|moderate|all)$/;

/** Gives a nominal the owner that only context told ("its army", "the government"). */
export function linkToOwner(ctx: FindContext, draft: Draft, owner: Referent, confidence: number, rule: string): void {
  const { phrase } = draft;
  if (!phrase) return;
  const acts = actsOf(phrase);
  const state = owner.country !== undefined && isState(owner);
  let entity = owner.entity;
  if (acts === 'group' && owner.country && state) entity = groupEntity(ctx, owner.country, phrase, '', draft.span);
  else if (acts === 'body' && owner.country && state && !ACTS_FOR_STATE.test(phrase.text))
    entity = stateBody(ctx, owner.country, phrase.text, { base: draft, phrase, byContext: rule === 'context' });
  draft.links = [linkTo(entity, confidence, rule)];
  draft.kind = ctx.store.get(entity)?.kind ?? draft.kind;
  if (owner.country) draft.country ??= owner.country;
}

const unique = (links: readonly DraftLink[]): DraftLink[] => {
  const seen = new Set<EntityId>();
  return links.filter((l) => !seen.has(l.entity) && seen.add(l.entity));
};
