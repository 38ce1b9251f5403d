import { NOWHERE } from '../base/nowhere.ts';
import type { ClausePlace } from './clause-place.ts';
import type { DraftPredicate } from './drafts.ts';
import { childrenBy } from './sentence-tree.ts';
import type { TreeReading } from './tree-phrases.ts';

/** Verbs whose passive keeps an object: "men [given] arms", "a town [called] Ur". */
const KEEPS_OBJECT: ReadonlySet<string> = new Set(
  'give name call send award offer show tell teach pay grant deny dub elect appoint label deem consider title owe promise allow assign make leave'.split(
    ' ',
  ),
);
/** Places where a participle without auxiliary has a subject only if it is a past tense. */
const MAIN: ReadonlySet<string> = new Set(['root', 'ccomp', 'conj', 'acl:relcl', 'parataxis']);

/**
 * Settles form, voice and tense where the tag of a bare past form misleads: VBD and VBN look alike, and the tree tells them apart.
 * @param hasSubject the tree gives the verb a subject of its own
 */
export function settleForm(r: TreeReading, place: ClausePlace, hasSubject: boolean): void {
  const draft = r.s.predicates[place.index];
  const xpos = r.s.doc.morphology[draft?.head ?? NOWHERE]?.xpos;
  if (!draft || hasAuxiliary(r, draft)) return;
  // "villages [held/VBD] by rebels"
  if (place.relation === 'acl' && xpos === 'VBD' && !hasSubject && draft.objects.length === 0) {
    Object.assign(draft, { form: 'participle', voice: 'passive', tense: 'none' });
    // "with ten men killed/VBD"
  } else if (place.marker === 'with' && xpos === 'VBD' && draft.objects.length === 0) {
    Object.assign(draft, { form: 'participle', voice: 'passive', tense: 'none' });
  } else if (xpos === 'VBN') settleParticiple(r, place, draft, hasSubject);
}

function settleParticiple(r: TreeReading, place: ClausePlace, draft: DraftPredicate, hasSubject: boolean): void {
  const { relation } = place;
  const host = r.s.predicates[place.host ?? NOWHERE];
  if (r.tree.children(draft.head).some((c) => r.tree.relation(c) === 'nsubj:pass')) return;
  const takesObject = draft.objects.length > 0 && !KEEPS_OBJECT.has(draft.lemma);
  // "were seized and [jailed]", "has met or [called] him"
  if (relation === 'conj' && host && !hasSubject && host.form !== 'gerund') {
    draft.form = host.form;
    draft.voice = draft.objects.length > 0 ? 'active' : host.voice;
    draft.tense = host.tense;
    return;
  }
  // "The delegation [blamed/VBN] the opposition", "after the army [freed/VBN] the men", "police in Lima [seized/VBN] arms"
  const inClause = hasSubject && (MAIN.has(relation) || (relation === 'advcl' && takesObject));
  const alone = takesObject && /^(?:root|ccomp|parataxis|acl)$/.test(relation);
  if (inClause || alone) Object.assign(draft, { form: 'finite', voice: 'active', tense: 'past' });
  // "demanded that Chad [cut/VBN] aid"
  else if (relation === 'xcomp' && takesObject) Object.assign(draft, { form: 'infinitive', voice: 'active' });
}

export function hasAuxiliary({ s: { doc }, tree }: TreeReading, { span, head }: DraftPredicate): boolean {
  for (let i = span.start; i < head; i++) if (doc.morphology[i]?.upos === 'AUX') return true;
  return childrenBy(tree, head, 'aux').length > 0;
}
