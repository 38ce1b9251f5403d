/** Letters that Unicode does not take apart into a base letter and marks. */
const BASE: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ə: 'e', ħ: 'h' },
};

/**
 * Form of a name for comparing: lower case, no accents, words parted by one space, no punctuation; dotted abbreviations are one word
 * ("U.S." = "US").
 */
export function fold(name: string): string {
  return name
    .replaceAll(/(?<=(?:^|[^\p{L}])\p{L})\.(?=\p{L}(?:$|[^\p{L}]))/gu, '')
    .toLowerCase()
    .replaceAll(/[øłđıßæœðþəħ]/g, (c) => BASE[c] ?? c)
    .normalize('NFKD')
    .replaceAll(/\p{M}|['’‘ʼʻʿʾ`´]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const SMALL = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'to', 'a', 'de', 'la']);

/** "international atomic energy agency" -> `iaea`; names of one word have none. */
export function acronym(folded: string): string | undefined {
  const words = folded.split(' ').filter((w) => !SMALL.has(w));
  return words.length < 2 ? undefined : words.map((w) => w.charAt(0)).join('');
}
