import type { Governor } from './clause.ts';
import { type DraftPhrase, newClause } from './drafts.ts';
import type { WordItem } from './items.ts';
import { finiteVerbFollows, verbBeforeComma } from './lookahead.ts';
import { quotedAfter } from './quotes.ts';
import {
  beginClauses,
  clearJoint,
  interrupt,
  pushClause,
  type ReaderState,
  resume,
  takesContent,
  top,
  topVerb,
} from './reader-state.ts';

const LATE_PARTICLES: ReadonlySet<string> = new Set(
  'up down off out back away over aside together apart in on'.split(' '),
);
/** What may follow "called the talks [off]". */
const AFTER_PARTICLE: ReadonlySet<string> = new Set(['preposition', 'comma', 'stop', 'conjunction', 'other', 'quote']);
/** Question words that stand for their own noun: "[what] Iran did". */
const FREE_RELATIVES: ReadonlySet<string> = new Set(['what', 'whatever', 'whoever', 'whichever']);
const ADVERBIAL_RELATIVES: ReadonlySet<string> = new Set(['when', 'where', 'why', 'how']);

/** Words that the tagger calls prepositions though a clause follows: "after a witness [was] found". */
const CLAUSE_PREPOSITIONS: ReadonlySet<string> = new Set([
  'after',
  'before',
  'since',
  'until',
  'till',
  'as',
  'whether',
  'while',
  'once',
  'than',
]);

const subjectFollows = (s: ReaderState): boolean =>
  s.items[s.at + 1]?.kind === 'noun' && (verbBeforeComma(s.doc, s.items, s.at + 1) || doerFollows(s));

/** "after fighters wounded/VBN a soldier": a noun, a bare participle and its object are a clause, whatever the tagger says. */
const doerFollows = (s: ReaderState): boolean => {
  const [verb, object] = [s.items[s.at + 2], s.items[s.at + 3]];
  return verb?.kind === 'verb' && object?.kind === 'noun' && !object.temporal;
};

/** A word between groups: notes how the next group will be joined, opens and closes clauses. */
export function readWord(s: ReaderState, item: WordItem): void {
  switch (item.role) {
    case 'preposition':
      if (readLateParticle(s, item.text)) return;
      if (CLAUSE_PREPOSITIONS.has(item.text) && subjectFollows(s)) return openSubordinate(s, item.text);
      s.preposition = item.text;
      return;
    case 'adverb':
      readLateParticle(s, item.text);
      return;
    case 'comma':
      closeAtComma(s);
      s.comma = true;
      s.preposition = undefined;
      return;
    case 'conjunction':
      s.conjunction = true;
      s.coordinating = top(s).verb !== undefined;
      return;
    case 'relative':
      return isSaidThat(s, item.text) ? openSubordinate(s, 'that') : openRelative(s, item.text);
    case 'subordinator':
      return openSubordinate(s, item.text);
    case 'quote':
      s.quoted = quotedAfter(s.quoted, item.text);
      return;
    case 'stop':
      if (item.closer !== undefined) return interrupt(s, item.closer);
      if (!resume(s, s.at)) beginClauses(s);
      return;
    default:
      return;
  }
}

/** "turned the offer [down]", "called the talks [off]": sets the particle of the verb before. */
function readLateParticle(s: ReaderState, text: string): boolean {
  const draft = topVerb(s);
  if (!draft || draft.particle || draft.objects.length === 0 || !LATE_PARTICLES.has(text)) return false;
  const next = s.items[s.at + 1];
  if (next && !(next.kind === 'word' && AFTER_PARTICLE.has(next.role))) return false;
  draft.particle = text;
  return true;
}

const clauseNext = (s: ReaderState): boolean =>
  s.items[s.at + 1]?.kind === 'noun' && finiteVerbFollows(s.doc, s.items, s.at + 1);

/** "said on Tuesday that X …", "told reporters in Ankara that X …": "that" with a clause behind it, after a verb of saying, opens what is said. */
function isSaidThat(s: ReaderState, text: string): boolean {
  const draft = topVerb(s);
  const before = s.items[s.at - 1];
  // "demanded on Saturday that …": a time has no relative clause.
  const afterTime = before?.kind === 'noun' && before.temporal;
  if (text !== 'that' || !draft || !(afterTime || takesContent(s, draft))) return false;
  return draft.objects.length === 0 || (clauseNext(s) && !draft.complements.some((c) => c.form === 'that'));
}

function openRelative(s: ReaderState, marker: string): void {
  const { verb } = top(s);
  const free = FREE_RELATIVES.has(marker);
  const adverbial = ADVERBIAL_RELATIVES.has(marker);
  // "did not say [why] …"
  const asked = (marker === 'why' || marker === 'how') && topVerb(s)?.objects.length === 0;
  const relation = free || asked ? 'complement' : adverbial ? 'adverbial' : 'relative';
  const governor: Governor | undefined = verb === undefined ? undefined : { predicate: verb, relation, marker };
  const antecedent = free || adverbial ? undefined : s.last;
  const { preposition } = s;
  pushClause(
    s,
    newClause(relation === 'adverbial' ? 'subordinate' : relation, {
      marker,
      ...(free ? { free } : {}),
      ...(preposition === undefined || !antecedent ? {} : { preposition }),
      afterComma: s.comma,
      ...(marker === 'whose' ? { owns: true } : {}),
      ...(antecedent ? { antecedent, candidates: candidatesFor(s, antecedent) } : {}),
      ...(governor ? { governor } : {}),
    }),
  );
  clearJoint(s);
}

/** The nouns that a relative clause behind `last` may describe: those of the chain that leads to it. */
const candidatesFor = (s: ReaderState, last: DraftPhrase): readonly DraftPhrase[] =>
  s.chain.at(-1) === last ? s.chain : [last];

/** "that", "if", "because", "after …": a clause, or a preposition when no clause follows. */
function openSubordinate(s: ReaderState, marker: string): void {
  const next = s.items[s.at + 1];
  const bareNoun = next?.kind === 'noun' && !clauseNext(s) && !doerFollows(s);
  if (marker !== 'that' && (bareNoun || (next?.kind === 'verb' && marker !== 'if' && marker !== 'to'))) {
    s.preposition = marker;
    return;
  }
  const { verb } = top(s);
  const antecedent = marker === 'that' && next?.kind === 'verb' && s.chain.length > 0 ? s.last : undefined;
  const content = marker === 'that' || marker === 'whether';
  const relation = antecedent ? 'relative' : content ? 'complement' : 'adverbial';
  pushClause(
    s,
    newClause(relation === 'adverbial' ? 'subordinate' : relation, {
      marker,
      ...(antecedent ? { antecedent, candidates: candidatesFor(s, antecedent) } : {}),
      ...(verb === undefined ? {} : { governor: { predicate: verb, relation, marker } }),
    }),
  );
  s.chain = [];
  clearJoint(s);
}

/** A comma ends relative and reduced clauses, and a fronted subordinate clause, while an outer clause waits for its verb. */
function closeAtComma(s: ReaderState): void {
  const outermost = s.stack.findIndex((c) => c.verb === undefined);
  while (outermost >= 0 && s.stack.length > outermost + 1 && top(s).verb !== undefined) s.stack.pop();
}
