import { isAllCaps, namePieces } from '../base/fold-name.ts';

/** A name of a dictionary as newspapers write it. */
export interface WrittenName {
  readonly name: string;
  /** What stands behind it in parentheses: `ANIMAL LIBERATION FRONT (ALF)`. */
  readonly acronym?: string;
}

/** Words inside a name that stay small; names are found whatever case a text gives them. */
const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'at', 'to', 'by', 'with', 'against']);
/** Countries whose names are romanised with a small letter behind the hyphen ("Ki-moon", "Ing-wen"). */
const SMALL_BEHIND_HYPHEN = new Set(['KOR', 'PRK', 'TWN', 'CHN', 'HKG']);

/**
 * Gives a name in capitals the case that texts have. What has a small letter already is left as it is.
 * @param acronyms words that stay in capitals inside a longer name ("UN", "USA")
 */
export function writeName(text: string, acronyms: ReadonlySet<string>, country = ''): WrittenName {
  const [, bare = text, acronym = ''] = /^(.*\S)\s*\(([\p{L}\p{N}.-]{2,12})\)$/u.exec(text) ?? [];
  const cleaned = bare.replaceAll(/\s*\([^)]*\)/g, '').replace(/^THE (?=.)/, '');
  const name = isAllCaps(cleaned) ? capitalize(cleaned, acronyms, country) : cleaned;
  return { name, ...(acronym ? { acronym } : {}) };
}

function capitalize(text: string, acronyms: ReadonlySet<string>, country: string): string {
  const words = text.split(' ');
  return words
    .map((word, i) => {
      if (acronyms.has(word) || isInitialism(word, words.length)) return word;
      if (i > 0 && SMALL.has(word.toLowerCase())) return word.toLowerCase();
      return word
        .split('-')
        .map((part, k) =>
          k > 0 && SMALL_BEHIND_HYPHEN.has(country) ? part.toLowerCase() : capitalizePart(part, i > 0),
        )
        .join('-');
    })
    .join(' ');
}

/** A dotted or vowelless word, or a short one that is a name alone: "U.N.", "FDLR", "ETA". */
const isInitialism = (word: string, words: number): boolean =>
  /^(?:\p{L}\.)+\p{L}?$/u.test(word) ||
  (/^[B-DF-HJ-NP-TV-XZ]{3,6}$/.test(word) && word !== 'MRS') ||
  (words === 1 && word.length <= 3);

/** "O'BRIEN", "D'IVOIRE", "CHILDREN'S". */
const capitalizePart = (part: string, inside: boolean): string =>
  part
    .toLowerCase()
    .replaceAll(/(^|['"])(\p{L})(\p{L}*)/gu, (_, mark: string, first: string, rest: string) =>
      mark && rest.length < 2 ? mark + first + rest : mark + first.toUpperCase() + rest,
    )
    .replace(/^D'(?=\p{L}{2})/u, inside ? "d'" : "D'");

/** Longest title of those given that a name begins with: `PRESIDENT KARZAI` -> `KARZAI`; undefined without one. */
export function withoutTitle(text: string, titles: ReadonlySet<string>): string | undefined {
  const words = text.split(' ');
  for (let length = Math.min(words.length - 1, 5); length > 0; length--) {
    if (!titles.has(words.slice(0, length).join(' ').toLowerCase())) continue;
    const rest = words.slice(length).join(' ');
    return withoutTitle(rest, titles) ?? rest;
  }
  return undefined;
}

/** Words of a name in small letters, as vocabularies hold them. */
export const wordsOf = (name: string): readonly string[] => namePieces(name).map((w) => w.toLowerCase());
