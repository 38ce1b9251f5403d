import { NOWHERE } from '../base/nowhere.ts';
import type { EntityId } from '../model/ids.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import type { GroupIndex, NounPhrase } from '../syntax/clause.ts';
import type { FindContext } from './context.ts';
import { type Draft, type DraftLink, linkTo } from './draft.ts';
import type { PairKind } from './pair-phrases.ts';
import { isHyphen, nounOf, paragraphOf, predicatesIn, sentenceStart, xposOf } from './text-view.ts';

/** Two or more mentions that stand together: "Iran and Russia", "Tehran-Moscow". */
export interface Coordination {
  readonly entities: readonly EntityId[];
  readonly start: TokenIndex;
  readonly end: TokenIndex;
  readonly subject: boolean;
}

/** Coordinations of linked mentions that end before the token, at most so many sentences back, the nearest first. */
export function coordinationsBefore(ctx: FindContext, at: TokenIndex, sentences: number): Coordination[] {
  const sentence = ctx.view.sentenceAt[at] ?? 0;
  const found: Coordination[] = [];
  for (let s = sentence; s >= Math.max(0, sentence - sentences); s--) found.push(...coordinationsIn(ctx, s, at));
  return found;
}

/** Those of one sentence, the last one first. */
function coordinationsIn(ctx: FindContext, sentence: number, at: TokenIndex): Coordination[] {
  const { view } = ctx;
  const found: Coordination[] = [];
  const read = (phrase: NounPhrase | undefined, subject: boolean): void => {
    if (!phrase || phrase.groups.length < 2) return;
    const heads = phrase.groups.map((g) => view.doc.groups[g]?.head ?? at);
    if (heads.some((h) => h >= at)) return;
    const drafts = heads.map((h) => bestAt(ctx, h));
    if (drafts.some((d) => !d?.links.length)) return;
    found.push(coordination(drafts as Draft[], subject));
  };
  for (const p of predicatesIn(view, sentence)) {
    read(p.subject, true);
    for (const o of p.objects) read(o, false);
    for (const o of p.obliques) read(o.phrase, false);
  }
  for (const n of view.nouns[sentence] ?? []) for (const o of n.obliques) read(o.phrase, false);
  for (const d of ctx.drafts.inSentences(sentence, sentence)) {
    if (d.head >= at) continue;
    const next = hyphenPartner(ctx, d);
    if (next && next.head < at) found.push(coordination([d, next], false));
    // A plural that stands for two ("Russian and Turkish officials", "the two sides").
    if (d.links.length > 1 && d.origin !== 'pronoun')
      found.push({ entities: d.links.map((l) => l.entity), start: d.span.start, end: d.span.end, subject: false });
  }
  return found.filter((c) => new Set(c.entities).size >= 2).sort((a, b) => b.end - a.end);
}

function coordination(drafts: readonly Draft[], subject: boolean): Coordination {
  const entities = [...new Set(drafts.flatMap((d) => d.links.map((l) => l.entity)))];
  return { entities, start: drafts[0]?.span.start ?? 0, end: drafts.at(-1)?.span.end ?? 0, subject };
}

const bestAt = (ctx: FindContext, head: TokenIndex): Draft | undefined =>
  ctx.drafts.headedBy(head).find((d) => d.use !== 'modifier') ?? ctx.drafts.headedBy(head)[0];

/** "Iran[-]Russia", also "Iran and Russia" where the reader of clauses saw no list ("between A and B" has one). */
function hyphenPartner(ctx: FindContext, draft: Draft): Draft | undefined {
  const joint = ctx.view.words[draft.span.end];
  if (!isHyphen(joint) && joint !== 'and') return undefined;
  if (draft.form !== 'name' || draft.origin === 'person' || draft.use === 'place') return undefined;
  return ctx.drafts
    .startingAt(draft.span.end + 1)
    .find((d) => d.form === 'name' && d.kind === draft.kind && d.use !== 'place');
}

/** A pair, and the sentence in which it stands. */
interface FoundPair {
  readonly pair: readonly EntityId[];
  readonly sentence: number;
}

/** What the sentences before a token say of pairs of one kind. Texts are read from left to right, so that each sentence is read once. */
interface PairsBefore {
  first?: FoundPair;
  last?: FoundPair;
  /** The different pairs. */
  readonly keys: Set<string>;
  /** The sentence up to which all is read. */
  sentence: number;
}

export type PairHistory = Map<PairKind, PairsBefore>;

/**
 * The two that "the two countries" means; empty when more or fewer than two are in question.
 * @param near only a pair of this or the last sentence
 */
export function findPair(ctx: FindContext, at: TokenIndex, kind: PairKind, near = false): readonly DraftLink[] {
  const own = ownSubject(ctx, at);
  const sentence = ctx.view.sentenceAt[at] ?? 0;
  const before = pairsBefore(ctx, sentence, kind);
  const here = pairsIn(ctx, sentence, at, kind, own);
  const nearest = here[0] ?? before.last;
  const lead = before.first ?? here.at(-1);
  // The pair of this or the last sentence; else the pair that the article opens with; else the only one.
  const single = new Set([...before.keys, ...here.map(keyOf)]).size === 1;
  const chosen =
    nearest && sentence - nearest.sentence <= 1 ? nearest : lead && (lead.sentence <= 1 || single) ? lead : undefined;
  if (near && chosen !== nearest) return [];
  if (chosen && isBystanders(ctx, at, chosen.pair, kind)) return [];
  if (chosen) return chosen.pair.map((e) => linkTo(e, chosen === nearest ? 0.75 : 0.65, 'pair'));
  if (near) return [];
  const nearby = nearest ? [] : pairNearby(ctx, at, kind);
  return (nearby.length > 0 ? nearby : mainPair(ctx, at, kind, own)).map((e) => linkTo(e, 0.6, 'pair'));
}

/** How often each of the two whom an article is about must have been named, and how much more often than anybody else. */
const MAIN = { times: 3, ahead: 2 };

/** Two states of which an article goes on speaking, while all others are named in passing. */
function mainPair(ctx: FindContext, at: TokenIndex, kind: PairKind, own: ReadonlySet<GroupIndex>): readonly EntityId[] {
  if (kind === 'person') return [];
  const named = new Map<EntityId, number>();
  const speaking = new Set<EntityId>();
  for (const { links, span, head } of ctx.drafts.inSentences(0, ctx.view.sentenceAt[at] ?? 0)) {
    const [link, more] = links;
    const entity = link && !more && span.start < at ? toKind(ctx, link.entity, 'state') : undefined;
    if (!entity?.startsWith('country:')) continue;
    named.set(entity, (named.get(entity) ?? 0) + 1);
    if (own.has(ctx.view.groupAt[head] ?? -1)) speaking.add(entity);
  }
  const [first, second, third] = [...named].filter(([id]) => !speaking.has(id)).sort(([, a], [, b]) => b - a);
  const isMain = second && second[1] >= MAIN.times && second[1] >= MAIN.ahead * (third?.[1] ?? 0);
  return first && isMain ? [first[0], second[0]] : [];
}

/** The three of the last list of three states ("talks between A, B and C … [the three countries]"), in this sentence or the two before. */
export function findTriple(ctx: FindContext, at: TokenIndex): readonly DraftLink[] {
  for (const { entities } of coordinationsBefore(ctx, at, 2)) {
    const states = [...new Set(entities.flatMap((e) => toKind(ctx, e, 'state') ?? []))];
    if (states.length === 3) return states.map((e) => linkTo(e, 0.7, 'pair'));
  }
  // "Latvia's minister received those of [Estonia and Lithuania]": the host and the guests.
  const start = sentenceStart(ctx.view, at);
  const sentence = ctx.view.sentenceAt[at] ?? 0;
  for (let back = start < at ? 0 : 1; back <= 2; back++) {
    const all = ctx.drafts
      .inSentences(sentence - back, sentence - back)
      .filter((d) => d.head < at && d.use !== 'place')
      .flatMap((d) => d.links.flatMap((l) => toKind(ctx, l.entity, 'state') ?? []));
    const states = [...new Set(all)].filter((e) => e.startsWith('country:'));
    if (states.length === 3) return states.map((e) => linkTo(e, 0.6, 'pair'));
    if (states.length > 3) return [];
  }
  return [];
}

/** How far back actors are counted, in sentences. */
const REACH = 20;

/**
 * Neither of a pair is named but once, while two others are named again and again: "Iceland … Britain … Denmark and Norway offered to
 * mediate. The Union warned [both governments]" may mean either pair.
 */
function isBystanders(ctx: FindContext, at: TokenIndex, pair: readonly EntityId[], kind: PairKind): boolean {
  const sentence = ctx.view.sentenceAt[at] ?? 0;
  const named = new Map<EntityId, number>();
  for (const { links, span, use } of ctx.drafts.inSentences(Math.max(0, sentence - REACH), sentence)) {
    const [link, more] = links;
    const entity = link && !more && span.start < at && use !== 'modifier' ? toKind(ctx, link.entity, kind) : undefined;
    if (entity) named.set(entity, (named.get(entity) ?? 0) + 1);
  }
  const rivals = [...named].filter(([entity, times]) => times >= 3 && !pair.includes(entity));
  return rivals.length >= 2 && pair.every((entity) => (named.get(entity) ?? 0) <= 1);
}

const keyOf = ({ pair }: FoundPair): string => [...pair].sort().join();

/** Reads the sentences before this one that were not read yet. */
function pairsBefore(ctx: FindContext, sentence: number, kind: PairKind): PairsBefore {
  const before = ctx.pairs.get(kind) ?? { keys: new Set(), sentence: 0 };
  ctx.pairs.set(kind, before);
  for (; before.sentence < sentence; before.sentence++) {
    const found = pairsIn(ctx, before.sentence, ctx.view.words.length, kind);
    const [last] = found;
    if (last) before.last = last;
    for (const pair of found.toReversed()) {
      before.first ??= pair;
      if (before.keys.size < 2) before.keys.add(keyOf(pair));
    }
  }
  return before;
}

/** Pairs of a sentence that stand before the token, the last one first. */
function pairsIn(
  ctx: FindContext,
  sentence: number,
  at: TokenIndex,
  kind: PairKind,
  own?: ReadonlySet<GroupIndex>,
): readonly FoundPair[] {
  return coordinationsIn(ctx, sentence, at).flatMap((c) => {
    const pair = own?.has(ctx.view.groupAt[c.end - 1] ?? -1) ? undefined : asPair(ctx, c.entities, kind);
    return pair ? [{ pair, sentence }] : [];
  });
}

function asPair(ctx: FindContext, entities: readonly EntityId[], kind: PairKind): readonly EntityId[] | undefined {
  // "X of the EU and Y of Russia": a person beside a body is no pair of sides.
  const people = entities.filter((e) => ctx.store.get(e)?.kind === 'person').length;
  if (people > 0 && people < entities.length) return undefined;
  const mapped = [...new Set(entities.flatMap((e) => toKind(ctx, e, kind) ?? []))];
  return mapped.length === 2 ? mapped : undefined;
}

/** Countries for "countries" (people stand for theirs), people for "leaders". */
function toKind(ctx: FindContext, id: EntityId, kind: PairKind): EntityId | undefined {
  const entity = ctx.store.get(id);
  if (!entity || entity.kind === 'place') return undefined;
  if (kind === 'person') return entity.kind === 'person' ? id : undefined;
  if (entity.kind === 'country' || (kind === 'any' && entity.kind === 'organization')) return id;
  // The envoy of the UN stands for it, not for the state that he comes from.
  const office = entity.offices.findLast((o) => o.of)?.of;
  const body = entity.kind === 'person' ? ctx.finder.index.organizations.get(office ?? '') : undefined;
  if (body && body.countries.length !== 1) return kind === 'any' ? ctx.store.organization(body).id : undefined;
  if (!entity.country) return undefined;
  return `country:${entity.country}`;
}

/** "A and B urged [both countries]": groups of the subject of the verb that the phrase is the object of. */
function ownSubject(ctx: FindContext, at: TokenIndex): ReadonlySet<GroupIndex> {
  const { view } = ctx;
  const role = nounOf(view, view.groupAt[at])?.role;
  const predicate = view.clauses.predicates[role?.predicate ?? NOWHERE];
  if (
    !role ||
    role.slot === 'subject' ||
    (role.slot === 'oblique' &&
      !/^(mediate|call|intervene|arbitrate|broker|appeal|stand)$/.test(predicate?.lemma ?? ''))
  )
    return new Set();
  const subject = predicate?.subject;
  return new Set(subject?.groups);
}

/** "[The UN envoy for Yemen, Hans Grundberg,] urged both sides": whoever speaks to them, with all that tells who it is. */
function aroundSubject({ view }: FindContext, at: TokenIndex, own: ReadonlySet<GroupIndex>): Span | undefined {
  const verbs = predicatesIn(view, view.sentenceAt[at] ?? 0).filter((p) => p.subject?.groups.some((g) => own.has(g)));
  const [first] = verbs.toSorted((a, b) => a.span.start - b.span.start);
  return first?.subject && { start: first.subject.span.start, end: first.span.start };
}

/** Walks back sentence by sentence until two are found; three are not clear. */
function pairNearby(ctx: FindContext, at: TokenIndex, kind: PairKind): readonly EntityId[] {
  const { view } = ctx;
  const paragraph = paragraphOf(view, at);
  const own = ownSubject(ctx, at);
  const aside = aroundSubject(ctx, at, own);
  const found = new Set<EntityId>();
  let start: TokenIndex = sentenceStart(view, at);
  let end: TokenIndex = at;
  for (let steps = 0; steps < 2; steps++) {
    const sentence = view.sentenceAt[start] ?? 0;
    for (const d of ctx.drafts.inSentences(sentence, sentence)) {
      if (d.span.start < start || d.span.end > end || d.use === 'place' || own.has(view.groupAt[d.head] ?? -1))
        continue;
      if (aside && aside.start <= d.head && d.head < aside.end) continue;
      // "[Yemen]'s Houthis": where they are at home is no third side.
      if (xposOf(view, d.span.end) === 'POS' && ctx.drafts.startingAt(d.span.end + 1).some((x) => x.links.length > 0))
        continue;
      for (const l of d.links) {
        const e = toKind(ctx, l.entity, kind);
        if (e && (kind !== 'state' || ctx.store.get(l.entity)?.kind !== 'organization')) found.add(e);
      }
    }
    if (found.size >= 2) break;
    end = start;
    if (end <= 0) break;
    start = sentenceStart(view, end - 1);
    if (paragraph - paragraphOf(view, start) > 1) break;
  }
  return found.size === 2 ? [...found] : [];
}
