import { NOWHERE } from '../base/nowhere.ts';
import { mayAct } from './antecedent.ts';
import type { ClausePlace } from './clause-place.ts';
import { controllerOf, OBJECT_GERUND } from './control.ts';
import type { DraftPhrase, DraftPredicate } from './drafts.ts';
import { baseRelation } from './sentence-tree.ts';
import { antecedentPhrase, nounGroupAt, phraseOf, type TreeReading } from './tree-phrases.ts';

/** The subject that a clause without one of its own shares with another clause or takes from the noun that it describes. */
export function sharedSubject(r: TreeReading, place: ClausePlace): DraftPhrase | undefined {
  const draft = r.s.predicates[place.index];
  const host = r.s.predicates[place.host ?? NOWHERE];
  const noun = place.noun === undefined ? undefined : antecedentPhrase(r, place.noun, draft?.span.start ?? 0);
  switch (place.relation) {
    case 'acl:relcl':
    case 'amod':
      return noun;
    case 'acl':
      return attributeSubject(r, place, draft, noun, host);
    case 'conj':
      return host?.subject;
    case 'xcomp':
      return host && (forSubject(r, place) ?? controlled(r, place, host));
    case 'ccomp':
    case 'parataxis':
    case 'csubj':
      return draft?.form === 'gerund' || place.infinitive ? host?.subject : undefined;
    case 'root':
      return undefined;
    default:
      // "holds talks/VBZ with X": a noun with a verb's tag
      if (place.relation === 'obj') return host?.subject;
      return draft?.form === 'finite' || !host ? undefined : adverbialSubject(r, place, host);
  }
}

/** Verbs whose subject does what the infinitive says though they have an object: "promised Morocco to reopen the ports", "phoned the king to thank him". */
const SUBJECT_CONTROL: ReadonlySet<string> = new Set(
  'promise vow pledge swear threaten guarantee commit phone telephone ring visit meet'.split(' '),
);

/** In a tree an object beside an open complement controls it, whatever the verb; but "opened fire to disperse" tells a purpose. */
function controlled(r: TreeReading, place: ClausePlace, host: DraftPredicate): DraftPhrase | undefined {
  const [object] = host.objects;
  const lemma = r.s.predicates[place.index]?.lemma;
  if (!object || host.voice === 'passive' || SUBJECT_CONTROL.has(host.lemma)) return controllerOf(host, lemma);
  return place.infinitive && !mayAct(r.s.doc, object) ? controllerOf(host, lemma) : object;
}

/** "without signing", "accused Iran of arming", "sent troops to fight", "…, raising fears". */
function adverbialSubject(r: TreeReading, place: ClausePlace, host: DraftPredicate): DraftPhrase | undefined {
  if (place.infinitive)
    return place.fronted
      ? host.subject
      : (forSubject(r, place) ?? controllerOf(host, r.s.predicates[place.index]?.lemma));
  const object =
    place.marker !== undefined && OBJECT_GERUND.has(place.marker) && host.voice === 'active' && !place.fronted
      ? host.objects[0]
      : undefined;
  return object ?? host.subject;
}

/** Verbs of judging: who "criticised a plan to arm Ukraine" or "welcomed a decision to free them" had not planned or decided it. */
const JUDGES: ReadonlySet<string> = new Set(
  (
    'applaud assail attack blast bemoan castigate censure condemn criticise criticize decry denounce deplore disapprove hail lambast lambaste lament mock ' +
    'oppose praise question regret resent ridicule slam welcome'
  ).split(' '),
);

/** "rebels [backed by Chad]" has its noun, "its decision [to attack]" and "claims [of bombing]" what controls the clause round the noun. */
function attributeSubject(
  r: TreeReading,
  place: ClausePlace,
  draft: DraftPredicate | undefined,
  noun: DraftPhrase | undefined,
  host: DraftPredicate | undefined,
): DraftPhrase | undefined {
  const content = place.infinitive || (draft?.form === 'gerund' && place.marker !== undefined);
  // "settlers in Hebron [set/VBN] fire": the subject of a clause is the whole phrase, not its last noun.
  if (!content)
    return draft?.form === 'finite' && place.noun !== undefined ? phraseOf(r, wholeNoun(r, place.noun)) : noun;
  const behind = host && place.noun !== undefined && place.noun > host.span.start;
  if (behind && place.infinitive && JUDGES.has(host.lemma)) return undefined;
  return behind ? adverbialSubject(r, place, host) : noun;
}

function wholeNoun(r: TreeReading, noun: number): number {
  let at = noun;
  while (baseRelation(r.tree, at) === 'nmod' && nounGroupAt(r, r.tree.head(at)) !== undefined) at = r.tree.head(at);
  return at;
}

/** "waited [for Iran] to answer": the phrase right before "to", if the tree hung it elsewhere. */
function forSubject(r: TreeReading, place: ClausePlace): DraftPhrase | undefined {
  const { doc } = r.s;
  const start = r.s.predicates[place.index]?.span.start ?? 0;
  const group = doc.groups[nounGroupAt(r, start - 1) ?? NOWHERE];
  const isFor = group?.end === start && doc.tokens[group.start - 1]?.text.toLowerCase() === 'for';
  return isFor ? phraseOf(r, group.head) : undefined;
}
