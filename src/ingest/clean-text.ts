/** What `cleanCharacters` had to mend; counts of characters. */
export interface CharacterRepairs {
  readonly controls: number;
  readonly surrogates: number;
}

/** Half of a surrogate pair without its other half; matched as such only under the `u` flag. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
/** Line ends of every system, form feeds, and Unicode's own line and paragraph separators. */
const LINE_END = /\r\n?|[\v\f\u0085\u2028]/g;
/** C0 and C1 controls other than tab and line feed, and non-characters: never meant to be read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
/** Soft hyphens, byte order marks, zero-width spaces and marks of writing direction: invisible, and they split words for a tokenizer. */
const INVISIBLE = /[\u00ad\ufeff\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069]/g;

/**
 * Line ends become `\n`, lone surrogates U+FFFD; control and invisible characters go; then NFC.
 * The result is stable: cleaning it again changes nothing.
 */
export function cleanCharacters(text: string): { readonly text: string; readonly repairs: CharacterRepairs } {
  let controls = 0;
  let surrogates = 0;
  const cleaned = text
    .replace(LINE_END, '\n')
    .replace(/\u2029/g, '\n\n')
    .replace(LONE_SURROGATE, () => {
      surrogates++;
      return '\ufffd';
    })
    .replace(CONTROL, () => {
      controls++;
      return '';
    })
    .replace(INVISIBLE, '')
    .normalize('NFC');
  return { text: cleaned, repairs: { controls, surrogates } };
}

/** One line of text: every run of white space is one blank, none at the ends. */
export const collapseSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** For comparing headlines: case, spacing and punctuation do not count. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
