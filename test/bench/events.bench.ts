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
import { calibration } from './calibration.ts';

interface Item {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly source?: CharSpan | null;
  readonly target?: CharSpan | null;
}

/**
 * [file, whether pairs are marked, options of the scorer, which items]. Errors are looked at in the even half of plv_dev only; how far its score
 * lies above that of the odd half shows how far rules fit the items instead of the language.
 */
const SETS: readonly (readonly [string, 'given' | 'found', readonly string[], ('even' | 'odd')?])[] = [
  ['plv_dev', 'given', []],
  ['plv_dev', 'given', [], 'even'],
  ['plv_dev', 'given', [], 'odd'],
  ['plv_dev', 'found', []],
  ['plv_dev', 'found', [], 'even'],
  ['plv_dev', 'found', [], 'odd'],
  ['plover_gsr', 'found', ['--exhaustive', '--where', 'complete=true']],
  ['cameo_events_dev', 'found', []],
];

const inHalf = (item: Item, half: 'even' | 'odd' | undefined): boolean =>
  half === undefined || Number(/\d+$/.exec(item.id)?.[0] ?? 0) % 2 === (half === 'even' ? 0 : 1);

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
  const needed = [
    scorer,
    ...[...SETS.map(([name]) => name), 'cameo_class_dev'].map((name) => path.join(folder, `${name}.jsonl`)),
  ];
  const missing = needed.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`the events benchmark needs ${[...new Set(missing)].join(', ')}`);
  const extractor = await createNodeExtractor();
  const scratch = mkdtempSync(path.join(tmpdir(), 'dragoman-bench-'));
  try {
    const answers = new Map<string, string>();
    for (const [name, how, options, half] of SETS) {
      const lines = readFileSync(path.join(folder, `${name}.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean);
      const items = lines.filter((line) => inHalf(JSON.parse(line) as Item, half));
      for (const line of items) {
        const key = `${how} ${line}`;
        if (!answers.has(key)) answers.set(key, JSON.stringify(predict(extractor, JSON.parse(line) as Item, how)));
      }
      const gold = path.join(scratch, 'gold.jsonl');
      const predicted = path.join(scratch, 'predicted.jsonl');
      writeFileSync(gold, `${items.join('\n')}\n`);
      writeFileSync(predicted, `${items.map((line) => answers.get(`${how} ${line}`)).join('\n')}\n`);
      const mode = how === 'given' ? 'rel' : 'e2e';
      const json = execFileSync(process.execPath, [scorer, mode, gold, predicted, ...options, '--json'], {
        encoding: 'utf8',
      });
      say(`${name}${half ? `, ${half} half` : ''} (${how}; ${items.length} items): ${headline(JSON.parse(json), how)}`);
    }
    cleanSentences(extractor, path.join(folder, 'cameo_class_dev.jsonl'));
    for (const line of calibration(extractor, folder)) say(line);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Sentences that tell no event (penta 0: statements and appeals) should give none, the others at least one. */
function cleanSentences(extractor: Extractor, file: string): void {
  const count = { clean: 0, quiet: 0, told: 0, telling: 0 };
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const item = JSON.parse(line) as Item & { readonly penta: number };
    const any = analysisRecord(extractor.analyze(toArticle(item))).events.length > 0;
    if (item.penta === 0) {
      count.quiet++;
      if (!any) count.clean++;
    } else {
      count.telling++;
      if (any) count.told++;
    }
  }
  say(
    `cameo_class_dev: no event in ${percent(count.clean / count.quiet)} of ${count.quiet} sentences without one, one in ${percent(count.told / count.telling)} of ${count.telling} others`,
  );
}

interface Scores {
  readonly root?: { readonly accuracy: number; readonly macroF1: number };
  readonly quad?: { readonly macroF1: number };
  readonly binary?: { readonly macroF1: number };
  readonly predictedEvents?: number;
  readonly goldEvents?: number;
  readonly recall?: Readonly<
    Record<string, Readonly<Record<string, number | { readonly P: number; readonly R: number; readonly F1: number }>>>
  >;
}

const percent = (share: number | undefined): string => (share === undefined ? '-' : (100 * share).toFixed(1));

function headline(scores: Scores, how: 'given' | 'found'): string {
  if (how === 'given')
    return `root accuracy ${percent(scores.root?.accuracy)}, macro-F1 ${percent(scores.root?.macroF1)}, quad macro-F1 ${percent(scores.quad?.macroF1)}, conflict/cooperation ${percent(scores.binary?.macroF1)}`;
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
