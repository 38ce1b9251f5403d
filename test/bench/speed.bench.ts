/**
 * Measures the whole pipeline, from articles to the graph, on news of the length of a usual article: `npm run bench -- speed`.
 * The sources are bundled as they are when shipped; processor time is measured beside the clock, since other work may run on the machine.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import type { Article } from '../../src/model/article.ts';
import { compileResources } from '../../src/node.ts';
import { serializeResources } from '../../src/resources.ts';
import type { Measured } from './speed-rounds.ts';

const ROUNDS_FILE = fileURLToPath(new URL('./speed-rounds.ts', import.meta.url));
const ARTICLE_WORDS = 450;

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

/** Bundles the rounds and runs them in a process of their own. */
async function measure(articles: readonly Article[]): Promise<Measured> {
  const dir = mkdtempSync(path.join(tmpdir(), 'dragoman-speed-'));
  const [resourceFile, articleFile] = [path.join(dir, 'resources.json'), path.join(dir, 'articles.json')];
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: { ssr: ROUNDS_FILE, outDir: dir, target: 'es2023' },
    });
    const file = readdirSync(dir).find((name) => /\.m?js$/.test(name)) ?? '';
    writeFileSync(resourceFile, serializeResources((await compileResources()).resources));
    writeFileSync(articleFile, JSON.stringify(articles));
    const args = [path.join(dir, file), resourceFile, articleFile];
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 });
    return JSON.parse(stdout) as Measured;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
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
  const { tokens, edges, first, rounds, shares } = await measure(articles);
  const [cpu, wall] = [median(rounds.map((r) => r.cpu)), median(rounds.map((r) => r.wall))];
  const rate = (seconds: number, count = articles.length): string => (count / seconds).toFixed(1);
  say(`${articles.length} articles of ${Math.round(tokens / articles.length)} tokens, graph of ${edges} edges`);
  say(`articles/s: ${rate(cpu)} by processor time, ${rate(wall)} by the clock (medians of ${rounds.length} rounds)`);
  say(`tokens/s: ${rate(cpu, tokens)} by processor time; first round, not warm: ${rate(first.cpu)} articles/s`);
  for (const [stage, share] of shares) {
    const ms = (1000 * share * cpu) / articles.length;
    say(`  ${stage.padEnd(14)}${(100 * share).toFixed(1).padStart(6)}% ${ms.toFixed(2).padStart(7)} ms an article`);
  }
}
