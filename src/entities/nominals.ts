import type { AgentNoun } from '../knowledge/knowledge.ts';
import type { Group } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { countryRecord, type FindContext, nameCovering, type Referent } from './context.ts';
import { type Draft, type DraftLink, linkTo } from './draft.ts';
import { groupEntity, isCollective } from './groups.ts';
import { type Complement, complementAt, locationAfter, type Possessors, possessorsOf } from './noun-phrase.ts';
import { appositionAfter } from './offices.ts';
import { type Phrase, type PhraseMatch, phraseCovering } from './phrases.ts';
import { stateBody } from './state-bodies.ts';
import { lemmaOf, sentenceEnd, uposOf } from './text-view.ts';

/** Bodies that act for their state rather than for themselves. */
const ACTS_FOR_STATE = /\b(embassy|consulate|consulate general|diplomatic mission|permanent mission|high commission)$/;
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

/** Mentions for noun groups whose head is an agent noun: "top Russian officials", "the Syrian army", "militants north of Aleppo". */
export function addNominals(ctx: FindContext): void {
  ctx.view.doc.groups.forEach((group, index) => {
    if (group.kind !== 'noun') return;
    const draft = nominalAt(ctx, group, index);
    if (draft) ctx.drafts.push(draft);
  });
}

function nominalAt(ctx: FindContext, group: Group, index: GroupIndex): Draft | undefined {
  const { view, finder } = ctx;
  const head = actingHead(ctx, group);
  if (nameCovering(ctx, head) || uposOf(view, head) === 'PRON') return undefined;
  if (ctx.drafts.some((d) => d.head === head)) return undefined;
  const phrase = phraseCovering(finder.phrases, view, group.start, head, sentenceEnd(view, head));
  if (!phrase || phrase.title?.rank === 'honorific') return undefined;
  // "self-government", "counter-offensive force": the second half of a compound is no noun of its own.
  if (view.words[phrase.start - 1] === '-' && phrase.start - 1 > group.start && !nameCovering(ctx, phrase.start - 2))
    return undefined;
  const before = possessorsOf(ctx, index, phrase.start, phrase.plural || phrase.agent?.number !== 'sg');
  const after = complementAt(ctx, phrase.end, /^(of|from|in|at|for|with)$/, true);
  const refs = before.refs.length ? before.refs : inheritedRefs(ctx, group, before);
  const own =
    refs.length || before.pronoun !== undefined || isTakenFrom(ctx, index, after) ? refs : refsAfter(after, phrase);
  const base: Draft = {
    span: { start: before.start, end: Math.max(phrase.end, head === group.head ? group.end : 0) },
    head,
    form: 'nominal',
    kind: 'organization',
    use: 'actor',
    origin: 'nominal',
    phrase,
    plural: phrase.plural,
    definite: before.definite || (uposOf(view, group.start) !== 'DET' && phrase.plural),
    links: [],
    ...(phrase.sector ? { sector: isForces(phrase) ? 'MIL' : phrase.sector } : {}),
  };
  const acts = actsOf(phrase);
  if (isBareNoun(ctx, group, phrase, before)) return undefined;
  if (!phrase.plural || acts === 'person') {
    const person = apposedPerson(ctx, index, base.span.end);
    if (person) return withCountry({ ...base, kind: 'person', links: [linkTo(person, 0.9, 'apposition')] }, own);
  }
  const nominal = { ctx, base, phrase, before, refs: own, group };
  if (acts === 'group') return groupDraft(nominal);
  if (acts === 'body') return bodyDraft(nominal);
  return stateDraft(nominal);
}

/** "in force", "by court": a single noun without any word before it is no actor. */
function isBareNoun(ctx: FindContext, group: Group, phrase: PhraseMatch, before: Possessors): boolean {
  if (phrase.plural || phrase.agent?.number !== 'sg' || before.refs.length || phrase.start !== group.start)
    return false;
  return (
    ctx.view.lower[phrase.start] === ctx.view.words[phrase.start] &&
    /^(force|court|office|hospital|university|school|church|state|bank|business|community|party|power)$/.test(
      phrase.text,
    )
  );
}

/** "militants north of Aleppo": the direction that the group ends in is not its noun. */
function actingHead(ctx: FindContext, group: Group): TokenIndex {
  const { view } = ctx;
  const direction =
    DIRECTION.test(view.lower[group.head] ?? '') &&
    group.head > group.start &&
    /^(of|from)$/.test(view.lower[group.end] ?? '');
  return direction ? group.head - 1 : group.head;
}

const DIRECTION = /^(north|south|east|west|northeast|northwest|southeast|southwest|inside|outside|near)$/;

/** "Forces" without a word of whose are soldiers. */
const isForces = (phrase: Phrase): boolean => phrase.plural && /^forces?$/.test(phrase.text);

/** For whom the noun acts; office titles that are no agent nouns are people. */
export const actsOf = (phrase: Phrase): AgentNoun['acts'] => {
  if (isForces(phrase)) return 'body';
  return isCollective(phrase) ? 'group' : (phrase.agent?.acts ?? 'person');
};

/** "withdraw troops from Syria": where they leave, not whose they are. */
function isTakenFrom(ctx: FindContext, index: GroupIndex, after: Complement | undefined): boolean {
  const role = ctx.view.clauses.nouns[index]?.role;
  if (after?.preposition !== 'from' || role?.slot === 'oblique') return false;
  const verb = ctx.view.clauses.predicates[role?.predicate ?? -1]?.lemma ?? '';
  return /^(withdraw|pull|evacuate|remove|expel|deport|recall|release|free|return|move|bring|fly|flee|protect|escape|airlift|withdrawn|come|rescue)$/.test(
    verb,
  );
}

interface Nominal {
  readonly ctx: FindContext;
  readonly base: Draft;
  readonly phrase: PhraseMatch;
  readonly before: Possessors;
  readonly refs: readonly Referent[];
  readonly group: Group;
}

/** "of X" says whose; "in X" only for governments; "for X" for spokespeople. */
function refsAfter(after: Complement | undefined, phrase: PhraseMatch): readonly Referent[] {
  if (!after) return [];
  const acts = actsOf(phrase);
  if (after.preposition === 'of' || after.preposition === 'from') return after.refs;
  if (after.preposition === 'for') return /spokes|representative|envoy/.test(phrase.text) ? after.refs : [];
  if (after.preposition === 'in' || after.preposition === 'at')
    return acts === 'country' || acts === 'group' ? after.refs.slice(0, 1) : [];
  return [];
}

/** "the Syrian government and [opposition groups]": a second conjunct without determiner shares the modifier of the first. */
function inheritedRefs(ctx: FindContext, group: Group, before: Possessors): readonly Referent[] {
  const { view } = ctx;
  if (before.indefinite || /^(the|its|their|his|her|these|those)$/.test(view.lower[group.start] ?? '')) return [];
  if (view.lower[group.start - 1] !== 'and') return [];
  const first = ctx.drafts.find((d) => d.form === 'nominal' && d.span.end === group.start - 1);
  if (!first?.links.length) return [];
  return first.links.flatMap((l): Referent[] => {
    const country = countryRecord(ctx, ctx.store.get(l.entity)?.country);
    return country ? [{ entity: ctx.store.country(country).id, country: country.id, located: false }] : [];
  });
}

/** The person named in apposition right after ("Norway's minister, X,") or right before ("X, Norway's minister,"). */
function apposedPerson(ctx: FindContext, index: GroupIndex, end: TokenIndex): EntityId | undefined {
  const people = ctx.drafts.filter((d) => d.origin === 'person');
  const head = ctx.view.doc.groups[index]?.head ?? -1;
  for (const p of people) {
    const own = ctx.view.groupAt[p.head] ?? -1;
    if (p.span.start === end) return p.links[0]?.entity;
    if (own < 0 || own === index) continue;
    if (appositionAfter(ctx, own, p.span.end) === index) return p.links[0]?.entity;
    if (p.head > head && p.head < end + 16 && appositionAfter(ctx, index, end) === own) return p.links[0]?.entity;
    const after = complementAt(ctx, end, /^(of|for|to)$/, false);
    if (
      after &&
      ctx.view.words[after.end] === ',' &&
      p.span.start === after.end + 1 &&
      !ctx.view.clauses.nouns[own]?.role
    )
      return p.links[0]?.entity;
  }
  return undefined;
}

const withCountry = (draft: Draft, refs: readonly Referent[]): Draft => {
  const countries = new Set(refs.flatMap((r) => (r.country ? [r.country] : [])));
  const [country] = countries;
  return countries.size === 1 && country ? { ...draft, country } : draft;
};

const isState = (r: Referent): boolean => r.country !== undefined && r.entity === `country:${r.country}`;

/** "Putin's spokesman" acts for the country. */
function sideOf(ctx: FindContext, r: Referent): EntityId {
  const country = ctx.store.get(r.entity)?.kind === 'person' ? countryRecord(ctx, r.country) : undefined;
  return country ? ctx.store.country(country).id : r.entity;
}

/** Officials, governments, ministers: they act for the state or body that their words name. */
function stateDraft(n: Nominal): Draft | undefined {
  // "Iranian Foreign Ministry officials": the body says more than its country.
  const named = new Set(n.refs.flatMap((r) => (isState(r) ? [] : (r.country ?? []))));
  const bodies = n.refs.filter((r) => !isState(r) || !named.has(r.country ?? ''));
  const links = unique(bodies.map((r) => linkTo(sideOf(n.ctx, r), r.located ? 0.6 : 0.85, 'modifier')));
  const states = n.phrase.plural && /^(country|nation|state)$/.test(n.phrase.text);
  if (!links.length && WEAK.has(n.phrase.text) && !n.before.definite && !states) return undefined;
  const kind = links.length
    ? (n.ctx.store.get(links[0]?.entity ?? '')?.kind ?? 'country')
    : n.phrase.agent?.acts === 'country'
      ? 'organization'
      : 'person';
  return withCountry({ ...n.base, kind, links, open: !links.length || isReferring(n) }, n.refs);
}

/** "the senior Iranian official", "the French president": may be a person the article named before. */
const isReferring = (n: Nominal): boolean => n.before.definite && !n.phrase.plural && !n.before.indefinite;

/** Armies, ministries, parliaments: bodies of their own once a country is known. */
function bodyDraft(n: Nominal): Draft | undefined {
  const { ctx, phrase } = n;
  const acting = n.refs.filter((r) => !r.located);
  const refs = acting.length ? acting : n.refs;
  if (!refs.length) return WEAK.has(phrase.text) && !n.before.definite ? undefined : { ...n.base, open: true };
  const links = refs.map((r): DraftLink => {
    const country = countryRecord(ctx, r.country);
    if (!country || !isState(r)) return linkTo(r.entity, 0.8, 'modifier');
    if (ACTS_FOR_STATE.test(phrase.text)) return linkTo(r.entity, 0.85, 'embassy');
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
  if (bodies.length && OUTSIDERS.test(phrase.text)) return { ...n.base, open: false, links: [] };
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
    return {
      ...n.base,
      open: !own,
      links: own ? [linkTo(groupEntity(ctx, undefined, phrase, descriptor, words), 0.6, 'group')] : [],
    };
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
    entity = stateBody(ctx, owner.country, phrase.text, { base: draft, phrase });
  draft.links = [linkTo(entity, confidence, rule)];
  draft.kind = ctx.store.get(entity)?.kind ?? draft.kind;
  if (owner.country) draft.country ??= owner.country;
}

const unique = (links: readonly DraftLink[]): DraftLink[] => {
  const seen = new Set<EntityId>();
  return links.filter((l) => !seen.has(l.entity) && seen.add(l.entity));
};
