const LONGEST = 12;
const DASH = /^(?:-|--|–|—)$/;
const NAME_LIKE = /^(?:\p{Lu}[\p{L}.'’-]*|\d{1,4}|[,./()]|-LRB-|-RRB-)$/u;
const CAPITALS = /^\p{Lu}{3,}$/u;

/**
 * How many words of a sentence are its dateline, the dash included: "LIMA (AP) — …", "Tehran, Nov. 3 (Xinhua) -- …"; 0 when it has none.
 * A place before a dash alone ("Peru – …") is one only where no second dash closes a bracket.
 */
export function datelineWords(forms: readonly string[]): number {
  const dash = forms.slice(0, LONGEST).findIndex((form, i) => i > 0 && DASH.test(form));
  if (dash < 1 || dash + 3 > forms.length) return 0;
  const words = forms.slice(0, dash);
  const sure = CAPITALS.test(words[0] ?? '') || words.includes('(');
  if (!words.every((form) => NAME_LIKE.test(form)) || (words.length > 3 && !sure)) return 0;
  if (!/^[\p{Lu}"“'‘]/u.test(forms[dash + 1] ?? '')) return 0;
  return sure || !forms.slice(dash + 1).some((form) => DASH.test(form)) ? dash + 1 : 0;
}

/** A word of a text with its characters. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The same for the words of a sentence as they stand in the text, where a dash is one only between spaces ("US-China talks" has none). */
export function datelineLength(words: readonly Word[]): number {
  const length = datelineWords(words.map((w) => w.text));
  const [before, dash] = [words[length - 2], words[length - 1]];
  return before && dash && dash.start > before.end ? length : 0;
}
