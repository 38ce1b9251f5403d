import type { TokenIndex } from '../../src/model/span.ts';
import type { GroupIndex, Predicate, PredicateIndex } from '../../src/syntax/clause.ts';
import { type Found, findTarget, findTargetIn, isPassive, type Reading, worthOf } from './roles-search.ts';

/** Head tokens of who acts and of whom it is done to. */
export interface Roles {
  readonly sources: readonly TokenIndex[];
  readonly targets: readonly TokenIndex[];
}

/** Two sides of one clause or noun, and how far they are from it and it from the top of the sentence. */
interface Pair {
  readonly sources: readonly GroupIndex[];
  readonly targets: readonly GroupIndex[];
  readonly cost: number;
}

/** What a side costs that nobody fills. */
const MISSING = 16;
/** What a place costs that stands for an unnamed agent. */
const PLACE_ALONE = 10;
/** What a clause costs in a later sentence. */
const LATER = 3;
/** Steps from a clause up to the one that it hangs on; the content of an utterance counts as much as a main clause. */
const STEP = { complement: 5, relative: 7, adverbial: 6.5, coordinate: 4, speech: 1 } as const;

/** Who does it to whom, read off the clauses alone: of all clauses and nouns the one that names both with the least detour. */
export function readRoles(r: Reading): Roles {
  const pairs = [
    ...r.clauses.predicates.map((p, i) => clausePair(r, p, i)),
    ...r.clauses.nouns.flatMap((_, g) => nounPair(r, g) ?? []),
  ];
  const [best] = pairs.sort((a, b) => a.cost - b.cost);
  const heads = (groups: readonly GroupIndex[] = []): TokenIndex[] => [
    ...new Set(groups.map((g) => r.actors.headOf(nameOf(r, g)))),
  ];
  return { sources: heads(best?.sources), targets: heads(best?.targets) };
}

/** "the president, [Kemal Aydin],": the name stands for the office. */
function nameOf(r: Reading, g: GroupIndex): GroupIndex {
  const isName = (x: GroupIndex): boolean => r.doc.morphology[r.doc.groups[x]?.head ?? -1]?.upos === 'PROPN';
  const renamed = r.clauses.nouns[g]?.appositions.find((a) => isName(a) && r.actors.likeness(a) === 'actor');
  return renamed === undefined || isName(g) ? g : renamed;
}

function clausePair(r: Reading, p: Predicate, index: PredicateIndex): Pair {
  const source = sourceOf(r, p);
  const target = findTarget(r, index, source?.groups ?? []);
  const cost = depthOf(r, index) + (source?.cost ?? MISSING) + (target?.cost ?? MISSING);
  const pair = { sources: source?.groups ?? [], targets: target?.groups ?? [], cost };
  const together = partners(r, pair.sources);
  // "The drill was held by [Chad] and [Mali]"
  const alone = (target?.cost ?? MISSING) > (isPassive(p) ? 6 : 6.9);
  if (together && (isMutual(r, p) || alone)) return { sources: together, targets: together, cost };
  return pair;
}

/** "[Chad] and [Mali] held a joint drill", "the armies of [Chad] and [Mali] …": two sides in one subject. */
function partners(r: Reading, sources: readonly GroupIndex[]): readonly GroupIndex[] | undefined {
  const act = (groups: readonly GroupIndex[]): boolean =>
    groups.length > 1 && groups.every((g) => /^(?:actor|place)$/.test(r.actors.likeness(g)));
  if (act(sources)) return sources;
  const inside = sources.flatMap((g) => r.clauses.nouns[g]?.obliques ?? []);
  return inside.find((o) => /^(?:of|between)$/.test(o.preposition) && act(o.phrase.groups))?.phrase.groups;
}

/** Words that say that both sides do it to each other. */
const MUTUAL = /^(?:joint|jointly|mutual|mutually|bilateral|trilateral|each|together)$/;

const isMutual = (r: Reading, p: Predicate): boolean => {
  const { end } = r.doc.sentences[p.sentence] ?? { end: 0 };
  const stop = Math.min(end, p.span.end + 8);
  return r.doc.tokens.slice(p.span.start, stop).some((t) => MUTUAL.test(t.text.toLowerCase()));
};

/** Agent of a passive, else the subject; where that is no actor, whoever stands inside it makes it more likely. */
function sourceOf(r: Reading, p: Predicate): Found | undefined {
  if (isPassive(p)) {
    const agent = p.obliques.find((o) => o.preposition === 'by')?.phrase.groups;
    const known = agent?.map(r.actors.resolve);
    if (known) return { groups: known, cost: sourceCost(r, known) };
    // "was arrested [in Chad]": with no agent the place may stand for who did it.
    const place = p.obliques.find(
      (o) => o.preposition === 'in' && r.actors.likeness(o.phrase.groups[0] ?? -1) === 'place',
    );
    return place && { groups: place.phrase.groups, cost: PLACE_ALONE };
  }
  if (!p.subject) return undefined;
  const groups = p.subject.groups.map(r.actors.resolve);
  const cost = sourceCost(r, groups);
  // "Chad insists [it] has left Sudan"
  const speaker = r.clauses.predicates[p.governor?.predicate ?? -1]?.subject;
  if (speaker && r.actors.likeness(groups[0] ?? -1) === 'pronoun') return { groups: speaker.groups, cost: 0.5 };
  // "Aid came to Chad [from Oman]"
  const origin = p.obliques.find((o) => o.preposition === 'from')?.phrase.groups;
  if (origin && cost > 1 && p.objects.length === 0 && worthOf(r, origin) < 4) return { groups: origin, cost };
  return { groups, cost };
}

function sourceCost(r: Reading, groups: readonly GroupIndex[]): number {
  const worth = worthOf(r, groups);
  if (worth === 0) return 0;
  if (worth === Number.POSITIVE_INFINITY) return MISSING;
  const inside = groups.flatMap((g) => r.clauses.nouns[g]?.obliques ?? []);
  return inside.some((o) => worthOf(r, o.phrase.groups) === 0) ? 1 : Math.min(2.5, worth);
}

/** How far below the top a clause stands; what somebody said counts before his saying it. */
function depthOf(r: Reading, index: PredicateIndex): number {
  const { predicates } = r.clauses;
  let cost = 0;
  let at: Predicate | undefined = predicates[index];
  for (let steps = 0; at?.governor && steps < predicates.length; steps++) {
    const host: Predicate | undefined = predicates[at.governor.predicate];
    const content = at.form === 'finite' && at.governor.relation === 'complement';
    const said = host && r.isSpeech(host) && (content || at.governor.relation === 'speech');
    cost += said ? 0 : STEP[at.governor.relation];
    at = host;
  }
  const self = predicates[index];
  const says =
    self && r.isSpeech(self) && predicates.some((p) => p.governor?.predicate === index && p.form === 'finite');
  return cost + (self?.sentence ?? 0) * LATER + (says ? 8 : 0);
}

/** "cooperation between Chad and Mali", "Chad's visit to Mali", "a raid by Chad on Mali". */
function nounPair(r: Reading, g: GroupIndex): Pair | undefined {
  const noun = r.clauses.nouns[g];
  if (!noun) return undefined;
  const depth = noun.role ? depthOf(r, noun.role.predicate) + (noun.role.slot === 'subject' ? 2 : 5) : 1;
  const base = depth + (noun.role ? 0 : (r.doc.groups[g]?.sentence ?? 0) * LATER);
  const between = noun.obliques.find((o) => o.preposition === 'between' && o.phrase.groups.length > 1)?.phrase.groups;
  if (between?.every((b) => worthOf(r, [b]) < 4)) return { sources: between, targets: between, cost: base };
  const by = noun.obliques.find((o) => o.preposition === 'by')?.phrase.groups;
  const source = noun.owner === undefined ? by : [noun.owner];
  if (!source || worthOf(r, source) > 3) return undefined;
  const target = findTargetIn(r, g, source);
  return target && { sources: source, targets: target.groups, cost: base + 1 + target.cost };
}
