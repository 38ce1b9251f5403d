import { NOWHERE } from '../base/nowhere.ts';
import type { GroupIndex, PredicateIndex } from './clause.ts';
import { type ClausePlace, joinFinite, placeOf } from './clause-place.ts';
import type { DraftPhrase, DraftPredicate } from './drafts.ts';
import { mendTree } from './mend-tree.ts';
import { quotedAfter } from './quotes.ts';
import type { ReaderState } from './reader-state.ts';
import type { SentenceTree } from './sentence-tree.ts';
import { hasAuxiliary, settleForm } from './settle-form.ts';
import { dependents, gapOf, type OuterCopulas, objectTokens, ownSubject } from './tree-arguments.ts';
import { linkClause } from './tree-links.ts';
import { readNounContexts } from './tree-nouns.ts';
import { findChains, findObliques, listObliques } from './tree-obliques.ts';
import { fixedPhrases, isRelativePronoun, phraseOf, relativeRound, type TreeReading } from './tree-phrases.ts';
import { draftVerb, findVerbs, mainGroup, type TreeVerb } from './tree-predicates.ts';
import { adoptReportedSpeech } from './tree-speech.ts';
import { sharedSubject } from './tree-subjects.ts';

/** The verbs of a sentence by their predicate. */
type Verbs = ReadonlyMap<PredicateIndex, TreeVerb>;

/**
 * Reads the clauses of one parsed sentence into the state. The tree says who is subject and object of what and which clause hangs on
 * which; prepositional phrases are listed where it hangs them and where else they may belong.
 * @returns the predicates to which the tree gives a subject of their own
 */
export function readTree(
  s: ReaderState,
  tree: SentenceTree,
  owners: Map<GroupIndex, GroupIndex>,
): ReadonlySet<PredicateIndex> {
  const r = newReading(s, tree);
  const { verbs, outer } = draftVerbs(r);
  const obliques = findObliques(r);
  const chains = findChains(r, obliques);
  const complete = fillArguments(r, verbs, outer);
  listObliques(r, obliques, chains);
  const places = placesOf(r, verbs, outer);
  for (const found of places.values()) {
    settleForm(r, found, complete.has(found.index));
    const place = joinFinite(r, found, complete, places);
    const draft = s.predicates[place.index];
    const subject = complete.has(place.index) ? undefined : sharedSubject(r, place);
    if (draft && subject) draft.subject = subject;
    linkClause({ r, places, chains, complete }, place);
  }
  adoptReportedSpeech(r, places);
  readNounContexts(r, verbs, outer, complete, obliques, owners);
  return complete;
}

function newReading(s: ReaderState, found: SentenceTree): TreeReading {
  const groupAt = new Map<number, GroupIndex>();
  for (let g = firstGroup(s, found.start); s.doc.groups[g] && (s.doc.groups[g]?.start ?? 0) < found.end; g++) {
    for (let i = s.doc.groups[g]?.start ?? 0; i < (s.doc.groups[g]?.end ?? 0); i++) groupAt.set(i, g);
  }
  const fixed = fixedPhrases(s, found, groupAt);
  const tree = mendTree(s.doc, found, groupAt);
  return { s, tree, groupAt, fixed, predicateAt: new Map(), phrases: new Map() };
}

/** Index of the first group that starts at a token or behind it. */
function firstGroup({ doc }: ReaderState, token: number): GroupIndex {
  let [low, high] = [0, doc.groups.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((doc.groups[middle]?.start ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes a predicate of every verb; quotation marks are followed on the way. */
function draftVerbs(r: TreeReading): { verbs: Verbs; outer: OuterCopulas } {
  const quoted = readQuotes(r);
  const verbs = new Map<PredicateIndex, TreeVerb>();
  const outer = new Map<number, number>();
  for (const verb of findVerbs(r)) {
    const index = r.s.predicates.length;
    r.s.predicates.push(draftVerb(r, verb, quoted.has(mainGroup(verb).head)));
    verbs.set(index, verb);
    for (const head of verb.heads) r.predicateAt.set(head, index);
    if (verb.content !== undefined) outer.set(verb.content, verb.heads[0] ?? 0);
  }
  return { verbs, outer };
}

/** Tokens inside quotation marks; a quotation may go on from the sentence before and into the next one. */
function readQuotes({ s, tree }: TreeReading): ReadonlySet<number> {
  const found = new Set<number>();
  for (let i = tree.start; i < tree.end; i++) {
    const text = s.doc.tokens[i]?.text ?? '';
    if (/^["“”'‘’`]+$/.test(text)) s.quoted = quotedAfter(s.quoted, text);
    else if (s.quoted) found.add(i);
  }
  return found;
}

/** Subjects, objects and gaps that the tree gives; returns the predicates that have a subject of their own. */
function fillArguments(r: TreeReading, verbs: Verbs, outer: OuterCopulas): ReadonlySet<PredicateIndex> {
  const complete = new Set<PredicateIndex>();
  const draftAt = (token: number): DraftPredicate | undefined => r.s.predicates[r.predicateAt.get(token) ?? NOWHERE];
  for (const [index, verb] of verbs) {
    const draft = r.s.predicates[index];
    if (!draft) continue;
    const subject = ownSubject(r, verb, outer);
    if (subject) draft.subject = subject;
    if (subject && isNegative(r, subject)) draft.negated = true;
    if (subject || hasUnreadSubject(r, verb)) complete.add(index);
    for (const token of objectTokens(r, verb)) {
      const phrase = phraseOf(r, token);
      if (phrase && !draft.objects.includes(phrase) && phrase !== subject) draft.objects.push(phrase);
    }
  }
  for (const verb of verbs.values()) {
    returnObject(r, verb, draftAt);
    fillGap(r, verb, draftAt);
    shareObject(r, verb, draftAt);
  }
  return complete;
}

/** "[Many] fled", "but [who] provoked it": a subject without a noun group; no other clause lends one. */
const hasUnreadSubject = (r: TreeReading, verb: TreeVerb): boolean =>
  verb.content === undefined &&
  dependents(r, verb, 'nsubj', 'csubj').some((c) => !isRelativePronoun(r, c) || relativeRound(r, c) === undefined);

function fillGap(r: TreeReading, verb: TreeVerb, draftAt: (token: number) => DraftPredicate | undefined): void {
  for (const head of verb.heads) {
    const gap = draftAt(head)?.subject ? gapOf(r, head, draftAt) : undefined;
    const phrase = gap && phraseOf(r, gap.antecedent);
    const draft = gap && draftAt(gap.verb);
    if (!gap || !phrase || !draft) continue;
    if (gap.preposition !== undefined) draft.obliques.push({ preposition: gap.preposition, phrase });
    else draft.objects.push(phrase);
  }
}

/** "struck [a bus] carrying troops" with the bus under "carrying": an object before its verb is the host's. */
function returnObject(r: TreeReading, verb: TreeVerb, draftAt: (token: number) => DraftPredicate | undefined): void {
  const draft = draftAt(verb.heads[0] ?? -1);
  const host = draftAt(clauseAbove(r, verb.heads[0] ?? r.tree.root));
  if (draft?.form !== 'gerund' || !host || host === draft || host.voice === 'passive' || host.objects.length > 0)
    return;
  const between = draft.objects.filter(({ groups: [g] }) => {
    const start = r.s.doc.groups[g]?.start ?? 0;
    return start >= host.span.end && start < draft.span.start;
  });
  host.objects.push(...between);
  draft.objects = draft.objects.filter((o) => !between.includes(o));
}

/** "attacked and [looted] the town": the object behind the second verb is that of both. */
function shareObject(r: TreeReading, verb: TreeVerb, draftAt: (token: number) => DraftPredicate | undefined): void {
  const [head = -1] = verb.heads;
  const second = draftAt(head);
  if (r.tree.relation(head) !== 'conj' || !second || second.objects.length > 0) return;
  if (second.voice === 'passive' && hasAuxiliary(r, second)) return;
  const direct = draftAt(r.tree.head(head));
  const first = direct ?? draftAt(clauseAbove(r, head));
  if (!first) return;
  const behind = first.objects.filter((o) => (r.s.doc.groups[o.groups[0]]?.start ?? 0) > head);
  second.objects.push(...behind);
  // "recalled its envoy and [imposed] sanctions" with the verb on "envoy": the second object is the second verb's alone.
  if (!direct) first.objects = first.objects.filter((o) => !behind.includes(o));
}

/** The nearest predicate over a token. */
function clauseAbove(r: TreeReading, token: number): number {
  let at = token;
  do at = r.tree.head(at);
  while (!r.predicateAt.has(at) && at !== r.tree.root);
  return at;
}

/** "No state supported …", "Neither France nor Britain …". */
function isNegative({ s: { doc } }: TreeReading, phrase: DraftPhrase): boolean {
  const group = doc.groups[phrase.groups[0]];
  const word = (i: number): string => doc.tokens[i]?.text.toLowerCase() ?? '';
  return !!group && (/^(?:no|neither)$/.test(word(group.start)) || word(group.start - 1) === 'neither');
}

/** Where each clause hangs, outer clauses first, so that what they share is known when the inner ones are read. */
function placesOf(r: TreeReading, verbs: Verbs, outer: OuterCopulas): ReadonlyMap<PredicateIndex, ClausePlace> {
  const rank = new Map(r.tree.topDown.map((token, i) => [token, i]));
  const depth = (verb: TreeVerb): number =>
    Math.min(...[...verb.heads, verb.content ?? NOWHERE].map((h) => rank.get(h) ?? Number.POSITIVE_INFINITY));
  const ordered = [...verbs].sort(([, a], [, b]) => depth(a) - depth(b));
  return new Map(ordered.map(([index, verb]) => [index, placeOf(r, verb, index, outer)]));
}
