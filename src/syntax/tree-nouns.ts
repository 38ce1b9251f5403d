import { NOWHERE } from '../base/nowhere.ts';
import type { GroupIndex, PredicateIndex } from './clause.ts';
import { nounDraft, setRole } from './reader-state.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import { isJoined, type OuterCopulas, subjectTokens } from './tree-arguments.ts';
import type { Attached } from './tree-obliques.ts';
import { antecedentOf, isListed, isRenamed, nounGroupAt, type TreeReading } from './tree-phrases.ts';
import type { TreeVerb } from './tree-predicates.ts';

/** Owners, appositions and roles of the noun groups of a sentence. */
export function readNounContexts(
  r: TreeReading,
  verbs: ReadonlyMap<PredicateIndex, TreeVerb>,
  outer: OuterCopulas,
  complete: ReadonlySet<PredicateIndex>,
  obliques: readonly Attached[],
  owners: Map<GroupIndex, GroupIndex>,
): void {
  readOwners(r, owners);
  readAppositions(r, verbs, outer);
  readRoles(r, complete, verbs, obliques);
}

/** "[Iran] 's [visit]", "the state [whose] [army] …". */
function readOwners(r: TreeReading, owners: Map<GroupIndex, GroupIndex>): void {
  for (let i = r.tree.start; i < r.tree.end; i++) {
    if (baseRelation(r.tree, i) !== 'nmod' || r.tree.relation(i) !== 'nmod:poss') continue;
    const whose = r.s.doc.morphology[i]?.xpos === 'WP$' ? antecedentOf(r, i) : i;
    const owner = whose === undefined ? undefined : nounGroupAt(r, whose);
    const owned = nounGroupAt(r, r.tree.head(i));
    const marked =
      whose !== i || childrenBy(r.tree, i, 'case').length > 0 || /^PRP/.test(r.s.doc.morphology[i]?.xpos ?? '');
    if (!marked) continue;
    if (owner !== undefined && owned !== undefined && owner < owned) owners.set(owned, owner);
  }
}

/** "the president, [Kemal Aydin], told"; also where the tree has two subjects or a list without "and". */
function readAppositions(r: TreeReading, verbs: ReadonlyMap<PredicateIndex, TreeVerb>, outer: OuterCopulas): void {
  for (let i = r.tree.start; i < r.tree.end; i++) {
    const renaming = childrenBy(r.tree, i, 'appos', ...(isRenamed(r, i) ? ['conj'] : []));
    for (const token of renaming.filter((c) => !isListed(r, i, c))) apposeTokens(r, i, token);
  }
  for (const verb of verbs.values()) {
    const [first, ...more] = subjectTokens(r, verb, outer);
    for (const token of first === undefined ? [] : more)
      if (
        baseRelation(r.tree, token) === 'nsubj' &&
        !isJoined(r, first as number, token) &&
        !isListed(r, first as number, token) &&
        !isVerbBetween(r, verbs, first as number, token)
      )
        apposeTokens(r, first as number, token);
  }
}

/** "[The president] called X, [her office] said": the first one belongs to a verb of its own. */
const isVerbBetween = (r: TreeReading, verbs: ReadonlyMap<PredicateIndex, TreeVerb>, first: number, second: number) =>
  [...verbs.keys()].some((index) => {
    const p = r.s.predicates[index];
    return p?.form === 'finite' && p.head > first && p.head < second;
  });

function apposeTokens(r: TreeReading, noun: number, renaming: number): void {
  const [of, by] = [nounGroupAt(r, noun), nounGroupAt(r, renaming)];
  if (of === undefined || by === undefined || of === by) return;
  const list = nounDraft(r.s, of).appositions;
  if (!list.includes(by)) list.push(by);
}

/** Points from nouns to the predicates whose arguments they are; what a noun is in its own clause goes before what it is in a relative one. */
function readRoles(
  r: TreeReading,
  complete: ReadonlySet<PredicateIndex>,
  verbs: ReadonlyMap<PredicateIndex, TreeVerb>,
  obliques: readonly Attached[],
): void {
  for (const own of [true, false]) {
    for (const index of verbs.keys()) {
      const draft = r.s.predicates[index];
      const relative = draft?.governor?.relation === 'relative';
      if (!draft || relative === own) continue;
      for (const g of (complete.has(index) && draft.subject?.groups) || []) setRole(r.s, g, index, 'subject');
      for (const o of draft.objects) for (const g of o.groups) setRole(r.s, g, index, 'object');
    }
  }
  for (const o of obliques) {
    const verb = r.s.predicates[o.predicate ?? NOWHERE];
    const group = r.s.doc.groups[o.phrase.groups[0]];
    if (!verb || o.predicate === undefined || o.preposition === '' || (group?.start ?? 0) < verb.span.start) continue;
    for (const g of o.phrase.groups) setRole(r.s, g, o.predicate, 'oblique', o.preposition);
  }
}
