/**
 * re3d marks whole phrases ("Norwegian President Anna Keller", "the city of Oslo", "a new cabinet", "we"); a finder of names gives
 * "Anna Keller", "Oslo" and nothing. So its phrases are cut down to the names in them, by word forms and tags alone.
 */
import type { NameKind, TaggedDocument } from '../../src/model/document.ts';
import type { Span } from '../../src/model/span.ts';

/** A phrase as it is annotated; token span. */
export interface Phrase extends Span {
  readonly kind: NameKind;
}

export interface NamesInPhrases {
  readonly names: readonly Phrase[];
  /** Phrases that are no names, though names may stand in them: what is found there counts neither way. */
  readonly ignored: readonly Span[];
}

const LINK = /^(?:of|the|for|and|&|-|al|el|de|bin|abu|ibn|'s|’s|\/|\.)$/i;
const HEADING = /^(?:city|town|village|province|district|governorate|area|region|suburb|state|country|republic)$/i;

/**
 * @param isTitle the word is part of an office or title ("President", "Gen.")
 * @param isNation the word is a nationality ("Norwegian"); alone it is a group, which is not scored
 * @param isCountry the words are a country's name: re3d calls an acting one an organisation, the finder a place
 */
export interface WordLists {
  readonly isTitle: (form: string) => boolean;
  readonly isNation: (form: string) => boolean;
  readonly isCountry: (text: string) => boolean;
}

export function namesInPhrases(doc: TaggedDocument, phrases: readonly Phrase[], lists: WordLists): NamesInPhrases {
  const names: Phrase[] = [];
  const ignored: Span[] = [];
  for (const phrase of phrases) {
    const name = nameIn(doc, phrase, lists);
    if (name) names.push(name);
    else ignored.push(phrase);
  }
  return { names, ignored };
}

function nameIn(doc: TaggedDocument, { start, end, kind }: Phrase, lists: WordLists): Phrase | undefined {
  const form = (i: number): string => doc.tokens[i]?.text ?? '';
  const isCapital = (i: number): boolean => form(i) !== form(i).toLowerCase();
  let from = start;
  while (from < end && isOpener(doc, from, kind, lists)) from++;
  // "UFT Minister Anna Keller"
  if (kind === 'person') for (let i = from; i < end - 1; i++) if (lists.isTitle(form(i))) from = i + 1;
  if (HEADING.test(form(from)) && /^of$/i.test(form(from + 1))) from += 2;
  if (from >= end || !(isCapital(from) || LINK.test(form(from))) || !isCapital(end - 1)) return undefined;
  let proper = false;
  for (let i = from; i < end; i++) {
    if (!isCapital(i) && !LINK.test(form(i)) && !/^\d/.test(form(i))) return undefined;
    proper ||= /^NNPS?$/.test(doc.morphology[i]?.xpos ?? '');
  }
  if (!proper) return undefined;
  const text = doc.tokens
    .slice(from, end)
    .map((token) => token.text)
    .join(' ');
  if (lists.isCountry(text)) return { start: from, end, kind: kind === 'organization' ? 'place' : kind };
  return { start: from, end, kind: lists.isNation(text) ? 'group' : kind };
}

/** Articles, words in small letters, and before a person also nationality, office and title. */
function isOpener(doc: TaggedDocument, i: number, kind: NameKind, { isTitle, isNation }: WordLists): boolean {
  const form = doc.tokens[i]?.text ?? '';
  const lower = form.toLowerCase();
  if (
    /^(?:DT|PRP\$|JJ|VBN|NN|NNS|IN|CD|RB|,)$/.test(doc.morphology[i]?.xpos ?? '') &&
    (form === lower || lower === 'the')
  )
    return !/^al$/.test(lower);
  return kind === 'person' && (isTitle(form) || isNation(form) || form === '-');
}
