import { type LabelSpan, NAME_KINDS } from '../language/name-labels.ts';
import { tokenize } from '../language/tokenize.ts';
import type { NameKind } from '../model/document.ts';
import type { CharSpan } from '../model/span.ts';

/** A sentence whose names are known; spans count tokens. */
export interface NameExample {
  readonly forms: readonly string[];
  readonly names: readonly LabelSpan[];
  /** Article or item that it is from. */
  readonly document: string;
}

/** A text whose names are known; spans count characters. */
export interface NamedText {
  readonly id: string;
  readonly text: string;
  readonly names: readonly (CharSpan & { readonly kind: NameKind })[];
}

export const kindNumber = (kind: NameKind): number => NAME_KINDS.indexOf(kind);

/** Types of CrossNER, CrossRE, re3d and Universal NER. Types that are no names (quantities, weapons) are left out. */
const KINDS: ReadonlyMap<string, NameKind> = new Map<string, NameKind>([
  ['politician', 'person'],
  ['person', 'person'],
  ['PER', 'person'],
  ['politicalparty', 'organization'],
  ['organisation', 'organization'],
  ['ORG', 'organization'],
  ['location', 'place'],
  ['country', 'place'],
  ['LOC', 'place'],
  ['nationality', 'group'],
  ['event', 'event'],
  ['election', 'event'],
  ['misc', 'misc'],
]);

export const kindOf = (type: string): NameKind | undefined => KINDS.get(type) ?? KINDS.get(type.toLowerCase());

interface JsonItem {
  readonly id: string;
  readonly text: string;
  readonly entities: readonly { readonly start: number; readonly end: number; readonly type: string }[];
}

/** Reads lines of `{id, text, entities: [{start, end, type}]}`, as CrossNER, CrossRE and re3d come. */
export function readNamedTexts(jsonl: string): readonly NamedText[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const item = JSON.parse(line) as JsonItem;
      const names = item.entities.flatMap(({ start, end, type }) => {
        const kind = kindOf(type);
        return kind === undefined ? [] : [{ start, end, kind }];
      });
      return { id: item.id, text: item.text, names };
    });
}

/** Cuts a text into sentences; a name whose edges are no edges of tokens, or that crosses a sentence, is left out. */
export function toExamples({ id, text, names }: NamedText, abbreviations: ReadonlySet<string>): readonly NameExample[] {
  const { tokens, sentences } = tokenize({ id, title: '', text, language: 'en' }, abbreviations);
  const starts = new Map(tokens.map((token, i) => [token.start, i]));
  const ends = new Map(tokens.map((token, i) => [token.end, i + 1]));
  const spans = names.flatMap(({ start, end, kind }): LabelSpan[] => {
    const from = starts.get(start);
    const to = ends.get(end);
    return from === undefined || to === undefined ? [] : [{ start: from, end: to, kind: kindNumber(kind) }];
  });
  return sentences.map(({ start, end }) => ({
    forms: tokens.slice(start, end).map((token) => token.text),
    names: disjoint(spans.filter((span) => span.start >= start && span.end <= end)).map((span) => ({
      ...span,
      start: span.start - start,
      end: span.end - start,
    })),
    document: id,
  }));
}

/** Of names that overlap the longer one stays. */
export function disjoint(spans: readonly LabelSpan[]): readonly LabelSpan[] {
  const kept: LabelSpan[] = [];
  for (const span of [...spans].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (kept.every((other) => other.end <= span.start || span.end <= other.start)) kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Reads IOB2 as Universal NER writes it: number, form, label. */
export function readIob(text: string): readonly NameExample[] {
  let document = '';
  return text.split(/\r?\n\r?\n/).flatMap((block) => {
    const lines = block.split(/\r?\n/);
    const newDocument = lines.find((line) => line.startsWith('# newdoc id = '));
    if (newDocument !== undefined) document = newDocument.slice('# newdoc id = '.length);
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'));
    if (rows.length === 0) return [];
    const names: LabelSpan[] = [];
    rows.forEach((row, i) => {
      const label = row[2] ?? 'O';
      const kind = kindOf(label.slice(2));
      if (label.startsWith('B-') && kind !== undefined) {
        let end = i + 1;
        while (rows[end]?.[2] === `I-${label.slice(2)}`) end++;
        names.push({ start: i, end, kind: kindNumber(kind) });
      }
    });
    return [{ forms: rows.map((row) => row[1] ?? ''), names, document }];
  });
}
