import { hashString, mix } from './hash.ts';

/** Forms are known by this many bits of their hash; one unknown word in a thousand is taken for a known one. */
export const LEXICON_BITS = 24;

/** What the training data says about a form. */
export interface LexiconEntry {
  /** Number of the set of tags that it is seen with; 0 when it is too rare to say. */
  readonly ambiguity: number;
  /** Seen as a finite verb. */
  readonly finite: boolean;
  /** Usually written in lower case, so no name. */
  readonly common: boolean;
}

/** Entries by key, packed into one number each. */
export type TaggerLexicon = ReadonlyMap<number, number>;

/** Entry of a word that training never saw. */
export const UNKNOWN: LexiconEntry = { ambiguity: 0, finite: false, common: false };

/** @param normalized see `normalizeForm` */
export const lexiconKey = (normalized: string): number => mix(hashString(normalized), 0x6c78) >>> (32 - LEXICON_BITS);

export const packEntry = ({ ambiguity, finite, common }: LexiconEntry): number =>
  ambiguity * 4 + (finite ? 2 : 0) + (common ? 1 : 0);

export function lookUp(lexicon: TaggerLexicon, normalized: string): LexiconEntry {
  const packed = lexicon.get(lexiconKey(normalized));
  if (packed === undefined) return UNKNOWN;
  return { ambiguity: packed >> 2, finite: (packed & 2) !== 0, common: (packed & 1) !== 0 };
}
