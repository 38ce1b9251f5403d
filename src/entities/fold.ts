/** Letters that no Unicode decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ə: 'e',
  Ə: 'E',
  ħ: 'h',
  ʻ: "'",
  ʿ: "'",
  ʾ: "'",
};

export const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

/** Without diacritics and with plain apostrophes and hyphens; letter case stays. */
export function plain(text: string): string {
  if (isAscii(text)) return text;
  return text
    .replaceAll(/[’‘ʼ`´]/g, "'")
    .replaceAll(/[‐‑–—]/g, '-')
    .replaceAll(/[øØłŁđĐıßæÆœðþəƏħʻʿʾ]/g, (c) => PLAIN[c] ?? c)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
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

/** Key for comparing whole names. */
export const foldName = (name: string): string => namePieces(name).join(' ').toLowerCase();

/** `Andreas Kravik` -> `andreas-kravik`. */
export const slug = (text: string): string =>
  namePieces(text)
    .join('-')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}-]/gu, '');

export const isCapitalized = (word: string): boolean => /^[\p{Lu}\p{Lt}]/u.test(word);
export const isAllCaps = (word: string): boolean => /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(word);
