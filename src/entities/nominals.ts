import { isCapitalized } from '../base/fold-name.ts';
import { NOWHERE } from '../base/nowhere.ts';
import type { Group } from '../model/document.ts';
import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { countryRecord, type FindContext, nameCovering, type Referent } from './context.ts';
import { mayMean } from './described-bodies.ts';
import { type Draft, linkTo } from './draft.ts';
import { actorDraft, actsOf, isForces, isLand, withCountry } from './nominal-drafts.ts';
import { speakerBefore } from './nominal-modifiers.ts';
import { behindField, type Complement, complementAt, type Possessors, possessorsOf } from './noun-phrase.ts';
import { appositionAfter, titleBefore } from './offices.ts';
import { type PhraseMatch, phraseCovering } from './phrases.ts';
import { isNoBody } from './process-nouns.ts';
import { regionDraft } from './region-bodies.ts';
import { useOfPlaceName } from './role.ts';
import { isServed } from './served.ts';
import { sentenceEnd, type TextView, uposOf } from './text-view.ts';

/** Mentions for noun groups whose head is an agent noun: "top Russian officials", "the Syrian army", "militants north of Aleppo". */
export function addNominals(ctx: FindContext): void {
  ctx.view.doc.groups.forEach((group, index) => {
    if (group.kind !== 'noun') return;
    const speaker = speakerBefore(ctx, group);
    for (const g of speaker ? [speaker, group] : [group]) {
      const draft = nominalAt(ctx, g, index);
      if (draft) ctx.drafts.add(draft);
    }
  });
}

function nominalAt(ctx: FindContext, group: Group, index: GroupIndex): Draft | undefined {
  const { view, finder } = ctx;
  const head = actingHead(ctx, group);
  if (nameCovering(ctx, head) || uposOf(view, head) === 'PRON') return undefined;
  if (ctx.drafts.headedBy(head).length > 0) return undefined;
  const phrase = phraseCovering(finder.phrases, view, group.start, head, sentenceEnd(view, head));
  if (!phrase || phrase.title?.rank === 'honorific') return undefined;
  // "self-government", "counter-offensive force": the second half of a compound is no noun of its own.
  if (view.words[phrase.start - 1] === '-' && phrase.start - 1 > group.start && !nameCovering(ctx, phrase.start - 2))
    return undefined;
  const before = possessorsOf(ctx, index, behindName(ctx, phrase), phrase.plural || phrase.agent?.number !== 'sg');
  const behind = complementAt(ctx, phrase.end, /^(of|from|in|at|for|with)$/, true);
  const after = (phrase.title && behindField(ctx, behind)) ?? behind;
  const refs = before.refs.length ? before.refs : inheritedRefs(ctx, group, before);
  if (isNoBody(ctx, phrase, { ...before, refs })) return undefined;
  const own =
    refs.length || before.pronoun !== undefined || isTakenFrom(ctx, index, after) ? refs : refsAfter(after, phrase);
  const base: Draft = {
    span: { start: before.start, end: Math.max(phrase.end, head === group.head ? group.end : 0) },
    head,
    form: 'nominal',
    kind: 'organization',
    use: useOf(view, phrase, before.start, head),
    origin: 'nominal',
    phrase,
    plural: phrase.plural,
    definite: before.definite || (uposOf(view, group.start) !== 'DET' && phrase.plural),
    links: [],
    ...(phrase.sector ? { sector: isForces(phrase) ? 'MIL' : phrase.sector } : {}),
  };
  const speaks = group.end < (view.doc.groups[index]?.end ?? 0);
  if (!speaks && isBareNoun(ctx, group, phrase, before)) return undefined;
  if (actsOf(phrase) === 'person' || (!phrase.plural && mayBePerson(phrase))) {
    const person = apposedPerson(ctx, index, base.span.end, phrase);
    if (person) return withCountry({ ...base, kind: 'person', links: [linkTo(person, 0.9, 'apposition')] }, own);
  }
  const named = apposedBody(ctx, index, base.span.end, phrase);
  if (named) return { ...base, links: named.links.map((l) => ({ ...l, rule: 'apposition' })) };
  return regionDraft(ctx, base, phrase, index) ?? actorDraft({ ctx, base, phrase, before, refs: own, group });
}

/** "[UN] inspectors": the listed phrase begins with the name of those for whom they act. */
function behindName(ctx: FindContext, phrase: PhraseMatch): TokenIndex {
  const name = nameCovering(ctx, phrase.start);
  return name && name.span.start === phrase.start && name.span.end < phrase.end ? name.span.end : phrase.start;
}

const mayBePerson = (phrase: PhraseMatch): boolean =>
  actsOf(phrase) !== 'body' &&
  !isLand(phrase) &&
  !/(?:government|regime|administration|authority|delegation|opposition|leadership)$/.test(phrase.text);

/** "in the country", "near the capital": land rather than state. */
function useOf(view: TextView, phrase: PhraseMatch, start: TokenIndex, head: TokenIndex): Draft['use'] {
  const seat = phrase.text === 'capital';
  return seat || isLand(phrase)
    ? useOfPlaceName(view, { start, end: head + 1 }, head, seat ? 'seat' : 'country')
    : 'actor';
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

/** "withdraw troops from Syria": where they leave, not whose they are. */
function isTakenFrom(ctx: FindContext, index: GroupIndex, after: Complement | undefined): boolean {
  const role = ctx.view.clauses.nouns[index]?.role;
  if (after?.preposition !== 'from' || role?.slot === 'oblique') return false;
  const verb = ctx.view.clauses.predicates[role?.predicate ?? NOWHERE]?.lemma ?? '';
  return /^(withdraw|pull|evacuate|remove|expel|deport|recall|release|free|return|move|bring|fly|flee|protect|escape|airlift|withdrawn|come|rescue)$/.test(
    verb,
  );
}

/** Bodies that work where they belong; troops may be anywhere. */
const HOME = /^(?:GOV|LEG|JUD|COP)$/;

/** "of X" says whose; "in X" only for governments and their bodies; "for X" for spokespeople. */
function refsAfter(after: Complement | undefined, phrase: PhraseMatch): readonly Referent[] {
  if (!after) return [];
  const acts = actsOf(phrase);
  if (after.preposition === 'of' || after.preposition === 'from') return after.refs;
  // "a fighter with the Free Army", "a commander in the Front"
  const isOne = !phrase.plural && after.refs.some((r) => !r.located && !r.entity.startsWith('country:'));
  if (isOne && (acts === 'group' || acts === 'person') && /^(?:with|in)$/.test(after.preposition))
    return after.refs.slice(0, 1);
  if (after.preposition === 'for') return /spokes|representative|envoy/.test(phrase.text) ? after.refs : [];
  if (after.preposition === 'in' || after.preposition === 'at')
    return (acts === 'country' && !isLand(phrase)) ||
      acts === 'group' ||
      (acts === 'person' && phrase.plural && HOME.test(phrase.sector) && phrase.text !== 'counterpart') ||
      (acts === 'body' && HOME.test(phrase.sector))
      ? after.refs.slice(0, 1)
      : [];
  return [];
}

/** "the Syrian government and [opposition groups]": a second conjunct without determiner shares the modifier of the first. */
function inheritedRefs(ctx: FindContext, group: Group, before: Possessors): readonly Referent[] {
  const { view } = ctx;
  if (before.indefinite || /^(the|its|their|his|her|these|those)$/.test(view.lower[group.start] ?? '')) return [];
  if (view.lower[group.start - 1] !== 'and') return [];
  const first = ctx.drafts.endingAt(group.start - 1).find((d) => d.form === 'nominal');
  if (!first?.links.length) return [];
  return first.links.flatMap((l): Referent[] => {
    const country = countryRecord(ctx, ctx.store.get(l.entity)?.country);
    return country ? [{ entity: ctx.store.country(country).id, country: country.id, located: false }] : [];
  });
}

/** "His party, [the Citizens Coalition]": the body named in apposition. */
function apposedBody(ctx: FindContext, index: GroupIndex, end: TokenIndex, noun: PhraseMatch): Draft | undefined {
  const apposed = /^(?:body|group)$/.test(actsOf(noun)) ? appositionAfter(ctx, index, end) : undefined;
  const head = apposed === undefined ? undefined : ctx.view.doc.groups[apposed]?.head;
  if (head === undefined) return undefined;
  const named = ctx.drafts.headedBy(head).find((d) => d.origin === 'organization' && d.use === 'actor');
  if (named?.links.length !== 1 || !isSameKind(ctx, named, noun)) return undefined;
  // "the police, [the Court] and others" is a list.
  const { lower } = ctx.view;
  const after = lower[named.span.end] ?? '.';
  return /^[.,;)–—]$/.test(after) && !/^(?:and|or)$/.test(lower[named.span.end + 1] ?? '') ? named : undefined;
}

function isSameKind(ctx: FindContext, named: Draft, noun: PhraseMatch): boolean {
  const body = ctx.store.get(named.links[0]?.entity ?? '');
  return body !== undefined && (body.sector === noun.sector || mayMean(noun.text.split(' ').at(-1) ?? '', body));
}

/** The person named in apposition right after ("Norway's minister, X,") or right before ("X, Norway's minister,"). */
function apposedPerson(
  ctx: FindContext,
  index: GroupIndex,
  end: TokenIndex,
  phrase: PhraseMatch,
): EntityId | undefined {
  const head = ctx.view.doc.groups[index]?.head ?? -1;
  const sentence = ctx.view.sentenceAt[head] ?? 0;
  const people = ctx.drafts.inSentences(sentence - 1, sentence + 2).filter((d) => d.origin === 'person');
  const group = ctx.view.doc.groups[index];
  if (people.length === 0 || !group) return undefined;
  const served = isServed(ctx, group);
  const after = complementAt(ctx, end, /^(of|for|to)$/, false);
  const last = (after && complementAt(ctx, after.end, /^of$/, false)) ?? after;
  for (const p of people) {
    const own = ctx.view.groupAt[p.head] ?? -1;
    if (p.span.start === end || isSecondOffice(ctx, index, p, phrase)) return p.links[0]?.entity;
    if (own < 0 || own === index || (served && p.head > head)) continue;
    if (appositionAfter(ctx, own, p.span.end) === index) return p.links[0]?.entity;
    if (p.head > head && p.head < end + 16 && appositionAfter(ctx, index, end) === own) return p.links[0]?.entity;
    if (last && ctx.view.words[last.end] === ',' && p.span.start === last.end + 1 && !ctx.view.clauses.nouns[own]?.role)
      return p.links[0]?.entity;
  }
  return undefined;
}

/** "[State Councillor] and Foreign Minister X": two offices of one, both with capitals and without an article. */
function isSecondOffice(ctx: FindContext, index: GroupIndex, { span }: Draft, first: PhraseMatch): boolean {
  const { view } = ctx;
  const group = view.doc.groups[index];
  if (!group || view.lower[group.end] !== 'and' || !isCapitalized(view.words[group.head] ?? '')) return false;
  if (/^(?:the|an?)$/.test(view.lower[group.start] ?? '')) return false;
  const title = titleBefore(ctx, span.start);
  if (!title || title.honorific || title.titleStart !== group.end + 1) return false;
  // "Prime Minister and President X" are two.
  return !(first.title?.heads?.includes('state') && title.heads.includes('state'));
}
