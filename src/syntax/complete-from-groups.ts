import { NOWHERE } from '../base/nowhere.ts';
import type { TokenIndex } from '../model/span.ts';
import type { GroupIndex, PredicateIndex } from './clause.ts';
import type { DraftPhrase, DraftPredicate } from './drafts.ts';
import { type ReaderState, setRole } from './reader-state.ts';
import { baseRelation, type SentenceTree } from './sentence-tree.ts';

/** A sentence that was read off its tree, and the same sentence read off its groups. */
export interface TwoReadings {
  readonly tree: SentenceTree;
  /** Index of the sentence's first predicate. */
  readonly first: PredicateIndex;
  /** Predicates to which the tree gives a subject of their own. */
  readonly complete: ReadonlySet<PredicateIndex>;
  /** Predicates by their head as the groups have them; read when first asked for, since most trees leave nothing open. */
  readonly byHead: () => ReadonlyMap<TokenIndex, DraftPredicate>;
  readonly groupFrom: ReadonlyMap<TokenIndex, GroupIndex>;
}

/**
 * Fills what the tree leaves open with what the groups say: a finite verb without a subject, a verb with a noun right behind it and no
 * object. A parser errs in other places than the row of groups does.
 */
export function completeFromGroups(s: ReaderState, readings: TwoReadings): void {
  const { first, byHead, groupFrom, tree, complete } = readings;
  const dateline = datelineEnd(s, tree);
  const subjects = new Set(s.predicates.slice(first).flatMap((p) => p.subject?.groups ?? []));
  for (let i = first; i < s.predicates.length; i++) {
    const p = s.predicates[i];
    if (!p) continue;
    const placed = p.subject && headOf(s, p.subject) < dateline;
    const wantsSubject = p.form === 'finite' && (placed || !(p.subject || complete.has(i)));
    const wantsObject = p.objects.length === 0 && groupFrom.has(p.span.end) && mayHaveObject(p);
    if (!(wantsSubject || wantsObject) || /^(?:amod|compound)$/.test(baseRelation(tree, p.head))) continue;
    const other = byHead().get(p.head);
    if (other && wantsSubject) takeSubject(s, p, i, other, dateline);
    if (other && wantsObject) takeObject(s, p, i, other, tree, subjects);
  }
}

const headOf = (s: ReaderState, phrase: DraftPhrase): number => s.doc.groups[phrase.groups[0]]?.head ?? 0;
const startOf = (s: ReaderState, phrase: DraftPhrase): number => s.doc.groups[phrase.groups[0]]?.start ?? 0;

/** "CAIRO (AP) — [Egypt] said": the place is no subject. */
function takeSubject(
  s: ReaderState,
  p: DraftPredicate,
  index: PredicateIndex,
  other: DraftPredicate,
  dateline: number,
): void {
  const [first, ...rest] = other.subject?.groups.filter((g) => (s.doc.groups[g]?.head ?? 0) >= dateline) ?? [];
  if (first === undefined) return;
  const subject: DraftPhrase = { groups: [first, ...rest] };
  // What the tree gave to another verb stays there.
  if (subject.groups.some((g) => /^(?:subject|object)$/.test(s.nouns.get(g)?.role?.slot ?? ''))) return;
  const placed = p.subject;
  // "TUNIS (AFP) — The court ruled, [citing] the law": what shared the place shares the subject.
  if (placed) for (const q of s.predicates) if (q.sentence === s.sentence && q.subject === placed) q.subject = subject;
  p.subject = subject;
  for (const g of subject.groups) setRole(s, g, index, 'subject');
}

const mayHaveObject = (p: DraftPredicate): boolean =>
  p.voice !== 'passive' && p.pos !== 'adjective' && !p.complements.some((c) => c.form === 'that');

/** An object right behind the verb. */
function takeObject(
  s: ReaderState,
  p: DraftPredicate,
  index: PredicateIndex,
  other: DraftPredicate,
  tree: SentenceTree,
  subjects: ReadonlySet<number>,
): void {
  const used = new Set(p.obliques.flatMap((o) => o.phrase.groups));
  const object = other.objects.find((o) => startOf(s, o) === p.span.end || ownerBetween(s, p.span.end, o));
  const head = s.doc.groups[object?.groups[0] ?? NOWHERE]?.head ?? -1;
  if (!object || object.groups.some((g) => subjects.has(g) || used.has(g))) return;
  if (/^(?:vocative|discourse|nsubj)$/.test(baseRelation(tree, head))) return;
  p.objects.push(object);
  for (const g of object.groups) setRole(s, g, index, 'object');
}

/** "meets [Peru]'s [president]" */
function ownerBetween(s: ReaderState, from: number, object: DraftPhrase): boolean {
  const [first] = object.groups;
  const owner = [first - 2, first - 1].map((g) => s.doc.groups[g]).find((g) => g?.start === from);
  return s.doc.morphology[owner?.end ?? NOWHERE]?.xpos === 'POS';
}

/** What stands in a dateline before its dash: "CAIRO (AP) —", "Lima, March 8 (EFE)". */
const DATELINE_TAGS: ReadonlySet<string> = new Set(['NNP', 'NNPS', 'CD']);

/** Token behind a dateline, or the start of the sentence. */
function datelineEnd({ doc }: ReaderState, { start, end }: SentenceTree): number {
  if (!/^\p{Lu}/u.test(doc.tokens[start]?.text ?? '')) return start;
  for (let i = start; i < Math.min(end, start + 12); i++) {
    const text = doc.tokens[i]?.text ?? '';
    if (/^(?:[—–:]|-+)$/.test(text)) return i + 1;
    const next = doc.morphology[i + 1];
    if (text === ')' && next && !/^(?:VERB|AUX)$/.test(next.upos) && doc.tokens[i + 1]?.text !== ',') return i + 1;
    if (doc.morphology[i]?.upos !== 'PUNCT' && !DATELINE_TAGS.has(doc.morphology[i]?.xpos ?? '')) return start;
  }
  return start;
}
