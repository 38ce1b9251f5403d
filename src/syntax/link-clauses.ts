import { chooseAntecedent, fillGap } from './antecedent.ts';
import type { PredicateIndex } from './clause.ts';
import { type DraftPhrase, newClause, type OpenClause } from './drafts.ts';
import { finiteVerbFollows, joinedBeforeVerb } from './lookahead.ts';
import {
  awaitingVerb,
  isSpeechVerb,
  pushClause,
  type ReaderState,
  setRole,
  takesContent,
  top,
  topVerb,
} from './reader-state.ts';

/** Makes the predicate the verb of an open clause: subject, fronted phrases and governor are settled. */
export function attachVerb(s: ReaderState, clause: OpenClause, index: PredicateIndex): void {
  const draft = s.predicates[index];
  if (!draft) return;
  clause.verb = index;
  const antecedent = chooseAntecedent(s, clause, draft);
  const subject = clause.subject ?? (clause.preposition === undefined && !clause.owns ? antecedent : undefined);
  if (subject) setSubject(s, index, subject);
  if (clause.subject && antecedent && !clause.owns) fillGap(s, clause, draft, antecedent);
  draft.obliques.push(...clause.fronted);
  if (clause.governor) {
    draft.governor = clause.governor;
    if (clause.governor.relation === 'complement') {
      s.predicates[clause.governor.predicate]?.complements.push({ form: 'that', predicate: index });
    }
  } else if (clause.kind !== 'root') awaitMainVerb(s, clause, index);
  settleWaiting(s, clause, index);
  if (clause.kind === 'root' && clause.trailing && isSpeechVerb(s, draft) && !takesClause(s)) adoptSpeech(s, index);
}

/** "If Iran agrees, …": the clause hangs on the verb that is to come. */
function awaitMainVerb(s: ReaderState, clause: OpenClause, predicate: PredicateIndex): void {
  const outer = s.stack.findLast((c) => c !== clause && c.verb === undefined);
  const relation = clause.kind === 'relative' ? 'relative' : 'adverbial';
  outer?.waiting.push({
    predicate,
    relation,
    shares: false,
    ...(clause.marker === undefined ? {} : { marker: clause.marker }),
  });
}

/** The verb for which fronted clauses waited: "Speaking in Cairo, the minister [said]". */
function settleWaiting(s: ReaderState, clause: OpenClause, index: PredicateIndex): void {
  const subject = s.predicates[index]?.subject;
  for (const { predicate, relation, marker, shares } of clause.waiting) {
    const draft = s.predicates[predicate];
    if (!draft || predicate === index) continue;
    draft.governor ??= { predicate: index, relation, ...(marker === undefined ? {} : { marker }) };
    if (shares && subject) draft.subject ??= subject;
  }
  clause.waiting = [];
}

/** "Z said that …", "Z said Iran …": what is said comes behind. */
function takesClause(s: ReaderState): boolean {
  const next = s.items[s.at + 1];
  return (
    (next?.kind === 'word' && next.role === 'subordinator') ||
    (next?.kind === 'noun' && finiteVerbFollows(s.doc, s.items, s.at + 1))
  );
}

/** More clauses than a sentence before "Z said" can have. */
const MAX_QUOTED = 200;

/** "X did Y, Z said": the clauses before are what Z said. */
export function adoptSpeech(s: ReaderState, index: PredicateIndex): void {
  if (s.predicates[index]?.governor) return;
  const first = Math.max(0, index - MAX_QUOTED);
  for (let i = index - 1; i >= first && s.predicates[i]?.sentence === s.sentence; i--) {
    const draft = s.predicates[i];
    if (draft && !draft.governor) draft.governor = { predicate: index, relation: 'speech' };
  }
}

export function setSubject(s: ReaderState, verb: PredicateIndex, phrase: DraftPhrase): void {
  const draft = s.predicates[verb];
  if (!draft) return;
  draft.subject = phrase;
  if (isNegativeSubject(s, phrase)) draft.negated = true;
  for (const g of phrase.groups) setRole(s, g, verb, 'subject');
}

/** "No state supported …", "Neither France nor Britain …". */
function isNegativeSubject({ doc }: ReaderState, phrase: DraftPhrase): boolean {
  const g = doc.groups[phrase.groups[0]];
  const word = (i: number): string => doc.tokens[i]?.text.toLowerCase() ?? '';
  return !!g && (word(g.start) === 'no' || word(g.start) === 'neither' || word(g.start - 1) === 'neither');
}

/** "… and withdrew": shares the subject of the verb before. */
export function coordinateVerb(s: ReaderState, index: PredicateIndex): void {
  const finite = s.predicates[index]?.form === 'finite';
  // "deported four people held in Cairo and [issued] …": a finite verb joins a finite one.
  const joins = (c: OpenClause): boolean =>
    c.verb !== undefined && (!finite || s.predicates[c.verb]?.form === 'finite');
  const host = s.stack.findLast(joins) ?? s.stack.findLast((c) => c.verb !== undefined);
  if (host) s.stack = s.stack.slice(0, s.stack.indexOf(host) + 1);
  const clause = top(s);
  const first = clause.verb;
  const draft = s.predicates[index];
  if (first === undefined || !draft) return attachVerb(s, clause, index);
  const subject = s.predicates[first]?.subject ?? clause.subject;
  if (subject) draft.subject = subject;
  draft.governor = { predicate: first, relation: 'coordinate' };
  clause.verb = index;
}

/** Opens a clause that is the content of the verb before, without a "that": "said [Iran had …]". */
export function openContent(s: ReaderState, verb: PredicateIndex, subject: DraftPhrase): OpenClause {
  const clause = newClause('complement', { subject, governor: { predicate: verb, relation: 'complement' } });
  return pushClause(s, clause);
}

/** True when the noun at item `at` is the subject of a clause of its own, and no open clause waits for a verb. */
export const startsClause = (s: ReaderState, at: number): boolean =>
  (finiteVerbFollows(s.doc, s.items, at) || isContrast(s, at)) &&
  awaitingVerb(s) === undefined &&
  !isObjectOfTwo(s, at);

/** "accepted [refugees] and Mali refused": after a verb that takes no clause, the first noun is its object and the second one the subject. */
function isObjectOfTwo(s: ReaderState, at: number): boolean {
  const verb = topVerb(s);
  if (!verb || s.comma || s.conjunction || s.preposition !== undefined || takesContent(s, verb)) return false;
  return verb.objects.length === 0 && joinedBeforeVerb(s.items, at);
}

/** "would accept them but [Mali] refused/VBN": "but" joins clauses rather than nouns. */
function isContrast(s: ReaderState, at: number): boolean {
  const before = s.items[at - 1];
  const next = s.items[at + 1];
  if (before?.kind !== 'word' || before.text !== 'but' || next?.kind !== 'verb') return false;
  return s.doc.morphology[next.start]?.xpos === 'VBN';
}

/** "X did Y, [Z] said", "said [Z] can play", "the talks [Z] had called": the noun opens a clause of its own. */
export function openClauseWith(s: ReaderState, subject: DraftPhrase): void {
  const clause = top(s);
  const verb = topVerb(s);
  const saysQuote = isSpeechVerb(s, verb) && s.quoted && !verb?.quoted && verb?.complements.length === 0;
  const joint = s.comma || s.conjunction;
  if (clause.verb !== undefined && (saysQuote || (!joint && verb?.objects.length === 0))) {
    openContent(s, clause.verb, subject);
  } else if (!joint && s.last) {
    const governor =
      clause.verb === undefined ? {} : { governor: { predicate: clause.verb, relation: 'relative' } as const };
    pushClause(s, newClause('relative', { subject, antecedent: s.last, ...governor }));
  } else {
    const kept = s.conjunction ? s.stack.slice(0, -1) : [];
    const governor = s.conjunction ? clause.governor : undefined;
    const fields = { subject, trailing: s.comma && !s.conjunction, ...(governor ? { governor } : {}) };
    s.stack = [...kept, newClause(kept.length ? clause.kind : 'root', fields)];
  }
}
