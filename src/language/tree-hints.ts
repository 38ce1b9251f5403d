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

/** A word that the tree hangs where only a noun can stand, whatever its tag: "the police raid/VBD caused a row", "to the Thai premier/RB". */
export function standsAsNounInTree(doc: MaybeParsed, i: number): boolean {
  const m = doc.morphology[i];
  const before = doc.morphology[i - 1];
  if (!/^(?:VB[ZPD]?|JJR?|RB)$/.test(m?.xpos ?? '') || before?.xpos === 'TO' || before?.upos === 'AUX') return false;
  return /^(?:nsubj|obj|iobj|obl|nmod)(?::|$)/.test(doc.dependencies?.[i]?.deprel ?? '');
}
