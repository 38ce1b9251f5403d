import type { ChunkedDocument } from '../../src/model/document.ts';
import type { Span } from '../../src/model/span.ts';
import type {
  ClauseStructure,
  GroupIndex,
  NounPhrase,
  Oblique,
  Predicate,
  PredicateIndex,
} from '../../src/syntax/clause.ts';
import type { Actors, Likeness } from './roles-actors.ts';

/** What the rules read: groups, clauses, and which groups name somebody. No word of an event is known to them. */
export interface Reading {
  readonly doc: ChunkedDocument;
  readonly clauses: ClauseStructure;
  readonly actors: Actors;
  readonly isSpeech: (predicate: Predicate) => boolean;
}

/** A noun phrase and how far it is from where the search began; the nearest wins. */
export interface Found {
  readonly groups: readonly GroupIndex[];
  readonly cost: number;
}

/** What a noun costs besides its distance: a place takes part where no actor is near, a thing where there is neither. */
const WORTH: Readonly<Record<Likeness, number>> = {
  actor: 0,
  marked: 0,
  forces: 4.5,
  place: 2.5,
  pronoun: 4,
  thing: 6,
  amount: 8,
  time: Number.POSITIVE_INFINITY,
};
/** Longer ways lead to nobody who takes part. */
const FAR = 16;
/** More for a phrase that the clauses list here too, but the tree hangs elsewhere. */
const OPEN = 1;
/** A place to which something goes is who gets it: "sent aid to [Peru]". */
const GOAL = 1;

/** Prepositions that bring in whom it is done to, and those that lead out of the clause. */
const PATIENT = new Set('to with against on upon for from into toward towards between'.split(' '));
/** When and in what course of things, not who takes part. */
const SETTING = new Set('after|before|during|following|amid|amidst|pending|ahead of|in the wake of'.split('|'));
const TOWARDS = new Set(['to', 'into', 'against', 'toward', 'towards']);
const OUTSIDE = new Set(
  'according to|as|like|unlike|despite|in spite of|because of|due to|such as|than|including|instead of|until|till|since|without|per|via|around|about'.split(
    '|',
  ),
);

interface Step {
  readonly cost: number;
  /** A phrase, or the clause whose arguments come next. */
  readonly phrase?: readonly GroupIndex[];
  readonly predicate?: PredicateIndex;
  readonly goal?: boolean;
}

/** "struck [the town]", "sent aid to [Peru]", "eased the ban on [Benin]", "agreed to shelter the exiles from [Laos]". */
export const findTarget = (r: Reading, from: PredicateIndex, sources: readonly GroupIndex[]): Found | undefined =>
  nearest(r, argumentSteps(r, from, 0), sources);

/** The one that a noun names in what hangs on it: "grievances of [the miners]", "the visit to [Chad]". */
export const findTargetIn = (r: Reading, noun: GroupIndex, sources: readonly GroupIndex[]): Found | undefined =>
  nearest(r, insideNoun(r, noun, 0), sources);

/** What a phrase costs as somebody who takes part. */
export const worthOf = (r: Reading, groups: readonly GroupIndex[]): number =>
  Math.min(...groups.map((g) => WORTH[r.actors.likeness(g)]));

/** Goes outward in order of cost, then of text. */
function nearest(r: Reading, first: readonly Step[], sources: readonly GroupIndex[]): Found | undefined {
  const open = [...first];
  const seen = new Set<string>();
  let best: Found | undefined;
  for (let step = takeFirst(r, open); step && step.cost < (best?.cost ?? FAR); step = takeFirst(r, open)) {
    const key = step.predicate === undefined ? `${step.phrase?.[0]} ${step.goal === true}` : `p${step.predicate}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (step.predicate !== undefined) open.push(...argumentSteps(r, step.predicate, step.cost));
    const phrase = step.phrase ?? [];
    const groups = phrase.map(r.actors.resolve).filter((g) => !isPartOf(r, g, sources));
    const cost = step.cost + targetWorth(r, groups, step.goal === true, sources);
    if (groups.length > 0 && cost < (best?.cost ?? FAR)) best = { groups, cost };
    for (const g of phrase) open.push(...insideNoun(r, g, step.cost));
  }
  return best;
}

function takeFirst({ doc }: Reading, open: Step[]): Step | undefined {
  const at = (s: Step): number => doc.groups[s.phrase?.[0] ?? -1]?.start ?? Number.POSITIVE_INFINITY;
  open.sort((a, b) => b.cost - a.cost || at(b) - at(a));
  return open.pop();
}

/** The source itself and whose it is: "[Chad]'s [army]". */
const isPartOf = (r: Reading, g: GroupIndex, sources: readonly GroupIndex[]): boolean =>
  sources.some((s) => s === g || r.clauses.nouns[s]?.owner === g);

function targetWorth(r: Reading, groups: readonly GroupIndex[], goal: boolean, sources: readonly GroupIndex[]): number {
  const worth = worthOf(r, groups);
  if (goal && groups.some((g) => r.actors.likeness(g) === 'place')) return GOAL;
  // "recalled its troops": what belongs to the source is its means.
  if (groups.every((g) => sources.some((s) => r.actors.isOwn(s, g))))
    return worth < WORTH.thing ? WORTH.thing : worth + 2;
  // "launched an attack on the base": a noun that takes somebody by a preposition is what was done.
  const deed = groups.some((g) =>
    r.clauses.nouns[g]?.obliques.some((o) => /^(?:on|against|to|into|with)$/.test(o.preposition)),
  );
  if (groups.some((g) => r.actors.likeness(g) === 'marked')) return deed ? 4 : worth;
  return worth >= WORTH.thing && deed ? worth + 2 : worth;
}

/** Arguments of a clause and clauses that hang on it; its subject only where the verb is passive. */
function argumentSteps(r: Reading, from: PredicateIndex, cost: number): Step[] {
  const p = r.clauses.predicates[from];
  if (!p) return [];
  const naming = isNaming(p);
  // "is a donor [to Chad]": a noun behind a copula is the subject again; what hangs on it takes part.
  const named = naming ? p.objects.flatMap((o) => o.groups.flatMap((g) => insideNoun(r, g, cost))) : [];
  const objects = p.objects.map((o): Step => ({ cost: cost + (naming ? 5 : 1), phrase: o.groups }));
  const passive: Step[] = isPassive(p) && p.subject ? [{ cost: cost + 0.5, phrase: p.subject.groups }] : [];
  const obliques = p.obliques
    .filter((o) => !isClause(r, o))
    .flatMap((o) => verbOblique(p, o, cost + openness(r, o, p.span)));
  return [...passive, ...objects, ...named, ...obliques, ...clausesBelow(r, from, cost)];
}

/** "[called] the premier on Friday" read as a participle: a passive without auxiliary takes no object. */
export const isPassive = (p: Predicate): boolean =>
  p.voice === 'passive' && !(p.form === 'participle' && p.objects.length > 0);

/** "is", "remains", "became" with a noun behind it. */
const isNaming = (p: Predicate): boolean => /^(?:be|remain|become)$/.test(p.lemma) && p.objects.length > 0;

function verbOblique(p: Predicate, o: Oblique, cost: number): Step[] {
  if (isPassive(p) && o.preposition === 'by') return [];
  // Behind an object "to" brings in who gets it: "gave the vase back [to Greece]".
  if (o.preposition === 'to' && (p.objects.length > 0 || isPassive(p)))
    return [{ cost: cost + 0.4, phrase: o.phrase.groups, goal: true }];
  // An "of" that stays open between verb and noun is the noun's; what opens the sentence is its setting.
  const isFar = o.preposition === 'of' || o.phrase.span.start < p.span.start;
  return obliqueStep(o, cost + (isFar ? 2.5 : 0));
}

/** "with [gunmen] storming the hall", "after [rebels] fled": the subject of a clause of its own. */
const isClause = (r: Reading, { preposition, phrase }: Oblique): boolean =>
  /^(?:with|after|before|as|since)$/.test(preposition) &&
  r.clauses.predicates.some(
    (p) => p.governor?.relation === 'adverbial' && p.subject?.head === phrase.head && p.span.start >= phrase.span.end,
  );

/** Attachment stays open in the clauses; where the tree hung a phrase elsewhere it is farther. */
function openness({ doc }: Reading, { phrase }: Oblique, span: Span): number {
  const group = doc.groups[phrase.groups[0] ?? -1];
  const isInside = (i: number, s: Span): boolean => s.start <= i && i < s.end;
  for (let i = group?.start ?? 0; group && i < group.end; i++) {
    const head = doc.dependencies?.[i]?.head ?? i;
    if (!isInside(head, group)) return isInside(head, span) ? 0 : OPEN;
  }
  return 0;
}

function obliqueStep({ preposition, phrase }: Oblique, cost: number): Step[] {
  if (preposition === '' || OUTSIDE.has(preposition)) return [];
  const near = PATIENT.has(preposition) || preposition === 'of' || preposition === 'by';
  const far = SETTING.has(preposition) ? 5 : 3;
  return [{ cost: cost + (near ? 1.5 : far), phrase: phrase.groups, goal: TOWARDS.has(preposition) }];
}

function clausesBelow(r: Reading, from: PredicateIndex, cost: number): Step[] {
  return r.clauses.predicates.flatMap((p, predicate): Step[] => {
    if (p.governor?.predicate !== from) return [];
    const host = r.clauses.predicates[from];
    // "dropped a plan to free the man": behind an object the infinitive is as likely the noun's.
    const content = p.form === 'finite' || (host && host.objects.length > 0) ? 3 : 1.5;
    const isTime = /^(?:after|before|while|since|when)$/.test(p.governor.marker ?? '');
    // "demanded that [the premier] resign"
    const subject: Step[] = p.form === 'finite' && p.subject ? [{ cost: cost + 2, phrase: p.subject.groups }] : [];
    if (p.governor.relation === 'complement' && !isTime) return [{ cost: cost + content, predicate }, ...subject];
    if (p.governor.relation !== 'adverbial' && !isTime) return [];
    return [{ cost: cost + (p.form === 'finite' ? 7 : 5), predicate }];
  });
}

/** Owner, prepositional phrases, content and relative clauses of a noun. */
function insideNoun(r: Reading, g: GroupIndex, cost: number): Step[] {
  const noun = r.clauses.nouns[g];
  if (!noun) return [];
  const owner: Step[] = noun.owner === undefined ? [] : [{ cost: cost + 1, phrase: [noun.owner], goal: true }];
  const span = r.doc.groups[g] ?? { start: 0, end: 0 };
  const obliques = noun.obliques
    .filter((o) => !isClause(r, o))
    .flatMap((o) => obliqueStep(o, cost + openness(r, o, span)));
  const content = noun.complements.map((c): Step => ({ cost: cost + 2, predicate: c.predicate }));
  const renamed = noun.appositions.map((a): Step => ({ cost: cost + 2, phrase: [a] }));
  return [...owner, ...obliques, ...content, ...renamed, ...relatives(r, g, cost)];
}

/** "curbs [placed on Benin]", "talks [hosted by Oman]", "the demands [that rebels made]". */
function relatives(r: Reading, g: GroupIndex, cost: number): Step[] {
  const has = (phrase: NounPhrase | undefined): boolean => phrase?.groups.includes(g) === true;
  return r.clauses.predicates.flatMap((p, predicate): Step[] => {
    if (p.governor?.relation !== 'relative' || p.span.start < (r.doc.groups[g]?.start ?? 0)) return [];
    const agents = p.obliques.filter((o) => isPassive(p) && o.preposition === 'by');
    if (has(p.subject)) {
      const by = agents.map((o): Step => ({ cost: cost + 2, phrase: o.phrase.groups }));
      return [...by, { cost: cost + (p.form === 'finite' ? 4 : 2), predicate }];
    }
    return p.subject && p.objects.some(has) ? [{ cost: cost + 2.5, phrase: p.subject.groups }] : [];
  });
}
