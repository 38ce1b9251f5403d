import type { Span, TokenIndex } from '../model/span.ts';
import { groupFrom, type TextView, xposOf } from './text-view.ts';

export type PairKind = 'state' | 'person' | 'any';

interface PairPhrase {
  readonly span: Span;
  readonly kind: PairKind;
  /** "the ministers": no word says that they are two. */
  readonly untold?: boolean;
  /** "the three countries". */
  readonly three?: boolean;
}

/** "the two countries", "both sides", "the two", "each other", "one another". */
export function pairPhraseAt(view: TextView, at: TokenIndex): PairPhrase | undefined {
  const word = view.lower[at] ?? '';
  const next = view.lower[at + 1] ?? '';
  if ((word === 'each' && next === 'other') || (word === 'one' && next === 'another'))
    return { span: { start: at, end: at + 2 }, kind: 'any' };
  const group = groupFrom(view, at);
  if (group?.kind !== 'noun') return undefined;
  // A noun that the tagger took for a verb ("the two countries agreed") stands right behind the number.
  const cut = /^(two|both)$/.test(view.lower[group.end - 1] ?? '') && /s$|men$/.test(view.lower[group.end] ?? '');
  const noun = cut ? KINDS.find(([pattern]) => pattern.test(singular(view.lower[group.end] ?? '')))?.[1] : undefined;
  if (noun) return { span: { start: group.start, end: group.end + 1 }, kind: noun };
  const words = view.lower.slice(group.start, group.end);
  const head = view.doc.morphology[group.head]?.lemma.toLowerCase() ?? '';
  const two = words.some((word) => /^(?:two|2|both)$/.test(word));
  if (
    two &&
    words.length <= 2 &&
    /^(two|both)$/.test(words.at(-1) ?? '') &&
    (words[0] === 'the' || words[0] === 'both')
  )
    return { span: group, kind: 'any' };
  const definite = /^(the|both|these|our|their)$/.test(words[0] ?? '');
  const three =
    /^(?:the|all|these)$/.test(words[0] ?? '') && /^(?:three|3)$/.test(words[1] ?? '') && words.length === 3;
  if (three && STATES.test(head)) return { span: { start: group.start, end: group.end }, kind: 'state', three: true };
  const shared =
    words[0] === 'our' || (words[0] === 'the' && /^(sides|parties)$/.test(words.at(-1) ?? '') && words.length === 2);
  // "the presidents" of whom two were named, "the neighbours".
  const told = words[0] === 'the' && words.length === 2 && PAIRED.test(words[1] ?? '');
  if (!((two && definite) || shared || told) || group.end - group.start > 4) return undefined;
  const kind = KINDS.find(([pattern]) => pattern.test(head))?.[1];
  if (!kind || !/^NN[PS]*$/.test(xposOf(view, group.head)) || !/s$|men$/.test(view.lower[group.head] ?? ''))
    return undefined;
  return { span: { start: group.start, end: group.end }, kind, ...(two || shared ? {} : { untold: true }) };
}

const STATES = /^(?:country|nation|state|government|neighbou?r|republic|side|party|capital|power|minister|leader)$/;
const PAIRED = /^(?:presidents|premiers|ministers|chancellors|leaders|neighbou?rs|allies|rivals)$/;

const singular = (word: string): string => word.replace(/men$/, 'man').replace(/ies$/, 'y').replace(/s$/, '');

const KINDS: readonly (readonly [RegExp, PairKind])[] = [
  [
    /^(country|nation|state|government|neighbou?r|capital|power|republic|people|ally|rival|army|superpower|member)$/,
    'state',
  ],
  [
    /^(leader|president|minister|man|woman|premier|chancellor|king|official|diplomat|envoy|general|politician|statesman|secretary)$/,
    'person',
  ],
  [/^(side|party|delegation)$/, 'any'],
];
