import type { NameKind } from '../model/document.ts';

/** In the order of the labels in the model file. */
export const NAME_KINDS: readonly NameKind[] = ['person', 'organization', 'place', 'group', 'event', 'misc'];

/**
 * Labels of tokens: 0 is outside of all names; for each kind follow begin, inside, last and unit (a name of one token): BILOU, after
 * L. Ratinov and D. Roth, Design challenges and misconceptions in named entity recognition, CoNLL 2009.
 */
export const OUTSIDE = 0;
export const LABEL_COUNT = 1 + 4 * NAME_KINDS.length;
const [BEGIN, INSIDE, LAST, UNIT] = [1, 2, 3, 4];

/** Tokens [start, end) are a name of kind number `kind`. */
export interface LabelSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: number;
}

/** Kind number of a label, -1 outside. */
export const kindOfLabel = (label: number): number => (label === OUTSIDE ? -1 : (label - 1) >> 2);
const partOf = (label: number): number => (label === OUTSIDE ? 0 : ((label - 1) & 3) + 1);

const endsOutside = (label: number): boolean => ![BEGIN, INSIDE].includes(partOf(label));
const mayFollow = (before: number, label: number): boolean => {
  const goesOn = partOf(label) === INSIDE || partOf(label) === LAST;
  return endsOutside(before) ? !goesOn : goesOn && kindOfLabel(before) === kindOfLabel(label);
};

const labels = Array.from({ length: LABEL_COUNT }, (_, label) => label);
/** Labels that may stand before each label. */
export const PREDECESSORS: readonly Uint8Array[] = labels.map((label) =>
  Uint8Array.from(labels.filter((before) => mayFollow(before, label))),
);
/** Labels that may stand behind each label. */
export const SUCCESSORS: readonly Uint8Array[] = labels.map((label) =>
  Uint8Array.from(labels.filter((after) => mayFollow(label, after))),
);
/** Labels with which a chain may end. */
export const FINAL: Uint8Array = Uint8Array.from(labels.filter(endsOutside));

/** Labels of `length` tokens of which disjoint spans are names. */
export function labelsOf(spans: readonly LabelSpan[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  for (const { start, end, kind } of spans) {
    const base = 4 * kind;
    if (end - start === 1) out[start] = base + UNIT;
    else {
      out.fill(base + INSIDE, start, end);
      out[start] = base + BEGIN;
      out[end - 1] = base + LAST;
    }
  }
  return out;
}

/** Reads spans off labels in which every name is begun and ended. */
export function spansOf(found: ArrayLike<number>): readonly LabelSpan[] {
  const spans: LabelSpan[] = [];
  let start = 0;
  for (let i = 0; i < found.length; i++) {
    const label = found[i] ?? OUTSIDE;
    const part = partOf(label);
    if (part === BEGIN) start = i;
    else if (part === UNIT) spans.push({ start: i, end: i + 1, kind: kindOfLabel(label) });
    else if (part === LAST) spans.push({ start, end: i + 1, kind: kindOfLabel(label) });
  }
  return spans;
}
