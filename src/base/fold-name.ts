/** Forms of a name that are compared, searched and made into ids: however it is accented, hyphenated, dotted and quoted. */

/** Letters that no Unicode decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ı: 'i', ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE' },
  ...{ ð: 'd', Ð: 'D', þ: 'th', Þ: 'TH', ə: 'e', Ə: 'E', ħ: 'h', Ħ: 'H', ʻ: "'", ʿ: "'", ʾ: "'" },
};
const IN_PLAIN = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

export const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

/** Without diacritics and with plain apostrophes and hyphens; letter case stays. */
export function plain(text: string): string {
  if (isAscii(text) && !text.includes('`')) return text;
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘ʼ`´]/g, "'")
    .replaceAll(/[‐‑–—]/g, '-')
    .replaceAll(IN_PLAIN, (c) => PLAIN[c] ?? c);
}

/**
 * Cuts a word or a name into the pieces that names are compared by, letter case kept: no hyphens, apostrophes or stops, so that
 * "Jean-Yves" = "Jean Yves" and "U.S." = "US" however a tokenizer cut them.
 */
export function pieces(text: string): string[] {
  const flat = plain(text);
  const dotless = /^(?:\p{L}\.)+\p{L}?$/u.test(flat) ? flat.replaceAll('.', '') : flat;
  const out: string[] = [];
  for (const part of dotless.split(/[\s\-'./(),"“”&]+/)) if (part) out.push(part);
  return out;
}

/** The name as pieces, dotted abbreviations inside it taken together ("U.S. Navy"). */
export const namePieces = (name: string): string[] =>
  /^[A-Za-z]+(?: [A-Za-z]+)*$/.test(name) ? name.split(' ') : name.split(/\s+/).flatMap(pieces);

/** Key by which names are told to be the same: "Côte d’Ivoire" -> `cote d ivoire`, "U.S. Navy" -> `us navy`. */
export const foldName = (name: string): string => namePieces(name).join(' ').toLowerCase();

/**
 * Form of a name that a person types to find it: as `foldName`, but nothing stands for an apostrophe and nothing but letters and digits
 * is left ("Côte d'Ivoire" -> `cote divoire`, "OPEC+" -> `opec`).
 */
export const searchName = (name: string): string =>
  plain(name.replaceAll(/(?<=(?:^|[^\p{L}])\p{L})\.(?=\p{L}(?:$|[^\p{L}]))/gu, ''))
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|'/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words joined by hyphens, for the last part of an id: "Andreas Kravik" -> `andreas-kravik`. Letters of other scripts are kept. */
export const slug = (text: string): string =>
  namePieces(text)
    .join('-')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');

/** Begins with a capital or title-case letter. */
export const isCapitalized = (word: string): boolean => /^[\p{Lu}\p{Lt}]/u.test(word);
/** Has a capital letter and no small one ("NATO", "G7"). */
export const isAllCaps = (word: string): boolean => /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(word);
