import { isAllCaps } from '../base/fold-name.ts';
import type { TaggedDocument } from '../model/document.ts';
import type { TokenIndex } from '../model/span.ts';
import type { ScoredSpan } from './name-decoder.ts';
import { NAME_KINDS } from './name-labels.ts';

/** A name in the document, with the scores that the model gave it there. */
export type FoundName = ScoredSpan;

/** No single mention says more than this against a kind, in log-odds. */
const MOST = 6;
/** What the mentions of a name together may overrule. */
const YIELD = 5;
/** Margin of a name that only other mentions show to be one. */
const FOLLOWED = 1;
/** Margin beyond which one word alone shows what it names elsewhere. */
const SURE = 3;
/** Longest name, in tokens, that is looked for elsewhere. */
const LONGEST = 12;
const PERSON = NAME_KINDS.indexOf('person');
const GROUP = NAME_KINDS.indexOf('group');

/**
 * Makes the names of a document agree: mentions of the same words get the kind that suits all of them best, the last word of a
 * person's full name is that person ("Anna Keller … Keller"), and a name found in one place is found in the others.
 */
export function agree(doc: TaggedDocument, found: readonly FoundName[]): readonly FoundName[] {
  if (found.length === 0) return found;
  const textOf = (start: TokenIndex, end: TokenIndex): string =>
    doc.tokens
      .slice(start, end)
      .map((token) => token.text)
      .join(' ');
  const votes = countVotes(found, textOf);
  const settled = found.map((name) => follow(name, votes.get(textOf(name.start, name.end))));
  return addMissed(doc, shareMargins(settled, textOf), textOf);
}

type TextOf = (start: TokenIndex, end: TokenIndex) => string;

/** Score of each kind by the words of the name, added up over its mentions. */
function countVotes(found: readonly FoundName[], textOf: TextOf): ReadonlyMap<string, Float64Array> {
  const votes = new Map<string, Float64Array>();
  const vote = (text: string, scores: readonly number[]): void => {
    const sum = votes.get(text) ?? new Float64Array(NAME_KINDS.length);
    scores.forEach((score, kind) => {
      sum[kind] = (sum[kind] as number) + Math.max(-MOST, score);
    });
    votes.set(text, sum);
  };
  for (const name of found) {
    vote(textOf(name.start, name.end), name.kinds);
    if (isFullName(name)) vote(textOf(name.end - 1, name.end), name.kinds);
  }
  return votes;
}

const isFullName = ({ kind, start, end }: FoundName): boolean =>
  kind === PERSON && end - start >= 2 && end - start <= 4;

function follow(name: FoundName, sum: Float64Array | undefined): FoundName {
  if (sum === undefined || name.kind === GROUP) return name;
  let best = name.kind;
  sum.forEach((score, kind) => {
    if (kind !== GROUP && score > (sum[best] as number)) best = kind;
  });
  return best !== name.kind && (name.kinds[best] ?? -MOST) > -YIELD ? { ...name, kind: best } : name;
}

/** All mentions of the same words and kind are as sure as the surest. */
function shareMargins(names: readonly FoundName[], textOf: TextOf): readonly FoundName[] {
  const keyOf = (name: FoundName): string => `${name.kind} ${textOf(name.start, name.end)}`;
  const best = new Map<string, number>();
  for (const name of names) {
    const key = keyOf(name);
    best.set(key, Math.max(name.margin, best.get(key) ?? 0));
  }
  return names.map((name) => ({ ...name, margin: best.get(keyOf(name)) ?? name.margin }));
}

/** Surnames of people named in full, and names of several words or in capitals, where the model saw none. */
function addMissed(doc: TaggedDocument, found: readonly FoundName[], textOf: TextOf): readonly FoundName[] {
  const taken = new Uint8Array(doc.tokens.length);
  for (const { start, end } of found) taken.fill(1, start, end);
  const known = new Map<string, FoundName>();
  const lengths = new Map<string, Set<number>>();
  const learn = (start: TokenIndex, end: TokenIndex, name: FoundName): void => {
    known.set(textOf(start, end), name);
    const first = doc.tokens[start]?.text ?? '';
    lengths.set(first, (lengths.get(first) ?? new Set()).add(end - start));
  };
  for (const name of found) {
    if (name.kind === GROUP || name.margin < FOLLOWED || name.end - name.start > LONGEST) continue;
    if (isFullName(name)) learn(name.end - 1, name.end, name);
    const single = name.end - name.start === 1;
    if (!single || name.margin >= SURE || isAcronym(doc, name.start)) learn(name.start, name.end, name);
  }
  const added = doc.sentences.flatMap((sentence) => {
    const out: FoundName[] = [];
    for (let i = sentence.start; i < sentence.end; i++) {
      const name = missedAt(doc, i, sentence.end, lengths, known, taken, textOf);
      if (name === undefined) continue;
      out.push(name);
      i = name.end - 1;
    }
    return out;
  });
  return [...found, ...added].sort((a, b) => a.start - b.start);
}

function missedAt(
  doc: TaggedDocument,
  start: TokenIndex,
  limit: TokenIndex,
  lengths: ReadonlyMap<string, ReadonlySet<number>>,
  known: ReadonlyMap<string, FoundName>,
  taken: Uint8Array,
  textOf: TextOf,
): FoundName | undefined {
  const sizes = taken[start] ? undefined : lengths.get(doc.tokens[start]?.text ?? '');
  if (sizes === undefined || !(isProper(doc, start) || isAcronym(doc, start))) return undefined;
  for (const size of [...sizes].sort((a, b) => b - a)) {
    const end = start + size;
    const name = end <= limit ? known.get(textOf(start, end)) : undefined;
    // A neighbour in capitals makes it another, longer name, on which the model had its say.
    if (name === undefined || taken.subarray(start, end).some((t) => t === 1)) continue;
    if (isProper(doc, start - 1) || isProper(doc, end)) continue;
    return { ...name, start, end, margin: FOLLOWED };
  }
  return undefined;
}

const isAcronym = (doc: TaggedDocument, i: TokenIndex): boolean => {
  const text = doc.tokens[i]?.text ?? '';
  return text.length > 1 && isAllCaps(text);
};
const isProper = (doc: TaggedDocument, i: TokenIndex): boolean => /^NNPS?$/.test(doc.morphology[i]?.xpos ?? '');
