/** The commonest small words of English: about two in five words of any English prose. */
const ENGLISH_WORDS = new Set(
  'the of and to in a that is was for on as with by at from it he his her be are were has have had not an this which or but its they their said who will been after'.split(
    ' ',
  ),
);
/** Shorter texts prove nothing. */
const FEWEST_WORDS = 25;
/** English news lies near 0.4, other languages in Latin script below 0.1. */
const SMALLEST_SHARE = 0.15;
const SAMPLE_CHARS = 20_000;

/** `en_us` -> `en-US`; undefined when it is no language tag. */
export function normalizeLanguage(tag: string | undefined): string | undefined {
  const parts = (tag ?? '').trim().replace(/_/g, '-').split('.')[0]?.split('-') ?? [];
  const [language = '', region] = parts;
  if (/^english$/i.test(language)) return 'en';
  if (!/^[A-Za-z]{2,3}$/.test(language)) return undefined;
  return region && /^[A-Za-z]{2}$/.test(region)
    ? `${language.toLowerCase()}-${region.toUpperCase()}`
    : language.toLowerCase();
}

/** `en` for English and for texts too short to tell, `und` for what surely is something else. */
export function guessLanguage(text: string): 'en' | 'und' {
  const words =
    text
      .slice(0, SAMPLE_CHARS)
      .toLowerCase()
      .match(/[\p{Letter}\p{Mark}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return 'en';
  const english = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return english / words.length >= SMALLEST_SHARE ? 'en' : 'und';
}
