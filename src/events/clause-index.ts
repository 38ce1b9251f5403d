import type { ChunkedDocument } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import type { ClauseStructure, GroupIndex, Predicate, PredicateIndex } from '../syntax/clause.ts';

/** Where the clauses of one document stand, so that no question has to look at all of them. */
export interface ClauseIndex {
  readonly predicatesIn: (sentence: number) => readonly Predicate[];
  readonly groupsIn: (sentence: number) => readonly GroupIndex[];
  readonly indexOf: (predicate: Predicate) => PredicateIndex;
  /** The last noun that takes the predicate as its clause. */
  readonly nounOver: (predicate: PredicateIndex) => GroupIndex | undefined;
  /** The first group that starts at the token or behind it; undefined behind the last one. */
  readonly groupFrom: (token: TokenIndex) => GroupIndex | undefined;
  /** Passive participles that start at the token: "threats [made] by X". */
  readonly participlesAt: (token: TokenIndex) => readonly Predicate[];
}

/** Looks at every clause once. */
export function indexClauses(doc: ChunkedDocument, { predicates, nouns }: ClauseStructure): ClauseIndex {
  const inSentence = predicatesBySentence(predicates);
  const groups = listsBy(doc.groups.keys(), (g) => doc.groups[g]?.sentence ?? -1);
  const numbers = new Map(predicates.map((p, i) => [p, i]));
  const over = new Map<PredicateIndex, GroupIndex>();
  nouns.forEach((noun, group) => {
    for (const c of noun.complements) over.set(c.predicate, group);
  });
  const from: (GroupIndex | undefined)[] = [];
  doc.groups.forEach((g, index) => {
    while (from.length <= g.start) from.push(index);
  });
  const participles = listsBy(
    predicates.filter((p) => p.form === 'participle' && p.voice === 'passive'),
    (p) => p.span.start,
  );
  return {
    predicatesIn: (sentence) => inSentence.get(sentence) ?? [],
    groupsIn: (sentence) => groups.get(sentence) ?? [],
    indexOf: (predicate) => numbers.get(predicate) ?? -1,
    nounOver: (predicate) => over.get(predicate),
    groupFrom: (token) => from[token],
    participlesAt: (token) => participles.get(token) ?? [],
  };
}

/** Predicates by the number of their sentence, in text order. */
export const predicatesBySentence = (predicates: readonly Predicate[]): ReadonlyMap<number, readonly Predicate[]> =>
  listsBy(predicates, (p) => p.sentence);

function listsBy<T>(items: Iterable<T>, keyOf: (item: T) => number): Map<number, T[]> {
  const lists = new Map<number, T[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list) list.push(item);
    else lists.set(keyOf(item), [item]);
  }
  return lists;
}
