import type { PredicateIndex } from './clause.ts';
import { type DraftPredicate, newClause, newPredicate } from './drafts.ts';
import { isExistential, isFrontedAuxiliary } from './inversion.ts';
import type { VerbItem, WordItem } from './items.ts';
import { adoptSpeech, attachVerb, coordinateVerb, openContent } from './link-clauses.ts';
import { finiteVerbLater } from './lookahead.ts';
import { readInfinitive, readParticiple, startsWithTo } from './read-nonfinite.ts';
import {
  awaitingVerb,
  clearJoint,
  isAwaiting,
  isSpeechVerb,
  PLAIN_SPEECH,
  pushClause,
  type ReaderState,
  top,
  topVerb,
} from './reader-state.ts';
import { readVerbGroup, tokensOf } from './verb-group.ts';

/** Makes a predicate of a verb group and finds its place among the clauses. */
export function readVerb(s: ReaderState, item: VerbItem): void {
  if (isFrontedAuxiliary(s, item)) {
    s.fronted = s.doc.groups[item.group];
    if (top(s).verb !== undefined && !s.conjunction) pushClause(s, newClause('root'));
    else if (top(s).verb !== undefined) s.stack = [...s.stack.slice(0, -1), newClause('root')];
    return clearJoint(s);
  }
  const index = addPredicate(s, item);
  const draft = s.predicates[index];
  const shared = draft && sharedForm(s, draft);
  if (draft && shared) {
    draft.voice = shared.voice;
    draft.tense = shared.tense;
    draft.form = shared.form;
    if (shared.form === 'finite') coordinateVerb(s, index);
    else readParticiple(s, index);
  } else if (draft && isMistaggedPast(s, index)) {
    draft.form = 'finite';
    draft.voice = 'active';
    draft.tense = 'past';
    readFinite(s, index);
  } else if (isExistential(s) && draft?.form === 'finite') readExistential(s, index);
  else if (draft?.form === 'finite' && !isReducedPast(s, index)) readFinite(s, index);
  else if (draft && isSubjunctive(s, draft)) readFinite(s, index);
  else if (draft?.form === 'infinitive') readInfinitive(s, index);
  else readParticiple(s, index);
  s.chain = [];
  s.coordinating = false;
  clearJoint(s);
}

/** "demanded that Argentina withdraw": a bare verb whose clause has a subject and still waits for its verb. */
const isSubjunctive = (s: ReaderState, draft: DraftPredicate): boolean =>
  draft.form === 'infinitive' && !startsWithTo(s, draft) && awaitingVerb(s)?.kind === 'complement';

/** "condemned the attack and promised/VBN revenge", "has met or called him", "were seized and taken away": a participle joined to a verb has its voice and tense. */
function sharedForm(s: ReaderState, draft: DraftPredicate): DraftPredicate | undefined {
  const first = topVerb(s);
  if (draft.form !== 'participle' || hasAuxiliary(s, draft) || !first || first.form === 'gerund') return undefined;
  if (s.preposition !== undefined || byFollows(s)) return undefined;
  const next = s.items[s.at + 1];
  const hasObject = next?.kind === 'noun' && !next.temporal;
  if (!s.conjunction && !s.coordinating && !(s.comma && hasObject && first.form === 'finite')) return undefined;
  return first.form === 'infinitive' || (first.voice === 'passive' && hasObject) ? undefined : first;
}

const hasAuxiliary = (s: ReaderState, { span, head }: DraftPredicate): boolean => {
  for (let i = span.start; i < head; i++) if (s.doc.morphology[i]?.upos === 'AUX') return true;
  return false;
};

/** A copula with an adjective behind it ("is ready") is a predicate whose head is the adjective. */
function addPredicate(s: ReaderState, item: VerbItem): PredicateIndex {
  const group = s.doc.groups[item.group];
  if (!group) throw new RangeError(`no group ${item.group}`);
  const { copula, words: verb } = readVerbGroup(s.doc, group, s.fronted && tokensOf(s.fronted));
  s.fronted = undefined;
  const adjective = copula ? adjectiveAfter(s) : undefined;
  const predicate = newPredicate(verb, s.sentence, s.quoted);
  if (adjective) {
    predicate.pos = 'adjective';
    predicate.head = adjective.start;
    predicate.span = { start: verb.span.start, end: adjective.start + 1 };
    predicate.lemma = s.doc.morphology[adjective.start]?.lemma.toLowerCase() ?? '';
  }
  return s.predicates.push(predicate) - 1;
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
    verb.span.end - verb.span.start === 1 &&
    s.doc.morphology[verb.head]?.xpos === 'VBD' &&
    ((byFollows(s) && top(s).verb !== undefined) || (s.chain.length > 0 && !s.comma && mainVerbFollows(s)))
  );
}

/** "The study published in March [showed] …": a second finite verb that can have no other subject. */
function mainVerbFollows(s: ReaderState): boolean {
  // "the port in which ships [docked] belongs": of two subjects the nearer one takes the nearer verb.
  if (s.stack.filter(isAwaiting).length !== 1) return false;
  for (let i = s.at + 1; i < Math.min(s.items.length, s.at + 14); i++) {
    const item = s.items[i];
    const before = s.items[i - 1];
    const joined = before?.kind === 'word' && (before.role === 'conjunction' || before.role === 'comma');
    if (item?.kind === 'verb') {
      const group = s.doc.groups[item.group];
      const reading = group && readVerbGroup(s.doc, group);
      if (reading?.words.form !== 'finite' || joined) return false;
      return true;
    }
    if (item?.kind === 'noun') {
      if (
        !item.temporal &&
        !(before?.kind === 'word' && (before.role === 'preposition' || before.role === 'conjunction'))
      )
        return false;
    } else if (item?.kind !== 'word' || !['preposition', 'conjunction', 'adverb', 'other', 'quote'].includes(item.role))
      return false;
  }
  return false;
}

/** "The delegation blamed/VBN the opposition": a bare participle that is the only verb its subject can have is a past tense. */
function isMistaggedPast(s: ReaderState, index: PredicateIndex): boolean {
  const verb = s.predicates[index];
  if (verb?.form !== 'participle' || hasAuxiliary(s, verb)) return false;
  if (!awaitingVerb(s) || s.preposition !== undefined || byFollows(s)) return false;
  if (/(?:en|wn|un|gone|done|been)$/.test(s.doc.tokens[verb.head]?.text.toLowerCase() ?? '')) return false;
  const next = s.items[s.at + 1];
  if (next?.kind === 'noun' && !next.temporal) return true;
  return !finiteVerbLater(s.doc, s.items, s.at + 1);
}

/** "There was fighting": the noun that follows will be the subject. */
function readExistential(s: ReaderState, index: PredicateIndex): void {
  const { verb } = top(s);
  if (verb !== undefined) {
    const governor = { predicate: verb, relation: 'complement' } as const;
    const content = !s.comma && !s.conjunction && s.predicates[verb]?.objects.length === 0;
    if (content) pushClause(s, newClause('complement', { governor }));
    else s.stack = [newClause('root')];
  }
  const clause = top(s);
  delete clause.subject;
  clause.inverted = true;
  attachVerb(s, clause, index);
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
  if (s.conjunction || s.coordinating || (s.comma && previous)) return coordinateVerb(s, index);
  // "said [the talks] would go on": the object was the subject of a clause that no "that" opened.
  const stolen = previous?.objects.pop();
  if (stolen) for (const g of stolen.groups) delete s.nouns.get(g)?.role;
  if (stolen && clause.verb !== undefined) return attachVerb(s, openContent(s, clause.verb, stolen), index);
  if (clause.free && s.stack.length > 1) {
    // "What Iran wants [is] a veto": the clause itself is the subject.
    s.stack = [newClause('root')];
    return attachVerb(s, top(s), index);
  }
  if (s.last && clause.verb !== undefined) {
    const fresh = newClause('root', { subject: s.last });
    s.stack = [fresh];
    return attachVerb(s, fresh, index);
  }
  attachVerb(s, clause, index);
}

/** "…," said Velayati. Without quotation marks most verbs of saying share the subject instead: "condemned the test, [announced] sanctions". */
function isInvertedSpeech(s: ReaderState, index: PredicateIndex): boolean {
  const next = s.items[s.at + 1];
  const draft = s.predicates[index];
  if (!isSpeechVerb(s, draft) || !s.comma || s.conjunction || next?.kind !== 'noun') return false;
  if (top(s).verb === undefined) return false;
  const quote = s.items.slice(Math.max(0, s.at - 2), s.at).some((x) => x.kind === 'word' && x.role === 'quote');
  return quote || PLAIN_SPEECH.has(draft?.lemma ?? '');
}
