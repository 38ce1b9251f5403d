import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analysisRecord, type EventRecord } from '../../src/cli/analyze.ts';
import type { CharSpan } from '../../src/model/span.ts';
import type { Extractor } from '../../src/pipeline.ts';

interface GoldEvent {
  readonly root: string;
  readonly source: CharSpan | null;
  readonly target: CharSpan | null;
}

interface Item extends GoldEvent {
  readonly id: string;
  readonly text: string;
  readonly complete?: boolean;
  readonly events?: readonly GoldEvent[];
}

const touches = (a: CharSpan | null, b: CharSpan | null): boolean => !!a && !!b && a.start < b.end && b.start < a.end;

/**
 * How often coded events are right, by their confidence. An event can be judged where the gold answer lists all events of the sentence
 * (plover_gsr, complete items), or where it names the same pair (plv_dev): right means root and direction.
 * @returns one line a band of confidence
 */
export function calibration(extractor: Extractor, folder: string): string[] {
  const judged = [...judge(extractor, folder, 'plover_gsr'), ...judge(extractor, folder, 'plv_dev')];
  const bands = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  const rows = bands.map((least, i) => {
    const most = bands[i + 1] ?? 1.01;
    return row(
      `${least.toFixed(1)}-${Math.min(1, most).toFixed(1)}`,
      judged.filter((x) => x.confidence >= least && x.confidence < most),
    );
  });
  return [
    'confidence: events judged, share that is right',
    ...rows,
    row(
      '.8 and more',
      judged.filter((x) => x.confidence >= 0.8),
    ),
  ];
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

function row(name: string, events: readonly Judged[]): string {
  const right = events.filter((x) => x.right).length;
  return `  ${name}: ${events.length}${events.length > 0 ? `, ${((100 * right) / events.length).toFixed(0)}%` : ''}`;
}

function judge(extractor: Extractor, folder: string, name: string): Judged[] {
  const lines = readFileSync(path.join(folder, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean);
  return lines.flatMap((line) => {
    const item = JSON.parse(line) as Item;
    if (name === 'plover_gsr' && !item.complete) return [];
    const { events } = analysisRecord(extractor.analyze({ id: item.id, title: '', text: item.text, language: 'en' }));
    const gold = item.events ?? [item];
    return events.flatMap((event) => {
      const judgeable = item.events !== undefined || isPair(event, item) || isPair(flipped(event), item);
      return judgeable
        ? [{ confidence: event.confidence, right: gold.some((g) => g.root === event.root && isPair(event, g)) }]
        : [];
    });
  });
}

const flipped = (e: EventRecord): EventRecord => ({ ...e, source: e.target, target: e.source });
const isPair = (e: EventRecord, g: GoldEvent): boolean => touches(e.source, g.source) && touches(e.target, g.target);
