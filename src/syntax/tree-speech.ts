import { NOWHERE } from '../base/nowhere.ts';
import type { PredicateIndex } from './clause.ts';
import type { ClausePlace } from './clause-place.ts';
import type { DraftPhrase, DraftPredicate } from './drafts.ts';
import { isSpeechVerb, PLAIN_SPEECH } from './reader-state.ts';
import { governor } from './tree-links.ts';
import { isTime, nounGroupAt, phraseOf, prepositionOf, type TreeReading, wordAt } from './tree-phrases.ts';

/**
 * "X did Y, Z said", "“…,” said Z": parsers often make one clause of it or give the verb of saying the wrong subject, so that it is
 * looked for in the row of words. What stands before and hangs on nothing is what Z said.
 */
export function adoptReportedSpeech(r: TreeReading, places: ReadonlyMap<PredicateIndex, ClausePlace>): void {
  for (const place of places.values()) {
    const draft = r.s.predicates[place.index];
    if (!draft || !isSaying(r, draft, place)) continue;
    const speaker = speakerBefore(r, draft, place.index) ?? speakerBehind(r, draft, place.index);
    if (!speaker) {
      const host = r.s.predicates[place.host ?? NOWHERE];
      if (host && interrupts(r, draft, place)) host.governor ??= governor(place.index, 'speech');
      continue;
    }
    takeSpeaker(r, draft, speaker, place.index);
    delete draft.governor;
    adopt(r, place);
    returnTail(r, draft, place);
  }
}

/** "The envoy, [the ministry said], will leave": between commas inside the clause that it reports. */
function interrupts(r: TreeReading, draft: DraftPredicate, place: ClausePlace): boolean {
  const speaker = r.s.doc.groups[draft.subject?.groups.at(-1) ?? NOWHERE];
  const start = r.s.doc.groups[draft.subject?.groups[0] ?? NOWHERE]?.start ?? 0;
  const between = wordAt(r, start - 1) === ',' && wordAt(r, draft.span.end) === ',';
  return place.relation === 'parataxis' && place.fronted && between && speaker?.end === draft.span.start;
}

/** Makes the speaker the subject; one that the tree took from beyond another verb goes back to that verb. */
function takeSpeaker(r: TreeReading, draft: DraftPredicate, speaker: DraftPhrase, index: PredicateIndex): void {
  const { subject } = draft;
  draft.objects = draft.objects.filter((o) => o !== speaker);
  const robbed = subject && verbBetween(r, draft, subject, index);
  if (subject && !robbed) return;
  draft.subject = speaker;
  if (!robbed || !subject) return;
  robbed.objects = robbed.objects.filter((o) => o !== speaker);
  robbed.subject ??= subject;
  if (robbed.governor?.predicate === index) delete robbed.governor;
}

/** A finite verb of saying that takes no clause behind it and that nothing puts under another verb. */
function isSaying(r: TreeReading, draft: DraftPredicate, place: ClausePlace): boolean {
  if (!isSpeechVerb(r.s, draft) || draft.form !== 'finite' || draft.voice === 'passive' || draft.quoted) return false;
  const takes = draft.complements.some((c) => {
    const content = r.s.predicates[c.predicate];
    const behind = content && content.span.start > draft.head && !content.quoted;
    // "X did Y, Z said, [accusing W]"
    return behind && !(c.form === 'ing' && wordAt(r, content.span.start - 1) === ',');
  });
  const free = place.marker === undefined && !/^(?:acl|acl:relcl|xcomp)$/.test(place.relation);
  const joined = place.relation === 'conj' && wordAt(r, draft.span.start - 1) === 'and';
  return free && !takes && !joined;
}

/** Words between the nouns of a phrase: "two people [briefed on] the talks", "a source [close to] the court". */
const DESCRIBES = /^(?:IN|TO|POS|RP|JJR?|RB|VB[DGN])$/;

/** "…, [the minister] said", "…, [a spokesman for the army] said": the phrase between a comma or quotation mark and the verb. */
function speakerBefore(r: TreeReading, draft: DraftPredicate, index: PredicateIndex): DraftPhrase | undefined {
  const { doc } = r.s;
  let at = draft.span.start - 1;
  let first: number | undefined;
  while (at > r.tree.start && !/^(?:,|["“”]|[—–-]+|'')$/.test(wordAt(r, at))) {
    const group = doc.groups[nounGroupAt(r, at) ?? NOWHERE];
    if (group) first = group.head;
    else if (first === undefined || !DESCRIBES.test(doc.morphology[at]?.xpos ?? '')) return undefined;
    at = (group?.start ?? at) - 1;
  }
  if (first === undefined || at <= r.tree.start || isTime(r, first) || !clauseBefore(r, index, at)) return undefined;
  // "In Cairo, where leaders met, the minister said": what the noun hangs on doesn't matter, only that it opens the phrase.
  return prepositionOf(r, first) === undefined ? phraseOf(r, first) : undefined;
}

/** "…,” said [the minister]": without quotation marks only after the plainest verbs. */
function speakerBehind(r: TreeReading, draft: DraftPredicate, index: PredicateIndex): DraftPhrase | undefined {
  const group = r.s.doc.groups[nounGroupAt(r, draft.span.end) ?? NOWHERE];
  const before = [wordAt(r, draft.span.start - 1), wordAt(r, draft.span.start - 2)];
  const quote = before.some((w) => /^(?:["“”]|'')$/.test(w));
  const comma = before[0] === ',' && PLAIN_SPEECH.has(draft.lemma);
  if (!group || group.start !== draft.span.end || isTime(r, group.head) || !(quote || comma)) return undefined;
  return clauseBefore(r, index, draft.span.start - 1) || quote ? phraseOf(r, group.head) : undefined;
}

/** A finite clause of the same sentence stands before the token. */
function clauseBefore(r: TreeReading, index: PredicateIndex, token: number): boolean {
  for (let i = index - 1; r.s.predicates[i]?.sentence === r.s.sentence; i--) {
    const p = r.s.predicates[i];
    if (p?.form === 'finite' && p.span.end <= token) return true;
  }
  return false;
}

/** The first finite verb between a subject and the verb of saying to which the tree gave it. */
function verbBetween(
  r: TreeReading,
  draft: DraftPredicate,
  subject: DraftPhrase,
  index: PredicateIndex,
): DraftPredicate | undefined {
  const start = r.s.doc.groups[subject.groups[0]]?.start ?? 0;
  if (start >= draft.span.start) return undefined;
  return r.s.predicates
    .slice(Math.max(0, index - MAX_QUOTED), index)
    .find((p) => p.sentence === r.s.sentence && p.form === 'finite' && p.span.start >= start);
}

/** More clauses than a sentence before "Z said" can have. */
const MAX_QUOTED = 200;

/** Gives what hangs on nothing, before the verb or round it, to the verb of saying. */
function adopt(r: TreeReading, place: ClausePlace): void {
  const { predicates } = r.s;
  const host = rootOf(r, place.host, place.index);
  const first = Math.max(0, place.index - MAX_QUOTED);
  for (let i = place.index - 1; i >= first && predicates[i]?.sentence === r.s.sentence; i--) {
    const p = predicates[i];
    if (p && !p.governor) p.governor = governor(place.index, 'speech');
  }
  if (host) host.governor ??= governor(place.index, 'speech');
}

/**
 * "Kenya raided Chad, officials said, [killing ten]", "…, [with ten killed]": what hangs on the verb of saying behind a comma tells of
 * the deed, unless it is speech itself ("…, accusing Chad").
 */
function returnTail(r: TreeReading, verb: DraftPredicate, place: ClausePlace): void {
  const { predicates } = r.s;
  const isContent = (p: DraftPredicate): boolean =>
    p.governor?.predicate === place.index && p.governor.relation === 'speech' && p.form === 'finite';
  const first = Math.max(0, place.index - MAX_QUOTED);
  const content = predicates.findIndex((p, i) => i >= first && p.sentence === r.s.sentence && isContent(p));
  const deed = predicates[content];
  if (!deed || content > place.index) return;
  for (let i = place.index + 1; predicates[i]?.sentence === r.s.sentence; i++) {
    const p = predicates[i] as DraftPredicate;
    const hangs = p.governor?.predicate === place.index && p.governor.relation === 'adverbial';
    if (!hangs || !/^(?:gerund|participle)$/.test(p.form) || p.quoted || !opensBehindComma(r, verb, p)) continue;
    const shares = p.subject === verb.subject;
    if (shares && (isSpeechVerb(r.s, p) || SPEECH_ACTS.has(p.lemma))) continue;
    p.governor = governor(content, 'adverbial', p.governor?.marker);
    if (shares && deed.subject) p.subject = deed.subject;
  }
}

/** What somebody who speaks does with his words, besides reporting. */
const SPEECH_ACTS: ReadonlySet<string> = new Set(
  (
    'accuse blame call cite condemn criticise criticize denounce describe demand express invite name praise quote refer reiterate ' +
    'reject speak stress thank urge use vow welcome'
  ).split(' '),
);

/** A comma between the verb of saying and the clause, at most a marker before the clause's own words. */
function opensBehindComma(r: TreeReading, verb: DraftPredicate, clause: DraftPredicate): boolean {
  const subject = clause.subject && clause.subject !== verb.subject ? clause.subject.groups[0] : undefined;
  const start = Math.min(clause.span.start, r.s.doc.groups[subject ?? NOWHERE]?.start ?? clause.span.start);
  for (let i = verb.span.end; i < start; i++) if (wordAt(r, i) === ',') return true;
  return false;
}

/** The outermost clause over the one in which the verb of saying stands. */
function rootOf(r: TreeReading, from: PredicateIndex | undefined, self: PredicateIndex): DraftPredicate | undefined {
  let at = from;
  for (let steps = 0; at !== undefined && at !== self && steps <= MAX_QUOTED; steps++) {
    const above = r.s.predicates[at]?.governor?.predicate;
    if (above === undefined) return r.s.predicates[at];
    at = above;
  }
  return undefined;
}
