import type { PredicateIndex } from './clause.ts';
import { newClause } from './drafts.ts';
import type { VerbItem, WordItem } from './items.ts';
import { adoptSpeech, attachVerb, coordinateVerb, openContent } from './link-clauses.ts';
import { finiteVerbLater } from './lookahead.ts';
import { readInfinitive, readParticiple } from './read-nonfinite.ts';
import { awaitingVerb, clearJoint, isSpeechVerb, type ReaderState, top, topVerb } from './reader-state.ts';
import { readVerbGroup } from './verb-group.ts';

/** Makes a predicate of a verb group and finds its place among the clauses. */
export function readVerb(s: ReaderState, item: VerbItem): void {
  const index = addPredicate(s, item);
  const draft = s.predicates[index];
  if (draft && isMistaggedPast(s, index)) {
    draft.form = 'finite';
    draft.voice = 'active';
    draft.tense = 'past';
    readFinite(s, index);
  } else if (draft?.form === 'finite' && !isReducedPast(s, index)) readFinite(s, index);
  else if (draft?.form === 'infinitive') readInfinitive(s, index);
  else readParticiple(s, index);
  s.chain = [];
  clearJoint(s);
}

/** A copula with an adjective behind it ("is ready") is a predicate whose head is the adjective. */
function addPredicate(s: ReaderState, item: VerbItem): PredicateIndex {
  const group = s.doc.groups[item.group];
  if (!group) throw new RangeError(`no group ${item.group}`);
  const { copula, ...verb } = readVerbGroup(s.doc, group);
  const adjective = copula ? adjectiveAfter(s) : undefined;
  const base = { sentence: s.sentence, objects: [], obliques: [], complements: [], quoted: s.quoted };
  if (!adjective) s.predicates.push({ ...verb, ...base, pos: 'verb' });
  else {
    s.predicates.push({
      ...verb,
      ...base,
      pos: 'adjective',
      head: adjective.start,
      span: { start: verb.span.start, end: adjective.start + 1 },
      lemma: s.doc.morphology[adjective.start]?.lemma.toLowerCase() ?? '',
    });
  }
  return s.predicates.length - 1;
}

function adjectiveAfter(s: ReaderState): WordItem | undefined {
  for (const item of s.items.slice(s.at + 1, s.at + 4)) {
    if (item.kind !== 'word') return undefined;
    if (item.role === 'adjective') return item;
    if (item.role !== 'adverb' && item.role !== 'other') return undefined;
  }
  return undefined;
}

const byFollows = (s: ReaderState): boolean => {
  const next = s.items[s.at + 1];
  return next?.kind === 'word' && next.text === 'by';
};

/** "militants backed by Turkey": a past form right after its noun with "by" behind it is a participle, whatever the tagger says. */
function isReducedPast(s: ReaderState, index: PredicateIndex): boolean {
  const verb = s.predicates[index];
  return (
    verb?.tense === 'past' &&
    byFollows(s) &&
    verb.span.end - verb.span.start === 1 &&
    s.doc.morphology[verb.head]?.xpos === 'VBD' &&
    top(s).verb !== undefined
  );
}

/** "The delegation blamed/VBN the opposition": a bare participle that is the only verb its subject can have is a past tense. */
function isMistaggedPast(s: ReaderState, index: PredicateIndex): boolean {
  const verb = s.predicates[index];
  if (verb?.form !== 'participle' || verb.span.end - verb.span.start > 1) return false;
  if (!awaitingVerb(s) || s.preposition !== undefined || byFollows(s)) return false;
  if (/(?:en|wn|un|gone|done|been)$/.test(s.doc.tokens[verb.head]?.text.toLowerCase() ?? '')) return false;
  const next = s.items[s.at + 1];
  if (next?.kind === 'noun' && !next.temporal) return true;
  return !finiteVerbLater(s.doc, s.items, s.at + 1);
}

function readFinite(s: ReaderState, index: PredicateIndex): void {
  const waiting = awaitingVerb(s);
  if (waiting && !(s.conjunction && top(s).verb !== undefined && waiting.kind === 'root')) {
    while (top(s) !== waiting) s.stack.pop();
    return attachVerb(s, waiting, index);
  }
  const clause = top(s);
  const previous = topVerb(s);
  if (isInvertedSpeech(s, index)) {
    s.stack = [newClause('root', { verb: index, inverted: true })];
    return adoptSpeech(s, index);
  }
  if (s.conjunction || (s.comma && previous)) return coordinateVerb(s, index);
  // "said [the talks] would go on": the object was the subject of a clause that no "that" opened.
  const stolen = previous?.objects.pop();
  if (stolen && clause.verb !== undefined) return attachVerb(s, openContent(s, clause.verb, stolen), index);
  if (s.last && clause.verb !== undefined) {
    const fresh = newClause('root', { subject: s.last });
    s.stack = [fresh];
    return attachVerb(s, fresh, index);
  }
  attachVerb(s, clause, index);
}

/** "…," said Velayati. */
function isInvertedSpeech(s: ReaderState, index: PredicateIndex): boolean {
  const next = s.items[s.at + 1];
  return isSpeechVerb(s, s.predicates[index]) && s.comma && next?.kind === 'noun' && top(s).verb !== undefined;
}
