import type { WordFeatures } from './tagger-features.ts';

/**
 * Whether a clause has its finite verb decides between "the delegation blamed it" (VBD) and "the delegation blamed for it" (VBN), and
 * that verb may stand further away than two tags. The state is two bits: a finite verb was seen in the sentence (1), and since the
 * last boundary of a clause (2); `withAhead` adds whether one may still come.
 */
export type ClauseState = number;

export const FINITE_TAGS: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD']);
const BOUNDARY_TAGS = new Set([',', ':', 'CC', 'WDT', 'WP', 'WRB', '``', "''", '-LRB-', '-RRB-']);

type Step = 'finite' | 'boundary' | 'none';

/** What each tag (`UPOS|XPOS`) does to the state. */
export const clauseSteps = (tags: readonly string[]): readonly Step[] =>
  tags.map((tag) => {
    const [upos = '', xpos = ''] = tag.split('|');
    if (FINITE_TAGS.has(xpos)) return 'finite';
    return BOUNDARY_TAGS.has(xpos) || upos === 'SCONJ' ? 'boundary' : 'none';
  });

export function nextClause(state: ClauseState, step: Step | undefined): ClauseState {
  if (step === 'finite') return 3;
  return step === 'boundary' ? state & 1 : state;
}

/** For each word, 1 when a word after it can be a finite verb. */
export function finiteAhead(words: readonly WordFeatures[]): Uint8Array {
  const ahead = new Uint8Array(words.length);
  for (let i = words.length - 2; i >= 0; i--) ahead[i] = words[i + 1]?.finite === true ? 1 : (ahead[i + 1] ?? 0);
  return ahead;
}

export const withAhead = (state: ClauseState, ahead: number | undefined): number => state * 2 + (ahead ?? 0);
