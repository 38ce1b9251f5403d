import { NOWHERE } from '../base/nowhere.ts';
import { TIME_NOUNS } from '../base/time-words.ts';
import type { Dependency, TaggedDocument } from '../model/document.ts';

/** A document that may have been parsed. */
export type MaybeParsed = TaggedDocument & { readonly dependencies?: readonly Dependency[] };

/** Farther away from its head no subject or object is looked for. */
const REACH = 30;

/** Whether a word near `i` hangs on it by one of these relations. */
function hasDependent({ dependencies }: MaybeParsed, i: number, relation: RegExp): boolean {
  if (!dependencies) return false;
  const to = Math.min(dependencies.length, i + REACH);
  for (let k = Math.max(0, i - REACH); k < to; k++) {
    const d = dependencies[k];
    if (d?.head === i && k !== i && relation.test(d.deprel)) return true;
  }
  return false;
}

/** A finite verb with a subject in its tree: no word of a noun group, whatever stands before it ("The premier/JJ meets"). */
export const isFiniteInTree = (doc: MaybeParsed, i: number): boolean =>
  /^VB[DPZ]$/.test(doc.morphology[i]?.xpos ?? '') && hasDependent(doc, i, /^nsubj/);

/** A participle that the tree makes a modifier of a noun behind it: "a recently bombed school". */
export function isModifierInTree({ dependencies }: MaybeParsed, i: number): boolean {
  const own = dependencies?.[i];
  return own !== undefined && own.head > i && /^(?:amod|compound)$/.test(own.deprel);
}

/** "in [visiting] Bahrain": a clause right behind its preposition, with an object. */
export function isGerundInTree(doc: MaybeParsed, i: number): boolean {
  const before = doc.dependencies?.[i - 1];
  const marked = before?.head === i && before.deprel === 'mark' && doc.tokens[i - 1]?.text !== 'against';
  return marked && hasDependent(doc, i, /^obj$/);
}

/** A word that the tree hangs where only a noun can stand, whatever its tag: "the police raid/VBD caused a row", "to the Thai premier/RB". */
export function standsAsNounInTree(doc: MaybeParsed, i: number): boolean {
  const m = doc.morphology[i];
  const before = doc.morphology[i - 1];
  if (!/^(?:VB[ZPD]?|JJR?|RB)$/.test(m?.xpos ?? '') || before?.xpos === 'TO' || before?.upos === 'AUX') return false;
  if (isShotDead(doc, i) || isNounAfterVerb(doc, i + 1)) return false;
  if (/^(?:nsubj|obj|iobj|obl|nmod)(?::|$)/.test(doc.dependencies?.[i]?.deprel ?? '')) return true;
  return m?.xpos === 'VBZ' && (isModifiedInTree(doc, i) || isOfTime(doc, i));
}

/** "denied [claims/VBZ] that …": of two finite verbs in a row the second one is a noun. */
export const isNounAfterVerb = ({ morphology, tokens }: MaybeParsed, i: number): boolean =>
  morphology[i]?.xpos === 'VBZ' && morphology[i - 1]?.xpos === 'VBD' && tokens[i + 1]?.text === 'that';

/** "the armistice [talks/VBZ] opened": the word before is a part of it, and it has no subject; a name may be the subject all the same. */
function isModifiedInTree(doc: MaybeParsed, i: number): boolean {
  const before = doc.dependencies?.[i - 1];
  if (before?.head !== i || doc.morphology[i - 1]?.upos === 'PROPN') return false;
  return /^(?:det|compound|amod)$/.test(before.deprel) && !hasDependent(doc, i, /^(?:nsubj|obj)/);
}

/** "said on Monday that [talks/VBZ] with Chad had begun": no relative clause describes a time like that. */
function isOfTime(doc: MaybeParsed, i: number): boolean {
  const own = doc.dependencies?.[i];
  const time = doc.morphology[own?.head ?? NOWHERE]?.lemma.toLowerCase() ?? '';
  return own?.deprel === 'acl:relcl' && doc.tokens[i - 1]?.text === 'that' && own.head < i && TIME_NOUNS.has(time);
}

/** "[Kenya] disapproves/NNS of": the word right before is its subject. */
export const hasSubjectBefore = ({ dependencies }: MaybeParsed, i: number): boolean =>
  dependencies?.[i - 1]?.head === i && dependencies[i - 1]?.deprel === 'nsubj';

/** "Gunmen [shot/NN] dead/VBD a judge": the verb before its result. */
export const isShotDead = (doc: TaggedDocument, i: number): boolean =>
  doc.tokens[i]?.text === 'shot' &&
  doc.tokens[i + 1]?.text === 'dead' &&
  /^(?:NN|VBD)$/.test(doc.morphology[i]?.xpos ?? '');

/** Verbs and nouns whose content stands in the subjunctive. */
const MANDATES: ReadonlySet<string> = new Set(
  'demand insist request urge recommend propose require ask suggest order stipulate decree advise'.split(' '),
);

/** "demanded that the premier [resign/NN]", "that the army [abandon/IN] the fort": the bare form that the tree makes the content of a demand. */
export function isSubjunctiveInTree(doc: MaybeParsed, i: number): boolean {
  const own = doc.dependencies?.[i];
  if (own?.deprel !== 'ccomp' || own.head >= i || !/^(?:NN|IN|JJ|RB|VBP)$/.test(doc.morphology[i]?.xpos ?? ''))
    return false;
  if (!MANDATES.has(doc.morphology[own.head]?.lemma ?? '') || hasDependent(doc, i, /^(?:cop|case)/)) return false;
  for (let k = own.head + 1; k < i; k++) {
    const that = doc.tokens[k]?.text.toLowerCase() === 'that' && doc.dependencies?.[k]?.head === i;
    if (that) return hasDependent(doc, i, /^(?:nsubj|compound)/);
  }
  return false;
}
