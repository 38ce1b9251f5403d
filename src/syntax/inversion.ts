import type { VerbItem } from './items.ts';
import type { ReaderState } from './reader-state.ts';

const INVERTING: ReadonlySet<string> = new Set([
  'nor',
  'neither',
  'what',
  'who',
  'whom',
  'how',
  'why',
  'when',
  'where',
  'which',
  'so',
]);
/** Forms that may follow an auxiliary, by its lemma: "did … agree", "has … agreed", "is … agreeing". */
const FOLLOWERS: ReadonlyMap<string, RegExp> = new Map([
  ['do', /^VB$/],
  ['have', /^VBN$/],
  ['be', /^VB[GN]$/],
]);

/** "[Did] they agree?", "nor [will] it talk": an auxiliary whose subject and verb come behind it. */
export function isFrontedAuxiliary(s: ReaderState, item: VerbItem): boolean {
  const group = s.doc.groups[item.group];
  const before = s.items[s.at - 1];
  const noun = s.items[s.at + 1];
  const verb = verbAfter(s);
  if (!group || noun?.kind !== 'noun' || !verb) return false;
  const opens =
    before === undefined ||
    (before.kind === 'word' &&
      (INVERTING.has(before.text) ||
        ['comma', 'conjunction', 'quote', 'adverb', 'stop', 'other'].includes(before.role)));
  const asksAbout = s.items.slice(Math.max(0, s.at - 3), s.at).some((x) => x.kind === 'word' && INVERTING.has(x.text));
  if (!opens && !asksAbout) return false;
  const auxiliary = s.doc.morphology[group.head];
  const form = s.doc.morphology[verb.start]?.xpos ?? '';
  if (auxiliary?.xpos === 'MD') return form === 'VB';
  return !!FOLLOWERS.get(auxiliary?.lemma ?? '')?.test(form);
}

/** The verb behind the noun that follows, over adverbs. */
function verbAfter(s: ReaderState): VerbItem | undefined {
  for (const item of s.items.slice(s.at + 2, s.at + 5)) {
    if (item.kind === 'verb') return item;
    if (item.kind === 'noun' || item.role !== 'adverb') return undefined;
  }
  return undefined;
}

/** "There [was] fighting": the subject stands behind the verb. */
export function isExistential(s: ReaderState): boolean {
  for (const item of s.items.slice(Math.max(0, s.at - 2), s.at).reverse()) {
    if (item.kind !== 'word') return false;
    if (item.text === 'there') return s.doc.morphology[item.start]?.xpos === 'EX';
    if (item.role !== 'adverb') return false;
  }
  return false;
}
