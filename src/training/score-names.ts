import type { LabelSpan } from '../language/name-labels.ts';
import { NAME_KINDS } from '../language/name-labels.ts';
import type { NameKind } from '../model/document.ts';
import type { NameExample } from './name-corpora.ts';

/** Kinds that count; the others are distractors. */
export const SCORED_KINDS: readonly NameKind[] = ['person', 'organization', 'place'];

/** Hits, found and wanted names. */
export interface NameCounts {
  readonly hits: number;
  readonly found: number;
  readonly wanted: number;
}

/** Precision, recall and F1 in [0, 1]. */
export interface NameScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function toScore({ hits, found, wanted }: NameCounts): NameScore {
  return {
    precision: hits / Math.max(1, found),
    recall: hits / Math.max(1, wanted),
    f1: (2 * hits) / Math.max(1, found + wanted),
  };
}

/** A span in whatever unit the caller counts in, of whichever text. */
export interface KeyedSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
}

/**
 * Exact spans, counted once each.
 * @returns counts by kind, `all` for all scored kinds together, `span` for the same without looking at the kind
 */
export function countNames(found: readonly KeyedSpan[], gold: readonly KeyedSpan[]): ReadonlyMap<string, NameCounts> {
  const keyed = (spans: readonly KeyedSpan[], kind: string): ReadonlySet<string> =>
    new Set(
      spans
        .filter((span) => SCORED_KINDS.includes(span.kind) && (kind === 'all' || kind === 'span' || span.kind === kind))
        .map(({ text, start, end, kind: own }) => `${text} ${start} ${end}${kind === 'span' ? '' : ` ${own}`}`),
    );
  return new Map(
    [...SCORED_KINDS, 'all', 'span'].map((kind): [string, NameCounts] => {
      const [is, should] = [keyed(found, kind), keyed(gold, kind)];
      return [kind, { hits: [...is].filter((key) => should.has(key)).length, found: is.size, wanted: should.size }];
    }),
  );
}

/** Counts over sentences whose tokens are given. */
export function scoreExamples(
  examples: readonly NameExample[],
  find: (forms: readonly string[]) => readonly LabelSpan[],
): ReadonlyMap<string, NameCounts> {
  const keyed = (text: number, spans: readonly LabelSpan[]): readonly KeyedSpan[] =>
    spans.map(({ start, end, kind }) => ({ text: String(text), start, end, kind: NAME_KINDS[kind] ?? 'misc' }));
  return countNames(
    examples.flatMap(({ forms }, i) => keyed(i, find(forms))),
    examples.flatMap(({ names }, i) => keyed(i, names)),
  );
}
