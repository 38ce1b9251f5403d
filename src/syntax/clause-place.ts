import { NOWHERE } from '../base/nowhere.ts';
import type { TokenIndex } from '../model/span.ts';
import type { PredicateIndex } from './clause.ts';
import type { DraftPredicate } from './drafts.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import { dependents, type OuterCopulas } from './tree-arguments.ts';
import { isRelativePronoun, nounGroupAt, type TreeReading, wordAt } from './tree-phrases.ts';
import type { TreeVerb } from './tree-predicates.ts';

/** How a clause hangs in the tree. */
export interface ClausePlace {
  readonly index: PredicateIndex;
  /** Relation of its topmost token, without subtype, but `acl:relcl` whole. */
  readonly relation: string;
  /** Token on which it hangs; absent for the root. */
  readonly above?: TokenIndex | undefined;
  /** Predicate in whose clause it stands. */
  readonly host?: PredicateIndex | undefined;
  /** The noun that it describes, when it hangs on a noun. */
  readonly noun?: TokenIndex | undefined;
  /** "that", "if", "after", "who" …; "to" before an infinitive is none. */
  readonly marker?: string | undefined;
  /** "to" before the verb. */
  readonly infinitive: boolean;
  /** It stands before the verb of its host. */
  readonly fronted: boolean;
}

const SUBORDINATING: ReadonlySet<string> = new Set(
  'after before because while although though unless since until'.split(' '),
);

/** Where a clause hangs, with its marker. */
export function placeOf(r: TreeReading, verb: TreeVerb, index: PredicateIndex, outer: OuterCopulas): ClausePlace {
  const top = topHead(r, verb);
  const draft = r.s.predicates[index] as DraftPredicate; // drafted before
  const found = r.tree.relation(top) === 'acl:relcl' ? 'acl:relcl' : baseRelation(r.tree, top);
  const marker = markerOf(r, verb, found);
  // "came days [after] X had released": a conjunct doesn't open with a word of time or reason.
  const relation = found === 'conj' && marker !== undefined && SUBORDINATING.has(marker) ? 'advcl' : found;
  const base: ClausePlace = {
    index,
    relation: verb.content === undefined ? relation : baseRelation(r.tree, verb.content),
    above: undefined,
    host: undefined,
    noun: undefined,
    marker,
    infinitive: hasTo(r, verb, draft),
    fronted: false,
  };
  const copula = verb.heads.map((h) => r.predicateAt.get(outer.get(h) ?? -1)).find((p) => p !== undefined);
  if (copula !== undefined) return { ...base, relation: 'ccomp', host: copula };
  if (top === r.tree.root || verb.content === r.tree.root) return { ...base, relation: 'root' };
  const above = r.tree.head(verb.content ?? top);
  const host = hostAbove(r, above, index);
  const nominal = /^a(?:cl|mod)/.test(relation) || !r.predicateAt.has(above);
  return {
    ...base,
    above,
    host,
    noun: nominal && nounGroupAt(r, above) !== undefined ? above : undefined,
    fronted: host !== undefined && draft.span.start < (r.s.predicates[host]?.span.start ?? 0),
  };
}

/** The verb's own token that stands nearest to the root. */
function topHead(r: TreeReading, verb: TreeVerb): TokenIndex {
  const depth = (token: TokenIndex): number => {
    let steps = 0;
    for (let at = token; at !== r.tree.root; at = r.tree.head(at)) steps++;
    return steps;
  };
  const [first = r.tree.root, ...more] = verb.heads;
  return more.reduce((top, h) => (depth(h) < depth(top) ? h : top), first);
}

function hostAbove(r: TreeReading, from: TokenIndex, self: PredicateIndex): PredicateIndex | undefined {
  for (let at = from; ; at = r.tree.head(at)) {
    const found = r.predicateAt.get(at);
    if (found !== undefined && found !== self) return found;
    if (at === r.tree.root) return undefined;
  }
}

/** The word that opens a clause, in lower case; the last one of several ("so that" -> "that"). */
function markerOf(r: TreeReading, verb: TreeVerb, relation: string): string | undefined {
  const { doc } = r.s;
  const start = verb.groups[0]?.end ?? 0;
  // "committed [to] supporting"
  const gerund = doc.morphology[verb.heads[0] ?? NOWHERE]?.xpos === 'VBG';
  const marks = dependents(r, verb, 'mark', 'case').filter(
    (c) => c < start && (gerund || !isTo(r, c)) && /\p{L}/u.test(wordAt(r, c)) && r.fixed.get(c)?.role !== 'nothing',
  );
  const asked = (c: TokenIndex): boolean =>
    /^W(?:RB|P|DT|P\$)$/.test(doc.morphology[c]?.xpos ?? '') || isRelativePronoun(r, c);
  // "in [which] ships dock", with the pronoun on the noun
  const beside = relation === 'acl:relcl' ? childrenBy(r.tree, r.tree.head(topHead(r, verb)), 'nmod', 'obl') : [];
  const inside = dependents(r, verb, 'nsubj', 'obj', 'obl', 'advmod', 'nmod', 'det', 'iobj', 'xcomp');
  const pronoun = [...beside, ...inside].flatMap((c) => [c, ...r.tree.children(c)]).find((c) => asked(c) && c < start);
  const last = marks.at(-1) ?? (relation === 'conj' ? undefined : pronoun);
  return last === undefined ? undefined : wordAt(r, last);
}

/** "to" before an infinitive, whatever its tag. */
const isTo = (r: TreeReading, token: TokenIndex): boolean =>
  r.s.doc.morphology[token]?.xpos === 'TO' || (baseRelation(r.tree, token) === 'mark' && wordAt(r, token) === 'to');

function hasTo(r: TreeReading, verb: TreeVerb, draft: DraftPredicate): boolean {
  if (draft.form !== 'infinitive') return false;
  for (let i = draft.span.start; i < draft.head; i++) if (isTo(r, i)) return true;
  return dependents(r, verb, 'mark').some((c) => isTo(r, c));
}

/**
 * "deported men held in Cairo and [issued] …": a finite verb joins a finite one, though the tree hangs it on a participle.
 * @param places those of the clauses above
 */
export function joinFinite(
  r: TreeReading,
  place: ClausePlace,
  complete: ReadonlySet<PredicateIndex>,
  places: ReadonlyMap<PredicateIndex, ClausePlace>,
): ClausePlace {
  const draft = r.s.predicates[place.index];
  if (place.relation !== 'conj' || draft?.form !== 'finite' || complete.has(place.index)) return place;
  // "men held and tortured/VBD": a bare past form may be a participle itself.
  const bare = r.s.doc.morphology[draft.head]?.xpos === 'VBD' && draft.span.end - draft.span.start === 1;
  if (bare && draft.objects.length === 0) return place;
  for (let host = place.host; host !== undefined; host = places.get(host)?.host) {
    if (r.s.predicates[host]?.form === 'finite') return { ...place, host };
  }
  return place;
}
