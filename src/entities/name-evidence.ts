import { extend } from '../base/extend.ts';
import type { NameKind, NameSpan } from '../model/document.ts';
import type { Span, TokenIndex } from '../model/span.ts';
import { type BodyName, type BodyWord, bodyWord } from './organization-patterns.ts';
import { atIndex, lemmaOf, type TextView } from './text-view.ts';

/**
 * What the finder of proper names says about words. It weighs all of a sentence where rules look at capitals, so a name that the
 * gazetteer does not know takes its kind and its borders from here; who bears the name is for the rules to find out. Without a finder
 * (`doc.names` is absent) nothing is said.
 */

/** Margin from which a name is taken on the finder's word. */
const LIKELY = 1.5;
/** Margin from which it overrules patterns. */
const SURE = 2.5;

/** The name that covers the token. */
export const properNameAt = (view: TextView, token: TokenIndex): NameSpan | undefined =>
  view.doc.names && atIndex(view.doc.names, view.properNameAt[token]);

/** True when the finder read the text and saw no name at the token. */
export const isNoName = (view: TextView, token: TokenIndex): boolean =>
  view.doc.names !== undefined && properNameAt(view, token) === undefined;

const isOf = (name: NameSpan | undefined, kinds: readonly NameKind[], margin: number): name is NameSpan =>
  name !== undefined && kinds.includes(name.kind) && name.margin >= margin;

/** The person's name of which the token is part. @param cautious in headlines, where capitals say little */
export function personAt(view: TextView, token: TokenIndex, cautious = false): NameSpan | undefined {
  const name = properNameAt(view, token);
  if (!isOf(name, ['person'], cautious ? SURE : LIKELY)) return undefined;
  const start = behindTitle(view, name);
  return start <= token ? { ...name, start } : undefined;
}

/** "Derna Gov. [Anna Keller]": where the name begins behind a shortened title that the finder took in. */
function behindTitle(view: TextView, { start, end }: Span): TokenIndex {
  for (let i = end - 2; i >= start; i--) {
    if (/^\p{Lu}\p{Ll}{1,4}\.$/u.test(view.words[i] ?? '') && !/^(?:Jr|Sr|St)\.$/.test(view.words[i] ?? ''))
      return i + 1;
  }
  return start;
}

/** The words are surely the name of something that is no person. */
export function isOtherThanPerson(view: TextView, span: Span): boolean {
  const name = properNameAt(view, span.end - 1);
  return isOf(name, ['organization', 'place', 'event', 'misc', 'group'], SURE) && name.start <= span.start;
}

/** The match is only a part of a person's longer name: "Jordan" in "Jordan Hale". */
export function isInsidePerson(view: TextView, match: Span): boolean {
  const name = personAt(view, match.start);
  return (
    name !== undefined &&
    name.end - name.start > match.end - match.start &&
    name.start <= match.start &&
    match.end <= name.end
  );
}

/** "Omar Bashir [Ben Nuri]": a person's name that ends later than the match is somebody else's. */
export function goesOn(view: TextView, match: Span): boolean {
  const name = personAt(view, match.start, true);
  return name !== undefined && name.end > match.end && match.end - match.start > 1;
}

/**
 * The organisation or place whose name begins at the token. One word alone, or words that name no kind of body, ask for more certainty.
 */
export function otherNameFrom(view: TextView, start: TokenIndex, titleCase: boolean): NameSpan | undefined {
  const name = properNameAt(view, start);
  if (name === undefined || name.start !== start) return undefined;
  const body = bodyHead(view, name);
  // "But the Foreign Ministry": the name begins behind the article.
  if (view.lower[start + 1] === 'the') return undefined;
  if (OCCASIONS.test(view.lower[name.end - 1] ?? '')) return undefined;
  // "Derna in Norland" is no body, whatever the finder thinks.
  if (name.kind === 'organization' && !body && holdsPreposition(view, name)) return undefined;
  const plain = !titleCase && name.end - start > 1 && (name.kind === 'place' || body !== undefined);
  return isOf(name, ['organization', 'place'], plain ? LIKELY : SURE) ? name : undefined;
}

/** What last words name that happens or is written rather than acts: "the Great Famine". */
const OCCASIONS =
  /^(?:war|massacre|holocaust|genocide|famine|uprising|revolution|conference|summit|games|olympics|cup|championship|festival|treaty|accords?|agreement|pact|convention|protocol|act|bill|declaration|constitution)$/;

function holdsPreposition(view: TextView, { start, end }: Span): boolean {
  return view.lower.slice(start, end).some((word) => /^(?:in|at|on|from|to|with|by)$/.test(word));
}

/** The last word of the name that says what kind of body it is. */
function bodyHead(
  view: TextView,
  { start, end }: Span,
): { readonly word: BodyWord; readonly head: TokenIndex } | undefined {
  for (let i = end - 1; i >= start; i--) {
    const word = bodyWord(lemmaOf(view, i)) ?? bodyWord(view.lower[i] ?? '');
    if (word) return { word, head: i };
  }
  return undefined;
}

/** What the words of an organisation's name say of it; its head is the word that says it, else the last. */
export function bodyOf(view: TextView, { start, end }: Span): BodyName {
  const found = bodyHead(view, { start, end });
  const word = found?.word ?? { subkind: 'organization', sector: 'UNK' };
  return extend(word, { span: { start, end }, head: found?.head ?? end - 1 });
}
