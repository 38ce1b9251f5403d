import type { NameSentence, NameWord } from './name-features.ts';

/** A stretch of tokens. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Stretches of capitalised words with at most two links between them: "Ministry of the Interior". */
export function findStretches(words: readonly NameWord[]): { runs: Int32Array; stretches: readonly Stretch[] } {
  const runs = new Int32Array(words.length).fill(-1);
  const stretches: Stretch[] = [];
  for (let i = 0; i < words.length; ) {
    if (!words[i]?.capital) {
      i++;
      continue;
    }
    const start = i;
    let end = i + 1;
    for (let next = nextCapital(words, end); next > 0; next = nextCapital(words, end)) end = next + 1;
    runs.fill(stretches.length, start, end);
    stretches.push({ start, end });
    i = end;
  }
  return { runs, stretches };
}

/** "Union for Fair Trade (UFT)": a word in brackets with the initials of the stretch before it. */
export function findShorts(forms: readonly string[], stretches: readonly Stretch[]): Int32Array {
  const shorts = new Int32Array(stretches.length).fill(-1);
  stretches.forEach(({ start, end }, k) => {
    const before = stretches[k - 1];
    if (before === undefined || end - start !== 1 || before.end !== start - 1 || forms[start - 1] !== '(') return;
    const letters = (forms[start] ?? '').replace(/[^\p{Lu}]/gu, '');
    const words = forms.slice(before.start, before.end).filter((form) => form !== form.toLowerCase());
    const initials = words.map((form) => form.charAt(0)).join('');
    if (letters.length < 2 || words.length < 2 || !initials.includes(letters)) return;
    shorts[k] = k - 1;
    shorts[k - 1] = k;
  });
  return shorts;
}

function nextCapital(words: readonly NameWord[], at: number): number {
  for (let i = at; i <= at + 2 && i < words.length; i++) {
    if (words[i]?.capital) return i;
    if (!words[i]?.link) return -1;
  }
  return -1;
}

/** Names begin and end near a capital letter; tokens farther than this from any are outside. */
const REACH = 2;

/** Stretches of tokens in which there can be a name, each with its neighbourhood; the rest need not be looked at. */
export function liveSegments({ words, marks, casing }: NameSentence): readonly Stretch[] {
  const segments: { start: number; end: number }[] = [];
  for (let i = 0; i < words.length; i++) {
    // In text without any capital letter every known name may be one.
    const hot = words[i]?.capital || (casing === 3 && (marks.counts[i] ?? 0) > 0);
    if (!hot) continue;
    const start = Math.max(0, i - REACH);
    const end = Math.min(words.length, i + REACH + 1);
    const last = segments.at(-1);
    if (last !== undefined && start <= last.end) last.end = end;
    else segments.push({ start, end });
  }
  return segments;
}
