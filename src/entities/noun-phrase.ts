import type { Group } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { type FindContext, nameCovering, type Referent, referentOf } from './context.ts';
import { isHyphenModifier, type Name } from './names.ts';
import { phraseCovering } from './phrases.ts';
import {
  groupFrom,
  groupOf,
  isPossessivePronoun,
  nounOf,
  sentenceEnd,
  sentenceStart,
  type TextView,
  uposOf,
  xposOf,
} from './text-view.ts';

/** To whom a noun phrase belongs, as its own words say. */
export interface Possessors {
  /** Owner and modifiers, in text order: "[Iran]'s", "[UN]", "[Syrian] …". */
  readonly refs: readonly Referent[];
  /** Start of the phrase with its owner. */
  readonly start: TokenIndex;
  /** "its", "their", …: the owner is found later. */
  readonly pronoun?: TokenIndex;
  readonly definite: boolean;
  readonly indefinite: boolean;
}

const DEFINITE = /^(the|this|that|these|those|both|its|their|his|her|our|my|your)$/;
const INDEFINITE = /^(a|an|some|another|several|many|no|any|few|two|three|four|five|dozens|hundreds|thousands)$/;

/**
 * Reads owner, determiner and modifiers of a group up to the token `before` (where the agent phrase or title starts).
 * "X-backed" is no possessor; "Russian and [Turkish ministers]" takes the adjective across "and" when the noun is plural.
 */
export function possessorsOf(ctx: FindContext, index: GroupIndex, before: TokenIndex, plural: boolean): Possessors {
  const group = ctx.view.doc.groups[index] as Group;
  const refs: Referent[] = [];
  let start = group.start;
  const owner = ownerGroup(ctx.view, index);
  if (owner) {
    refs.push(...namesIn(ctx, owner.start, owner.end));
    start = owner.start;
    if (!refs.length) refs.push(...draftRefs(ctx, owner.head));
  }
  const own = namesIn(ctx, group.start, before);
  const first = own[0];
  if (plural && !owner && first && firstNameStart(ctx, group.start, before) === group.start) {
    const shared = sharedAdjectives(ctx, group.start);
    refs.push(...shared.refs);
    start = Math.min(start, shared.start);
  }
  refs.push(...own);
  const pronoun = isPossessivePronoun(ctx.view, group.start) ? group.start : undefined;
  const determiner = ctx.view.lower[group.start] ?? '';
  return {
    refs,
    start,
    definite: owner !== undefined || pronoun !== undefined || DEFINITE.test(determiner),
    indefinite: INDEFINITE.test(determiner) || uposOf(ctx.view, group.start) === 'NUM',
    ...(pronoun === undefined ? {} : { pronoun }),
  };
}

/** The group before "'s", also where the clause reader saw none. */
export function ownerGroup(view: TextView, index: GroupIndex): Group | undefined {
  const owner = nounOf(view, index)?.owner;
  if (owner !== undefined) return view.doc.groups[owner];
  const start = view.doc.groups[index]?.start ?? 0;
  if (xposOf(view, start - 1) !== 'POS' || start - 2 < sentenceStart(view, start)) return undefined;
  return groupOf(view, start - 2);
}

function namesIn(ctx: FindContext, start: TokenIndex, end: TokenIndex): Referent[] {
  const refs: Referent[] = [];
  for (let i = start; i < end; i++) {
    const name = nameCovering(ctx, i);
    if (!name || name.kind === 'surname' || (name.kind === 'known' && name.reading.type === 'person')) {
      // "the Obama administration": people are mentions already.
      refs.push(...personEndingAt(ctx, i, start));
      continue;
    }
    if (name.span.end <= end && name.span.start >= start && !isHyphenModifier(ctx.view, name.span)) {
      const ref = referentOf(ctx, name);
      if (ref) refs.push(ref);
    }
    i = name.span.end - 1;
  }
  // "in [Syria]'s northern Aleppo": a plain place says less than a country.
  const acting = refs.filter((r) => !r.located);
  return acting.length ? acting : refs;
}

function firstNameStart(ctx: FindContext, start: TokenIndex, end: TokenIndex): TokenIndex | undefined {
  for (let i = start; i < end; i++) {
    const name = nameCovering(ctx, i);
    if (name) return name.span.start;
  }
  return undefined;
}

function personEndingAt(ctx: FindContext, token: TokenIndex, start: TokenIndex): Referent[] {
  const draft = ctx.drafts.endingAt(token + 1).find((d) => d.origin === 'person' && d.span.start >= start);
  return draft ? draftRefs(ctx, draft.head) : [];
}

/** What a mention already made at this head refers to (people, nominals). */
function draftRefs(ctx: FindContext, head: TokenIndex): Referent[] {
  const draft = ctx.drafts.headedBy(head).find((d) => d.links.length > 0);
  if (!draft) return [];
  return draft.links.flatMap((l) => {
    const e = ctx.store.get(l.entity);
    return e ? [{ entity: l.entity, ...(e.country ? { country: e.country } : {}), located: false }] : [];
  });
}

/** "Russian and", "Russian, Iranian and" before the group. */
function sharedAdjectives(ctx: FindContext, start: TokenIndex): { refs: readonly Referent[]; start: TokenIndex } {
  const refs: Referent[] = [];
  let from = start;
  const floor = sentenceStart(ctx.view, start);
  for (let i = start - 1; i > floor; ) {
    if (!/^(and|,|or)$/.test(ctx.view.lower[i] ?? '')) break;
    const name = nameCovering(ctx, i - 1);
    const adjective = name?.kind === 'known' && name.reading.type === 'country' && name.reading.via !== 'name';
    const group = groupOf(ctx.view, i - 1);
    // A group with a head of its own ("the Russian side and Turkish officials") shares nothing.
    if (!name || !adjective || (group && group.end !== name.span.end)) break;
    const ref = referentOf(ctx, name);
    if (!ref) break;
    refs.unshift(ref);
    from = group?.start ?? name.span.start;
    i = from - 1;
  }
  return { refs, start: from };
}

/** Where a complement of a noun phrase ends and what it names. */
export interface Complement {
  readonly preposition: string;
  readonly refs: readonly Referent[];
  readonly start: TokenIndex;
  readonly end: TokenIndex;
}

const CONNECTED = /^(and|,|or)$/;

/** Reads "of Iran and Turkey", "from France", "in Kabul", "for Hamas" that stands right after `end`. */
export function complementAt(
  ctx: FindContext,
  end: TokenIndex,
  prepositions: RegExp,
  list: boolean,
): Complement | undefined {
  const preposition = ctx.view.lower[end] ?? '';
  if (!prepositions.test(preposition) || end >= sentenceEnd(ctx.view, end - 1)) return undefined;
  let group = groupFrom(ctx.view, end + 1);
  if (group?.kind !== 'noun') return undefined;
  const start = group.start;
  const refs: Referent[] = [];
  let last = group.end;
  for (;;) {
    const name = nameCovering(ctx, group.head);
    const ref = name && referentOf(ctx, name);
    if (ref) refs.push(ref);
    else if (refs.length === 0 && isAgent(ctx, group))
      refs.push(...namesIn(ctx, group.start, group.head), ...draftPerson(ctx, group.head));
    else break;
    last = Math.max(group.end, name?.span.end ?? 0);
    if (!list) break;
    let next = last;
    while (CONNECTED.test(ctx.view.lower[next] ?? '')) next++;
    const following: Group | undefined = groupFrom(ctx.view, next);
    if (next === last || following?.kind !== 'noun' || following.start >= sentenceEnd(ctx.view, end)) break;
    // "the Government of Norland and [the Coast Authority]" are two.
    if (ctx.view.lower[following.start] === 'the' && isBody(ctx, following.head) && !isBody(ctx, group.head)) break;
    group = following;
  }
  return { preposition, refs, start, end: last };
}

/** Whose it is, behind an office's field: "the minister of transport [of Norland]". */
export function behindField(ctx: FindContext, field: Complement | undefined): Complement | undefined {
  if (field?.refs.length !== 0 || !/^(of|for)$/.test(field.preposition)) return undefined;
  const owner = complementAt(ctx, field.end, /^of$/, false);
  return owner && owner.refs.length > 0 ? owner : undefined;
}

const isBody = (ctx: FindContext, token: TokenIndex): boolean => {
  const name = nameCovering(ctx, token);
  return name?.kind === 'body' || (name?.kind === 'known' && name.reading.type === 'organization');
};

/** "of the Iranian parliament" says whose; "of Iranian origin" doesn't. */
const isAgent = (ctx: FindContext, group: Group): boolean =>
  draftPerson(ctx, group.head).length > 0 ||
  phraseCovering(ctx.finder.phrases, ctx.view, group.start, group.head, group.end) !== undefined;

const draftPerson = (ctx: FindContext, head: TokenIndex): Referent[] =>
  draftRefs(ctx, head).filter((r) => ctx.store.get(r.entity)?.kind === 'person');

/** Complements that only take up what was spoken of: "the leaders of both countries", "the parliament of the republic". */
const TAKES_UP = /^(?:countr(?:y|ies)|nations?|states?|kingdom|republic|sides|parties|two|both|three|region|world)$/;

/** "the leaders [of the farmers' union]": the phrase says itself whose, so nobody named before is meant. @param end of the phrase */
export function isOfOthers({ view }: FindContext, end: TokenIndex): boolean {
  const group = view.lower[end] === 'of' ? groupFrom(view, end + 1) : undefined;
  return group?.kind === 'noun' && !view.lower.slice(group.start, group.end).some((word) => TAKES_UP.test(word));
}

const LOCATIVE =
  /^(in|near|at|outside|inside|around|of|the|north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|southeast|southwest|across|throughout|along)$/;

/** "north of [Aleppo]", "in southern [Lebanon]": the country where the phrase's people are. */
export function locationAfter(ctx: FindContext, end: TokenIndex): Referent | undefined {
  if (ctx.view.lower[end] === 'of' || ctx.view.lower[end] === 'the') return undefined;
  const limit = Math.min(end + 6, sentenceEnd(ctx.view, end - 1));
  for (let i = end; i < limit; i++) {
    const name: Name | undefined = nameCovering(ctx, i);
    if (name) return referentOf(ctx, name);
    if (!LOCATIVE.test(ctx.view.lower[i] ?? '')) return undefined;
  }
  return undefined;
}
