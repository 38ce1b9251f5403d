import { NOWHERE } from '../base/nowhere.ts';
import { TIME_NOUNS } from '../base/time-words.ts';
import type { Morphology } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import { GIVES } from './control.ts';
import type { DraftPhrase, DraftPredicate } from './drafts.ts';
import { TAKES_TIME } from './read-nouns.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import {
  isListed,
  isRelativePronoun,
  isTime,
  nounGroupAt,
  phraseOf,
  prepositionOf,
  type TreeReading,
  wordAt,
} from './tree-phrases.ts';
import { isPassive, mainGroup, type TreeVerb } from './tree-predicates.ts';

/** Dependents of a clause with one of these relations (without subtype), in text order. */
export function dependents(r: TreeReading, verb: TreeVerb, ...relations: readonly string[]): readonly TokenIndex[] {
  const { heads } = verb;
  if (heads.length === 1) return childrenBy(r.tree, heads[0] as TokenIndex, ...relations);
  return heads
    .flatMap((h) => childrenBy(r.tree, h, ...relations))
    .filter((c) => !heads.includes(c))
    .sort((a, b) => a - b);
}

/** The verb whose content clause hangs on a copula, seen from that clause: "the problem [is] that nobody pays". */
export type OuterCopulas = ReadonlyMap<TokenIndex, TokenIndex>;

/** Tokens that may be the subject of a clause, the chosen one first. */
export function subjectTokens(r: TreeReading, verb: TreeVerb, outer: OuterCopulas): readonly TokenIndex[] {
  const { content } = verb;
  if (content !== undefined) return childrenBy(r.tree, content, 'nsubj').filter((c) => c < (verb.heads[0] ?? 0));
  const copula = verb.heads.map((h) => outer.get(h)).find((c) => c !== undefined) ?? -1;
  const found = dependents(r, verb, 'nsubj').filter((c) => c > copula);
  // "[Friday] the army said": a time is a subject only where there is no other.
  const named = found.filter((c) => !isTime(r, c));
  const chosen = named.length > 0 ? named : found;
  if (chosen.length > 0) return chosen;
  const empty = dependents(r, verb, 'expl');
  // "There was [fighting]"
  const behind = r.s.doc.groups[nounGroupAt(r, mainGroup(verb).end) ?? NOWHERE]?.head;
  if (empty.some((c) => r.s.doc.morphology[c]?.xpos === 'EX')) return behind === undefined ? [] : [behind];
  return empty.length > 0
    ? empty
    : dependents(r, verb, 'vocative', 'dislocated').filter((c) => c < (verb.heads[0] ?? 0));
}

/** The subject that a clause has itself; shared ones come from other clauses. */
export function ownSubject(r: TreeReading, verb: TreeVerb, outer: OuterCopulas): DraftPhrase | undefined {
  const [first, ...more] = subjectTokens(r, verb, outer).flatMap((token) => {
    const phrase = phraseOf(r, token);
    return phrase ? [{ token, phrase }] : [];
  });
  // "Mexico as well as [Panama] backed": two subjects with a conjunction between them are one.
  const joined = more.find(
    ({ token }) => first && (isJoined(r, first.token, token) || isListed(r, first.token, token)),
  );
  // "[Ethiopia], Eritrea sign" with the first name called out to.
  const called = dependents(r, verb, 'vocative').find((c) => first && isListed(r, c, first.token));
  const before = called === undefined ? undefined : phraseOf(r, called);
  if (first && before) return { groups: [before.groups[0], ...first.phrase.groups] };
  if (!first || !joined) return first?.phrase;
  return { groups: [first.phrase.groups[0], ...first.phrase.groups.slice(1), ...joined.phrase.groups] };
}

/** "and", "as well as" stand right before the second one. */
export function isJoined(r: TreeReading, first: TokenIndex, second: TokenIndex): boolean {
  const start = (r.s.doc.groups[r.groupAt.get(second) ?? NOWHERE]?.start ?? second) - 1;
  return start > first && (r.fixed.get(start)?.role === 'conjunction' || r.s.doc.morphology[start]?.upos === 'CCONJ');
}

/** Objects (direct and indirect) in text order, nouns behind a copula or verbs like "become" and "name" among them. */
export function objectTokens(r: TreeReading, verb: TreeVerb): readonly TokenIndex[] {
  const direct = dependents(r, verb, 'obj', 'iobj').filter(
    (c) => !r.predicateAt.has(c) && !isBareTime(r, c) && prepositionOf(r, c) === undefined,
  );
  // "killed [81 people]" that the tree takes for an adverbial
  const bare = dependents(r, verb, 'obl').filter(
    (c) =>
      (r.tree.relation(c) === 'obl' || isMislaid(r, c)) &&
      !isPassive(r, verb) &&
      c > mainGroup(verb).start &&
      !r.predicateAt.has(c) &&
      !isTime(r, c) &&
      prepositionOf(r, c) === undefined,
  );
  const named = dependents(r, verb, 'xcomp').filter((c) => !r.predicateAt.has(c) && !prepositionOf(r, c));
  // "burned [a pilot] alive", "pledged [Pakistan] its support"
  const small = dependents(r, verb, 'xcomp').flatMap((c) =>
    r.predicateAt.has(c) ? [] : childrenBy(r.tree, c, 'nsubj'),
  );
  const given = direct.flatMap((c) => childrenBy(r.tree, c, 'nmod', 'compound').filter((g) => isGiven(r, verb, g)));
  return [...small, ...given, ...direct, ...(direct.length > 0 ? [] : bare), ...named, ...predicateNoun(r, verb)].sort(
    (a, b) => a - b,
  );
}

/** A noun right behind the verb that the tree makes the unmarked owner of its object, or, before "its" or an amount, a part of it. */
const isGiven = (r: TreeReading, verb: TreeVerb, token: TokenIndex): boolean =>
  (r.tree.relation(token) === 'nmod:poss' || isBeforeOwner(r, token) || isBeforeAmount(r, verb, token)) &&
  childrenBy(r.tree, token, 'case').length === 0 &&
  r.s.doc.groups[nounGroupAt(r, token) ?? NOWHERE]?.start === mainGroup(verb).end &&
  /^(?:NOUN|PROPN)$/.test(r.s.doc.morphology[token]?.upos ?? '');

/** "pledged [Pakistan] its support" */
const isBeforeOwner = (r: TreeReading, token: TokenIndex): boolean => {
  const opener = openerBehind(r, token);
  return opener?.upos === 'DET' || opener?.xpos === 'PRP$';
};

/** "gave [Kenya] $50 million" */
const isBeforeAmount = (r: TreeReading, verb: TreeVerb, token: TokenIndex): boolean =>
  /^(?:NUM|SYM)$/.test(openerBehind(r, token)?.upos ?? '') &&
  GIVES.has(r.s.doc.morphology[mainGroup(verb).head]?.lemma ?? '');

/** The first word of the group on which a noun of a group of its own hangs, when it stands right behind it. */
function openerBehind(r: TreeReading, token: TokenIndex): Morphology | undefined {
  const [own, whole] = [token, r.tree.head(token)].map((t) => r.s.doc.groups[nounGroupAt(r, t) ?? NOWHERE]);
  return own && own.end === whole?.start ? r.s.doc.morphology[whole.start] : undefined;
}

/** "pardoned [Nixon]" taken for a measure: names and pronouns measure nothing. */
const isMislaid = (r: TreeReading, token: TokenIndex): boolean =>
  r.tree.relation(token) === 'obl:unmarked' && /^(?:PROPN|PRON)$/.test(r.s.doc.morphology[token]?.upos ?? '');

/** "said [Thursday]", which the tree takes for an object; but "spent [the night]", "eased [the curfew hours]". */
export const isBareTime = (r: TreeReading, token: TokenIndex): boolean =>
  /^(?:obj|iobj)$/.test(r.tree.relation(token)) &&
  isTime(r, token) &&
  !isTimeOfThing(r, token) &&
  !TAKES_TIME.has(r.s.doc.morphology[r.tree.head(token)]?.lemma ?? '');

/** "the curfew hours", "a day of mourning": a noun that is no time itself says what they are for. */
const isTimeOfThing = (r: TreeReading, token: TokenIndex): boolean =>
  r.tree
    .children(token)
    .some(
      (c) =>
        r.s.doc.morphology[c]?.xpos === 'NN' &&
        !TIME_NOUNS.has(wordAt(r, c)) &&
        (r.tree.relation(c) === 'compound' || prepositionOf(r, c) === 'of'),
    );

/** "is [a member]": the noun that stands behind a copula without a preposition. */
function predicateNoun(r: TreeReading, { heads: [head = -1], groups, content }: TreeVerb): readonly TokenIndex[] {
  const own = groups.some((g) => g.start <= head && head < g.end);
  return own || content !== undefined || prepositionOf(r, head) !== undefined ? [] : [head];
}

/** Nouns whose relative clause lacks no object: "the day they left". */
const WITHOUT_GAP: ReadonlySet<string> = new Set('way reason place extent point moment'.split(' '));

/** What the antecedent is to the verb of a relative clause without a pronoun: "the treaty [they] signed", "the bloc it belongs to". */
export interface Gap {
  readonly verb: TokenIndex;
  readonly antecedent: TokenIndex;
  /** Absent for an object. */
  readonly preposition?: string;
}

/**
 * The gap of a relative clause that has a subject of its own and no pronoun. The verb that takes it may stand further in: "the pact
 * they agreed [to sign]".
 */
export function gapOf(
  r: TreeReading,
  head: TokenIndex,
  draftAt: (token: TokenIndex) => DraftPredicate | undefined,
): Gap | undefined {
  if (r.tree.relation(head) !== 'acl:relcl') return undefined;
  const antecedent = r.tree.head(head);
  let verb = head;
  for (let next: TokenIndex | undefined = head; next !== undefined; ) {
    verb = next;
    if (hasPronoun(r, verb)) return undefined;
    next = childrenBy(r.tree, verb, 'xcomp').find((c) => r.predicateAt.has(c));
  }
  const stranded = strandedPreposition(r, verb);
  if (stranded !== undefined) return { verb, antecedent, preposition: stranded };
  const lemma = r.s.doc.morphology[antecedent]?.lemma.toLowerCase() ?? '';
  const draft = draftAt(verb);
  const closed = childrenBy(r.tree, verb, 'obj', 'ccomp', 'xcomp').length > 0 || draft?.voice === 'passive';
  if (closed || draft?.pos !== 'verb' || draft.lemma === 'be') return undefined;
  return isTime(r, antecedent) || TIME_NOUNS.has(lemma) || WITHOUT_GAP.has(lemma) ? undefined : { verb, antecedent };
}

const hasPronoun = (r: TreeReading, verb: TokenIndex): boolean => {
  const asks = (c: TokenIndex): boolean =>
    isRelativePronoun(r, c) || /^WRB$|^WP\$$/.test(r.s.doc.morphology[c]?.xpos ?? '');
  const beside = r.tree.children(r.tree.head(verb)).filter((c) => c < verb);
  return [...beside, ...r.tree.children(verb)].some((c) => asks(c) || r.tree.children(c).some(asks));
};

/** "the bloc it belongs [to]". */
function strandedPreposition(r: TreeReading, verb: TokenIndex): string | undefined {
  const found = r.tree
    .children(verb)
    .find(
      (c) =>
        c > verb &&
        /^(?:obl|advmod|case|xcomp)$/.test(baseRelation(r.tree, c)) &&
        r.s.doc.morphology[c]?.upos === 'ADP' &&
        nounGroupAt(r, c + 1) === undefined &&
        r.tree.children(c).length === 0,
    );
  return found === undefined ? undefined : wordAt(r, found);
}
