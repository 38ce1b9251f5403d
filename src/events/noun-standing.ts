import { NOWHERE } from '../base/nowhere.ts';
import type { ModalityWord } from '../knowledge/knowledge.ts';
import type { GroupIndex } from '../syntax/clause.ts';
import { applyAdjectives, applyReportedNoun, keyOf } from './attribution.ts';
import type { Match } from './match.ts';
import type { Reading } from './reading.ts';
import { type StatusLexicon, standingOf, startsWithNo } from './status.ts';
import { apply, newTrail, type Standing, type Trail, toStanding } from './trail.ts';

/** Standing of what a frame was matched to: of its verb or adjective, or of its noun. */
export const matchStanding = (
  reading: Reading,
  match: Pick<Match, 'noun' | 'predicate' | 'supported'>,
  lexicon: StatusLexicon,
): Standing =>
  match.noun === undefined
    ? standingOf(reading, match.predicate ?? -1, lexicon)
    : nounStanding(reading, match.noun, match.supported, lexicon);

/**
 * Standing of an event noun: that of the verb over it, changed by what that verb does to its object ("called for talks", "denied
 * an attack", "cancelled the visit").
 * @param supported the verb is a light verb whose subject does the noun ("held talks", "launched an attack")
 */
export function nounStanding(
  reading: Reading,
  group: GroupIndex,
  supported: boolean,
  lexicon: StatusLexicon,
): Standing {
  const role = reading.clauses.nouns[group]?.role;
  const p = role ? reading.clauses.predicates[role.predicate] : undefined;
  if (!role || !p) {
    const trail = newTrail();
    if (startsWithNo(reading, group)) apply(trail, 'no', 'negated', true);
    for (const word of nominalEffects(reading, group, lexicon)) applyNounEffect(word, trail);
    applyAdjectives(reading, group, lexicon.hearsay, trail);
    return toStanding(trail);
  }
  const outer = standingOf(reading, role.predicate, lexicon);
  const trail = newTrail(outer.modality, outer.negated ? 1 : 0);
  trail.steps.push(...outer.steps);
  if (outer.attribution) trail.attribution = outer.attribution;
  const isObject = role.slot === 'object' || (role.slot === 'subject' && p.voice === 'passive');
  const keys = isObject
    ? [keyOf(p)]
    : role.slot === 'oblique'
      ? [`${p.lemma} ${role.preposition}`, ...(role.preposition === 'for' ? [p.lemma] : [])]
      : [];
  // "was called historic" is no call for it: the word over it is a verb here.
  const word = keys
    .flatMap((k) => lexicon.governors.get(k) ?? [])
    .find((w) => w.pos === 'v' && w.takes.includes('noun'));
  if (word) applyNounEffect(word, trail);
  if (isObject) applyReportedNoun(reading, p, lexicon, trail);
  const mentioned = !word && !supported && (isDefinite(reading, group) || role.slot !== 'object');
  if (mentioned) {
    // "their cooperation can play a role", "did not comment after talks with X": what is only mentioned is taken to exist.
    trail.negations = 0;
    trail.modality = 'asserted';
    trail.steps.length = 0;
  }
  for (const word of nominalEffects(reading, group, lexicon)) applyNounEffect(word, trail);
  applyAdjectives(reading, group, lexicon.hearsay, trail);
  // "No talks were held": the verb counts the "no" of its subject.
  const counted = role.slot === 'subject' && p.negated && !mentioned;
  if (startsWithNo(reading, group) && !counted) apply(trail, 'no', 'negated', true);
  return toStanding(trail);
}

type NounWord = Pick<ModalityWord, 'phrase' | 'effect'>;

const OVER = new Set(['for', 'of']);
const TOPIC_PREPOSITIONS = new Set(['on', 'about', 'over']);
/** "talks on an Israeli withdrawal": what is talked about has not happened. */
const DEBATES = new Set([
  'talk',
  'talks',
  'negotiation',
  'discussion',
  'debate',
  'proposal',
  'referendum',
  'vote',
  'plan',
  'consultation',
  'speculation',
  'dispute',
]);

/** "an agreement on a summit": what is agreed on is still to come. */
const AGREEMENTS = new Set(['accord', 'agreement', 'compromise', 'consensus', 'deal', 'understanding']);

/** Adjectives in the group ("possible investments", "planned visit") and the noun over it ("an appeal for aid", "hopes of talks"). */
function nominalEffects(reading: Reading, group: GroupIndex, lexicon: StatusLexicon): NounWord[] {
  const g = reading.doc.groups[group];
  const words: string[] = [];
  for (let i = g?.start ?? 0; g && i < g.head; i++)
    words.push(reading.lemma(i), reading.doc.tokens[i]?.text.toLowerCase() ?? '');
  const adjectives = words.flatMap((w) =>
    (lexicon.governors.get(w) ?? []).filter((m) => m.pos === 'a' && m.takes.includes('noun')),
  );
  const over = groupsBefore(reading, group).flatMap((index): readonly NounWord[] => {
    const link = reading.clauses.nouns[index]?.obliques.find(
      (o) => o.phrase.groups.includes(group) && (OVER.has(o.preposition) || TOPIC_PREPOSITIONS.has(o.preposition)),
    );
    const head = reading.doc.groups[index]?.head;
    if (!link || head === undefined) return [];
    const lemma = reading.lemma(head);
    if (TOPIC_PREPOSITIONS.has(link.preposition)) {
      const effect = DEBATES.has(lemma) ? 'hypothetical' : AGREEMENTS.has(lemma) ? 'planned' : undefined;
      return effect && !isDefinite(reading, group) ? [{ phrase: lemma, effect }] : [];
    }
    const found = [
      ...(lexicon.governors.get(`${lemma} ${link.preposition}`) ?? []),
      ...(lexicon.governors.get(lemma) ?? []),
    ];
    return found.filter((m) => m.pos === 'n' && m.takes.includes('noun')).slice(0, 1);
  });
  return [...adjectives.slice(0, 1), ...over.slice(0, 1)];
}

/** Groups before this one in its sentence, nearest last. */
const groupsBefore = (reading: Reading, group: GroupIndex): GroupIndex[] =>
  reading.index.groupsIn(reading.doc.groups[group]?.sentence ?? -1).filter((g) => g < group);

/** "the attack", "their cooperation", "Iran's visit". */
const isDefinite = (reading: Reading, group: GroupIndex): boolean => {
  const g = reading.doc.groups[group];
  const first = reading.doc.morphology[g?.start ?? NOWHERE];
  return (
    reading.clauses.nouns[group]?.owner !== undefined ||
    first?.xpos === 'PRP$' ||
    first?.lemma === 'the' ||
    first?.lemma === 'this'
  );
};

/** Talks that are suspended were held; only what is denied or did not come about is negated. */
function applyNounEffect(word: NounWord, trail: Trail): void {
  if (word.effect !== 'ended') apply(trail, word.phrase, word.effect, false);
}
