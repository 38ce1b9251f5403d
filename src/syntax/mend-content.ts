import type { TokenIndex } from '../model/span.ts';
import { isTemporal } from './items.ts';
import { baseRelation, childrenBy } from './sentence-tree.ts';
import { type Arcs, groupOf, hang, hasSubject, wordOf } from './tree-arcs.ts';

/** Hangs a that-clause on the verb or noun whose content it is; true when it stood elsewhere. */
export const mendContent = (arcs: Arcs, verb: TokenIndex): boolean =>
  toContent(arcs, verb) ||
  contentAfterTime(arcs, verb) ||
  contentAfterPhrase(arcs, verb) ||
  contentOfClaim(arcs, verb) ||
  contentOfNoun(arcs, verb) ||
  contentOfReport(arcs, verb) ||
  contentWithoutThat(arcs, verb) ||
  toldWithoutThat(arcs, verb);

/** Verbs of telling somebody that something is the case. */
const TELLS: ReadonlySet<string> = new Set(
  'tell assure reassure inform warn convince persuade remind notify advise brief alert caution'.split(' '),
);

/** "told parliament [that Greece had violated the deal]", taken for a relative clause on the addressee. */
function toContent(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const addressee = tree.head(verb);
  const that = groupOf(arcs, addressee)?.end ?? -1;
  if (!/^acl/.test(tree.relation(verb)) || !/^i?obj$/.test(tree.relation(addressee))) return false;
  if (wordOf(arcs, that) !== 'that' || !TELLS.has(doc.morphology[tree.head(addressee)]?.lemma ?? '')) return false;
  if (tree.head(that) !== verb || !childrenBy(tree, verb, 'nsubj').some((c) => c > that)) return false;
  hang(arcs, verb, tree.head(addressee), 'ccomp');
  hang(arcs, that, verb, 'mark');
  return true;
}

/** "told [parliament] it would send troops" with both as subjects of what is told: the first one is who hears it. */
function toldWithoutThat(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const speech = tree.head(verb);
  const [hearer, subject, ...more] = childrenBy(tree, verb, 'nsubj');
  if (hearer === undefined || subject === undefined || more.length > 0 || baseRelation(tree, verb) !== 'ccomp')
    return false;
  if (!TELLS.has(doc.morphology[speech]?.lemma ?? '') || doc.morphology[subject]?.upos !== 'PRON') return false;
  if (
    groupOf(arcs, hearer)?.start !== groupOf(arcs, speech)?.end ||
    groupOf(arcs, subject)?.start !== groupOf(arcs, hearer)?.end
  )
    return false;
  hang(arcs, hearer, speech, 'obj');
  return true;
}

/** "said on Monday [that troops had fired]", taken for a relative clause on the day though it lacks nothing. */
function contentAfterTime(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const day = tree.head(verb);
  const group = groupOf(arcs, day);
  const speech = tree.head(day);
  if (!/^acl/.test(tree.relation(verb)) || !group || !isTemporal(arcs.doc, group)) return false;
  const that = childrenBy(tree, verb, 'mark').find((c) => wordOf(arcs, c) === 'that');
  if (that !== group.end || !hasSubject(arcs, verb) || groupOf(arcs, speech)?.kind !== 'verb') return false;
  hang(arcs, verb, speech, 'ccomp');
  return true;
}

/** Verbs whose content is a clause with "that", and nothing else. */
const SAYS: ReadonlySet<string> = new Set(
  'say state add claim note reply insist argue explain acknowledge confirm declare reiterate stress complain'.split(
    ' ',
  ),
);

/** "said after talks in Doha [that Mali had shelled Gao]", taken for a relative clause on the talks though it lacks nothing. */
function contentAfterPhrase(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  if (tree.relation(verb) !== 'acl:relcl' || !childrenBy(tree, verb, 'nsubj').some((c) => wordOf(arcs, c) !== 'that'))
    return false;
  const that = childrenBy(tree, verb, 'mark', 'obj').find((c) => wordOf(arcs, c) === 'that');
  if (that === undefined || that > verb) return false;
  const whole = tree.relation(that) === 'mark' || childrenBy(tree, verb, 'obj', 'iobj').some((c) => c > verb);
  let noun = tree.head(verb);
  while (baseRelation(tree, noun) === 'nmod') noun = tree.head(noun);
  const speech = tree.head(noun);
  if (!whole || baseRelation(tree, noun) !== 'obl' || !SAYS.has(doc.morphology[speech]?.lemma ?? '')) return false;
  if (childrenBy(tree, speech, 'ccomp', 'obj').length > 0 || speech > noun) return false;
  hang(arcs, that, verb, 'mark');
  hang(arcs, verb, speech, 'ccomp');
  return true;
}

/** "the claim [that] Mali had shelled Gao", taken for its object though it has another one: the clause says what is claimed. */
function contentOfClaim(arcs: Arcs, verb: TokenIndex): boolean {
  const { tree } = arcs;
  const objects = childrenBy(tree, verb, 'obj');
  const that = objects.find((c) => wordOf(arcs, c) === 'that');
  if (that === undefined || that !== groupOf(arcs, tree.head(verb))?.end) return false;
  if (tree.relation(verb) !== 'acl:relcl' || !hasSubject(arcs, verb) || !objects.some((c) => c > verb)) return false;
  hang(arcs, that, verb, 'mark');
  hang(arcs, verb, tree.head(verb), 'acl');
  return true;
}

/** Nouns that say that something is the case. */
export const SAYINGS: ReadonlySet<string> = new Set(
  'accusation allegation assertion claim charge report rumour rumor statement suggestion assurance admission news'.split(
    ' ',
  ),
);

/** "a report by the daily [that] Mali had shelled Gao", taken for a relative clause on the daily though it lacks nothing. */
function contentOfReport(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const source = tree.head(verb);
  const report = tree.head(source);
  const that = groupOf(arcs, source)?.end ?? -1;
  if (!/^acl/.test(tree.relation(verb)) || baseRelation(tree, source) !== 'nmod' || wordOf(arcs, that) !== 'that')
    return false;
  if (!SAYINGS.has(doc.morphology[report]?.lemma ?? '') || tree.relation(that) !== 'mark' || !hasSubject(arcs, verb))
    return false;
  hang(arcs, verb, report, 'acl');
  return true;
}

/** "said [Berlin stood] by Kyiv" with a participle on the object of "said": nobody says a name, so it is the subject of what is said. */
function contentWithoutThat(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  if (!/^VB[DN]$/.test(doc.morphology[verb]?.xpos ?? '') || !/^(?:acl|xcomp)$/.test(tree.relation(verb))) return false;
  const name = groupOf(arcs, (groupOf(arcs, verb)?.start ?? 0) - 1)?.head ?? verb;
  const speech = tree.head(name);
  if (doc.morphology[name]?.upos !== 'PROPN' || !/^i?obj$/.test(tree.relation(name)) || speech > name) return false;
  if (!SAYS.has(doc.morphology[speech]?.lemma ?? '') || ![name, speech].includes(tree.head(verb))) return false;
  if (childrenBy(tree, speech, 'ccomp').length > 0) return false;
  hang(arcs, verb, speech, 'ccomp');
  hang(arcs, name, verb, 'nsubj');
  return true;
}

/** Nouns that say what is meant, so that a whole clause behind "that" is their content. */
const SAYING: ReadonlySet<string> = new Set(
  'assurance demand guarantee insistence pledge promise request threat vow warning'.split(' '),
);

/** "gave assurances [that Togo would be paid]", taken for a relative clause though it lacks nothing. */
function contentOfNoun(arcs: Arcs, verb: TokenIndex): boolean {
  const { doc, tree } = arcs;
  const noun = tree.head(verb);
  if (tree.relation(verb) !== 'acl:relcl' || !SAYING.has(doc.morphology[noun]?.lemma ?? '')) return false;
  const that = childrenBy(tree, verb, 'mark').find((c) => wordOf(arcs, c) === 'that');
  if (that === undefined || groupOf(arcs, noun)?.end !== that) return false;
  if (!childrenBy(tree, verb, 'nsubj').some((c) => c > that)) return false;
  hang(arcs, verb, noun, 'acl');
  return true;
}
