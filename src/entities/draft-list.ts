import type { EntityId } from '../model/ids.ts';
import type { TokenIndex } from '../model/span.ts';
import { byPosition, type Draft } from './draft.ts';

/** The drafts of one article in the order in which the passes made them, found by where they stand. */
export interface DraftList {
  readonly all: readonly Draft[];
  add(draft: Draft): void;
  headedBy(token: TokenIndex): readonly Draft[];
  startingAt(token: TokenIndex): readonly Draft[];
  /** @param token the one behind the last */
  endingAt(token: TokenIndex): readonly Draft[];
  /** Those with their head in one of the sentences from `first` to `last`. */
  inSentences(first: number, last: number): readonly Draft[];
  /** Where the first mention of a person starts. */
  firstMention(person: EntityId): TokenIndex | undefined;
  /** A mention that is no person's was of this country when it was added. */
  hasCountry(country: string): boolean;
}

const NONE: readonly Draft[] = [];

/** @param sentenceAt number of the sentence of each token */
export function createDraftList(sentenceAt: Int32Array): DraftList {
  const all: Draft[] = [];
  const heads = new Map<TokenIndex, Draft[]>();
  const starts = new Map<TokenIndex, Draft[]>();
  const ends = new Map<TokenIndex, Draft[]>();
  const sentences = new Map<number, number[]>();
  const people = new Map<EntityId, TokenIndex>();
  const countries = new Set<string>();
  return {
    all,
    add(draft) {
      append(sentences, sentenceAt[draft.head] ?? 0, all.length);
      all.push(draft);
      append(heads, draft.head, draft);
      append(starts, draft.span.start, draft);
      append(ends, draft.span.end, draft);
      const entity = draft.links[0]?.entity;
      if (draft.origin !== 'person') countries.add(draft.country ?? '');
      else if (entity) people.set(entity, Math.min(people.get(entity) ?? Infinity, draft.span.start));
    },
    headedBy: (token) => heads.get(token) ?? NONE,
    startingAt: (token) => starts.get(token) ?? NONE,
    endingAt: (token) => ends.get(token) ?? NONE,
    inSentences(first, last) {
      const numbers: number[] = [];
      for (let s = first; s <= last; s++) numbers.push(...(sentences.get(s) ?? []));
      return numbers.sort((a, b) => a - b).map((n) => all[n] as Draft);
    },
    firstMention: (person) => people.get(person),
    hasCountry: (country) => countries.has(country),
  };
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Sorted by position; of two that cross or coincide, the one that came first in the passes (names before nominals) stays. */
export function nested(drafts: DraftList): readonly Draft[] {
  const kept = new Set<Draft>();
  for (const draft of drafts.all) if (!clashes(draft, drafts, kept)) kept.add(draft);
  return [...kept].sort(byPosition);
}

/** Whether a kept draft coincides with this one or crosses it: begins or ends inside of it and reaches beyond. */
function clashes({ span }: Draft, drafts: DraftList, kept: ReadonlySet<Draft>): boolean {
  const { start, end } = span;
  if (drafts.startingAt(start).some((d) => d.span.end === end && kept.has(d))) return true;
  for (let i = start + 1; i < end; i++) {
    if (drafts.startingAt(i).some((d) => d.span.end > end && kept.has(d))) return true;
    if (drafts.endingAt(i).some((d) => d.span.start < start && kept.has(d))) return true;
  }
  return false;
}
