/** Letters that no Unicode decomposition takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ə: 'e',
  ħ: 'h',
};

/**
 * Key by which names are told to be the same: without case, accents, stops, hyphens, brackets and apostrophes ("U.S." = "US", "Bogotá" =
 * "Bogota"). It cuts names as the finder of entities does.
 */
export function nameKey(name: string): string {
  const folded = name
    .toLowerCase()
    .replaceAll(/[’‘ʼ`´ʻʿʾ]/g, "'")
    .replaceAll(/[‐‑–—]/g, '-')
    .replaceAll(/[øłđıßæœðþəħ]/g, (c) => PLAIN[c] ?? c)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
  return folded
    .split(/\s+/)
    .map((word) => (/^(?:\p{L}\.)+\p{L}?$/u.test(word) ? word.replaceAll('.', '') : word))
    .join(' ')
    .split(/[\s\-'./(),"“”&]+/)
    .filter(Boolean)
    .join(' ');
}
