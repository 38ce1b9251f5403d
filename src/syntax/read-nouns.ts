import { NOWHERE } from '../base/nowhere.ts';
import type { GroupIndex } from './clause.ts';
import { type DraftPhrase, newClause, newPhrase, type OpenClause } from './drafts.ts';
import type { NounItem } from './items.ts';
import { openClauseWith, setSubject, startsClause } from './link-clauses.ts';
import { finiteVerbFollows, finiteVerbLater, listEnd, verbBeforeComma } from './lookahead.ts';
import {
  chainGroups,
  clearJoint,
  extendChain,
  nounDraft,
  pushClause,
  type ReaderState,
  setRole,
  top,
  topVerb,
} from './reader-state.ts';

/** Finds the place of a noun group: oblique, conjunct, time, subject, apposition or object. */
export function readNoun(s: ReaderState, item: NounItem): void {
  if (isEmphatic(s, item)) return;
  if (s.preposition !== undefined) return readOblique(s, item, s.preposition);
  const clause = top(s);
  const joined = s.conjunction || (s.comma && continuesList(s, item));
  if (s.last && joined && !item.temporal && !startsClause(s, s.at)) return conjoin(s, s.last, item.group);
  if (item.temporal && !isSpentTime(s)) return readTime(s, newPhrase(item.group));
  const phrase = newPhrase(item.group);
  s.coordinating = false;
  if (clause.inverted && clause.verb !== undefined && !topVerb(s)?.subject) setSubject(s, clause.verb, phrase);
  else if (clause.verb === undefined) readBeforeVerb(s, clause, item.group, phrase);
  else if (startsClause(s, s.at)) openClauseWith(s, phrase);
  else if (s.comma && s.last) return readApposition(s, s.last, item.group);
  else {
    topVerb(s)?.objects.push(phrase);
    setRole(s, item.group, clause.verb, 'object');
  }
  s.last = phrase;
  s.chain = [phrase];
  clearJoint(s);
}

export const TAKES_TIME: ReadonlySet<string> = new Set([
  'spend',
  'take',
  'have',
  'need',
  'waste',
  'save',
  'buy',
  'give',
  'mark',
  'set',
  'devote',
  'want',
  'lose',
  'gain',
]);

/** "spent [the night]", "takes [time]": a time that is the object. */
function isSpentTime(s: ReaderState): boolean {
  return s.items[s.at - 1]?.kind === 'verb' && TAKES_TIME.has(topVerb(s)?.lemma ?? '');
}

/**
 * "A, [B] and C", "A, [B], C and D", in headlines "Ethiopia, [Eritrea] sign"; but "Erdogan, [the president], and Putin" has an
 * apposition in the middle, and so has "two leaders, [Merkel] and Macron, met".
 */
function continuesList(s: ReaderState, item: NounItem): boolean {
  if (s.items[s.at - 2]?.kind !== 'noun') return false;
  const end = listEnd(s.items, s.at);
  const after = s.items[end + 1];
  const names = !!s.last && isBareName(s, s.last.groups[0]) && isBareName(s, item.group);
  if (end === s.at) return names && top(s).verb === undefined && after?.kind === 'verb';
  if (!names && after?.kind === 'word' && after.role === 'comma' && top(s).verb === undefined) return false;
  const before = s.doc.groups[s.last?.groups.at(-1) ?? NOWHERE];
  const determined = (token: number | undefined): boolean => s.doc.morphology[token ?? NOWHERE]?.upos === 'DET';
  return !determined(item.start) || determined(before?.start);
}

/** A name without article or title words in lower case: "Eritrea", not "the Kremlin" or "president Lula". */
function isBareName(s: ReaderState, index: GroupIndex): boolean {
  const group = s.doc.groups[index];
  return !!group && s.doc.morphology[group.start]?.upos === 'PROPN' && s.doc.morphology[group.head]?.upos === 'PROPN';
}

/** "the minister [himself]": adds nothing. */
function isEmphatic(s: ReaderState, item: NounItem): boolean {
  return s.items[s.at - 1]?.kind === 'noun' && /^\w+sel(?:f|ves)$/i.test(s.doc.tokens[item.start]?.text ?? '');
}

/** A prepositional phrase is listed at the verb and at every noun that it may belong to; "of" only at the nearest. */
function readOblique(s: ReaderState, item: NounItem, preposition: string): void {
  const clause = top(s);
  const phrase = newPhrase(item.group);
  const oblique = { preposition, phrase };
  const hosts = chainGroups(s);
  for (const g of preposition === 'of' ? hosts.slice(-1) : hosts) nounDraft(s, g).obliques.push(oblique);
  if (clause.verb !== undefined) {
    topVerb(s)?.obliques.push(oblique);
    setRole(s, item.group, clause.verb, 'oblique', preposition);
  } else if (!s.last) clause.fronted.push(oblique);
  extendChain(s, phrase);
  // "between A and B", "with A and B": the conjunct that follows joins this phrase.
  if (!item.temporal) s.last = phrase;
  clearJoint(s);
  const end = listEnd(s.items, s.at);
  if (end > s.at && !item.temporal && !isSubjectList(s, end)) takeList(s, phrase, end);
}

/** "met A and [B left]", "In Cairo, [Iran and Iraq agreed]": the end of what looks like a list is a subject. */
function isSubjectList(s: ReaderState, end: number): boolean {
  const clause = top(s);
  if (clause.verb !== undefined) return startsClause(s, end);
  return !clause.subject && !clause.antecedent && verbBeforeComma(s.doc, s.items, end);
}

/** Takes the groups of "A, B and C" into one phrase and skips them. */
function takeList(s: ReaderState, phrase: DraftPhrase, end: number): void {
  for (let i = s.at + 1; i <= end; i++) {
    const item = s.items[i];
    if (item?.kind === 'noun') phrase.groups.push(item.group);
  }
  s.skipUntil = end + 1;
}

function conjoin(s: ReaderState, phrase: DraftPhrase, group: GroupIndex): void {
  s.coordinating = false;
  phrase.groups.push(group);
  if (s.chain.at(-1) !== phrase) s.chain = [...s.chain, phrase];
  const role = s.nouns.get(phrase.groups[0])?.role;
  if (role) nounDraft(s, group).role = role;
  clearJoint(s);
}

function readTime(s: ReaderState, phrase: DraftPhrase): void {
  const clause = top(s);
  const oblique = { preposition: '', phrase };
  if (clause.verb === undefined) clause.fronted.push(oblique);
  else topVerb(s)?.obliques.push(oblique);
  clearJoint(s);
}

function twoVerbsFollow(s: ReaderState): boolean {
  const before = s.items[s.at - 1];
  if (before?.kind !== 'noun' || s.doc.morphology[before.start]?.upos !== 'DET') return false;
  const verb = s.items.slice(s.at + 1, s.at + 4).findIndex((x) => x.kind === 'verb');
  return verb >= 0 && finiteVerbFollows(s.doc, s.items, s.at) && finiteVerbLater(s.doc, s.items, s.at + 2 + verb);
}

/** A noun group in a clause whose verb has not come: its subject, or an apposition to it. */
function readBeforeVerb(s: ReaderState, clause: OpenClause, group: GroupIndex, phrase: DraftPhrase): void {
  if (clause.renames) nounDraft(s, clause.renames.groups[0]).appositions.push(group);
  if (clause.subject && s.comma && s.last && !verbBeforeComma(s.doc, s.items, s.at))
    nounDraft(s, s.last.groups[0]).appositions.push(group);
  else if (clause.subject && !s.comma && !s.conjunction && twoVerbsFollow(s)) {
    // "The treaty [they] signed ended the war."
    pushClause(s, newClause('relative', { subject: phrase, antecedent: clause.subject }));
  } else {
    if (clause.owns && clause.antecedent && !clause.subject) nounDraft(s, group).owner = clause.antecedent.groups[0];
    clause.subject = phrase;
  }
}

function readApposition(s: ReaderState, phrase: DraftPhrase, group: GroupIndex): void {
  nounDraft(s, phrase.groups.at(-1) ?? phrase.groups[0]).appositions.push(group);
  s.chain = [newPhrase(group)];
  clearJoint(s);
}
