/**
 * The work of the speed benchmark, bundled and run in a process of its own, as the program runs when shipped: in the process of the benchmark
 * the bundler's memory would make every collection of garbage longer.
 * Arguments: file of the compiled resources, file of the articles (JSON). Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import type { Article } from '../../src/model/article.ts';
import { buildGraph, createExtractor } from '../../src/pipeline.ts';
import { parseResources } from '../../src/resources.ts';
import { profileShares } from './profile-shares.ts';

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

/** Seconds that some work takes: of the processor, and on the wall. */
export interface Round {
  readonly cpu: number;
  readonly wall: number;
}

export interface Measured {
  readonly tokens: number;
  /** Edges of the graph. */
  readonly edges: number;
  readonly first: Round;
  readonly rounds: readonly Round[];
  /** Stage and its share of the time [0, 1]. */
  readonly shares: readonly (readonly [string, number])[];
}

function time(work: () => void): Round {
  const [began, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { cpu: (user + system) / 1e6, wall: (performance.now() - began) / 1000 };
}

async function measure(resourceFile: string, articleFile: string): Promise<Measured> {
  const resources = parseResources(readFileSync(resourceFile, 'utf8'));
  const articles = JSON.parse(readFileSync(articleFile, 'utf8')) as readonly Article[];
  const extractor = createExtractor(resources);
  let [tokens, edges] = [0, 0];
  const work = (): void => {
    const analyses = articles.map((article) => extractor.analyze(article));
    const graph = buildGraph(analyses, resources.knowledge);
    tokens = analyses.reduce((sum, { document }) => sum + document.tokens.length, 0);
    edges = graph.size;
  };
  const first = time(work);
  for (let i = 1; i < WARM_UP; i++) work();
  const rounds = Array.from({ length: ROUNDS }, () => time(work));
  return { tokens, edges, first, rounds, shares: [...(await profileShares(work, STAGES))] };
}

const [resourceFile, articleFile] = process.argv.slice(2);
if (resourceFile !== undefined && articleFile !== undefined)
  process.stdout.write(`${JSON.stringify(await measure(resourceFile, articleFile))}\n`);
