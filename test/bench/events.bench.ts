/**
 * Measures the event coder on the coded sentences of `SHARED/bench` with the scorer that lies there: `npm run bench -- events`.
 * `given`: source and target are marked, one root is asked for. `found`: text only; spans must overlap, direction and root must be right.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { analysisRecord } from '../../src/cli/analyze.ts';
import type { CharSpan } from '../../src/model/span.ts';
import { createNodeExtractor } from '../../src/node.ts';
import type { Extractor } from '../../src/pipeline.ts';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly source?: CharSpan | null;
  readonly target?: CharSpan | null;
}

/** [file, whether pairs are marked, options of the scorer] */
const SETS: readonly (readonly [string, 'given' | 'found', readonly string[]])[] = [
  ['plv_dev', 'given', []],
  ['plv_dev', 'found', []],
  ['plover_gsr', 'found', ['--exhaustive']],
  ['cameo_events_dev', 'found', []],
];

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const toArticle = (item: Item) => ({
  id: item.id,
  title: '',
  text: item.text,
  language: 'en',
  ...(item.date && /^\d{4}-\d{2}-\d{2}$/.test(item.date) ? { publishedOn: item.date } : {}),
});

function predict(extractor: Extractor, item: Item, how: 'given' | 'found'): object {
  if (how === 'found') return { id: item.id, events: analysisRecord(extractor.analyze(toArticle(item))).events };
  return {
    id: item.id,
    root: extractor.classify(toArticle(item), item.source ?? undefined, item.target ?? undefined).root,
  };
}

export async function run(shared: string): Promise<void> {
  const folder = path.join(shared, 'bench');
  const scorer = path.join(folder, 'score.mjs');
  const needed = [scorer, ...SETS.map(([name]) => path.join(folder, `${name}.jsonl`))];
  const missing = needed.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`the events benchmark needs ${[...new Set(missing)].join(', ')}`);
  const extractor = await createNodeExtractor();
  const scratch = mkdtempSync(path.join(tmpdir(), 'dragoman-bench-'));
  try {
    for (const [name, how, options] of SETS) {
      const gold = path.join(folder, `${name}.jsonl`);
      const items = readFileSync(gold, 'utf8').split('\n').filter(Boolean);
      const began = performance.now();
      const lines = items.map((line) => JSON.stringify(predict(extractor, JSON.parse(line) as Item, how)));
      const speed = Math.round((1000 * items.length) / (performance.now() - began));
      const predicted = path.join(scratch, `${name}-${how}.jsonl`);
      writeFileSync(predicted, `${lines.join('\n')}\n`);
      const mode = how === 'given' ? 'rel' : 'e2e';
      const json = execFileSync(process.execPath, [scorer, mode, gold, predicted, ...options, '--json'], {
        encoding: 'utf8',
      });
      say(`${name} (${how}; ${items.length} items, ${speed} items/s): ${headline(JSON.parse(json), how)}`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Scores {
  readonly root?: { readonly accuracy: number; readonly macroF1: number };
  readonly quad?: { readonly macroF1: number };
  readonly predictedEvents?: number;
  readonly goldEvents?: number;
  readonly recall?: Readonly<
    Record<string, Readonly<Record<string, number | { readonly P: number; readonly R: number; readonly F1: number }>>>
  >;
}

const percent = (share: number | undefined): string => (share === undefined ? '-' : (100 * share).toFixed(1));

function headline(scores: Scores, how: 'given' | 'found'): string {
  if (how === 'given')
    return `root accuracy ${percent(scores.root?.accuracy)}, macro-F1 ${percent(scores.root?.macroF1)}, quad macro-F1 ${percent(scores.quad?.macroF1)}`;
  const parts = ['root/directed', 'quad/directed', 'pairOnly/directed'].flatMap((key) => {
    const value = scores.recall?.['overlap']?.[key];
    if (value === undefined) return [];
    const shown =
      typeof value === 'number'
        ? `recall ${percent(value)}`
        : `P ${percent(value.P)} R ${percent(value.R)} F1 ${percent(value.F1)}`;
    return [`${key} ${shown}`];
  });
  return `${parts.join(', ')}; ${scores.predictedEvents} predicted, ${scores.goldEvents} in gold`;
}
