/**
 * Measures the whole pipeline, from articles to the graph, on news of the length of a usual article: `npm run bench -- speed`.
 * The sources are bundled as they are when shipped; processor time is measured beside the clock, since other work may run on the machine.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Article } from '../../src/model/article.ts';
import { compileResources } from '../../src/node.ts';
import { profileShares } from './profile-shares.ts';

type Pipeline = typeof import('../../src/pipeline.ts');

const PIPELINE = fileURLToPath(new URL('../../src/pipeline.ts', import.meta.url));
const ARTICLE_WORDS = 450;
const ROUNDS = 9;
/** Rounds before those that count: the engine compiles what runs often. */
const WARM_UP = 4;

/** Functions that `pipeline.ts` calls, and what their work is called. */
const STAGES: ReadonlyMap<string, string> = new Map([
  ['tokenize', 'tokenize'],
  ['tag', 'tag'],
  ['parse', 'parse'],
  ['findNames', 'names'],
  ['chunk', 'chunk'],
  ['readClauses', 'clauses'],
  ['findEntities', 'entities'],
  ['code', 'events'],
  ['buildGraph', 'merge, graph'],
]);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;

/** Texts, cut or joined at the ends of sentences to articles of about `words` words; a rest that is shorter is left out. */
export function toArticles(texts: readonly string[], words: number): readonly Article[] {
  const articles: Article[] = [];
  let text = '';
  const close = (): void => {
    articles.push({ id: `speed-${articles.length}`, title: '', text: text.trim(), language: 'en' });
    text = '';
  };
  for (const paragraph of texts.flatMap((t) => t.split(/\n\n+/))) {
    for (const sentence of paragraph.split(/(?<=[.!?]["”’]?)\s+(?=[\p{Lu}"“])/u)) {
      text += `${text === '' || text.endsWith('\n') ? '' : ' '}${sentence}`;
      if (countWords(text) >= words) close();
    }
    text += '\n\n';
  }
  return articles;
}

/** The pipeline as one bundle of plain JavaScript: what the runner of TypeScript adds to functions would be measured too. */
async function bundlePipeline(): Promise<Pipeline> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'dragoman-speed-'));
  try {
    const lib = { entry: PIPELINE, formats: ['es' as const] };
    await build({ configFile: false, logLevel: 'error', build: { lib, outDir, target: 'es2023', minify: false } });
    const file = readdirSync(outDir).find((name) => /\.m?js$/.test(name)) ?? '';
    return (await import(pathToFileURL(path.join(outDir, file)).href)) as Pipeline;
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

interface Round {
  readonly cpu: number;
  readonly wall: number;
}

/** Seconds that some work takes: of the processor, and on the wall. */
function time(work: () => void): Round {
  const [began, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { cpu: (user + system) / 1e6, wall: (performance.now() - began) / 1000 };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export async function run(shared: string): Promise<void> {
  const file = path.join(shared, 'bench', 're3d_dev.jsonl');
  if (!existsSync(file)) throw new Error(`the speed benchmark needs ${file}`);
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const articles = toArticles(
    lines.map((line) => (JSON.parse(line) as { readonly text: string }).text),
    ARTICLE_WORDS,
  );
  const [{ createExtractor, buildGraph }, { resources }] = [await bundlePipeline(), await compileResources()];
  const extractor = createExtractor(resources);
  let [tokens, events] = [0, 0];
  const work = (): void => {
    const analyses = articles.map((article) => extractor.analyze(article));
    const graph = buildGraph(analyses, resources.knowledge);
    tokens = analyses.reduce((sum, { document }) => sum + document.tokens.length, 0);
    events = graph.size;
  };
  const first = time(work);
  for (let i = 1; i < WARM_UP; i++) work();
  const rounds = Array.from({ length: ROUNDS }, () => time(work));
  const [cpu, wall] = [median(rounds.map((r) => r.cpu)), median(rounds.map((r) => r.wall))];
  const rate = (seconds: number, count = articles.length): string => (count / seconds).toFixed(1);
  say(`${articles.length} articles of ${Math.round(tokens / articles.length)} tokens, graph of ${events} edges`);
  say(`articles/s: ${rate(cpu)} by processor time, ${rate(wall)} by the clock (medians of ${ROUNDS} rounds)`);
  say(`tokens/s: ${rate(cpu, tokens)} by processor time; first round, not warm: ${rate(first.cpu)} articles/s`);
  for (const [stage, share] of await profileShares(work, STAGES)) {
    const ms = (1000 * share * cpu) / articles.length;
    say(`  ${stage.padEnd(14)}${(100 * share).toFixed(1).padStart(6)}% ${ms.toFixed(2).padStart(7)} ms an article`);
  }
}
