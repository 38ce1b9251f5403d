/**
 * Measures how often source and target are both right by rules over the parse alone, without the event lexicon, on the statement-free items
 * of `SHARED/bench/cameo_events_dev.jsonl`: `npm run bench -- roles`. A head inside a gold span is right. Rules were written with the first
 * half of the items in sight and sentences of `plv_dev.jsonl` that are not among them, never the second half.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createEntityFinder } from '../../src/entities/find.ts';
import type { CharSpan } from '../../src/model/span.ts';
import { compileResources } from '../../src/node.ts';
import { createExtractor } from '../../src/pipeline.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { readRoles } from './roles.ts';
import { readActors } from './roles-actors.ts';

interface RoleItem {
  readonly id: string;
  readonly text: string;
  /** Class of the sentence; 0 is a statement. */
  readonly penta: number;
  readonly sources: readonly CharSpan[];
  readonly targets: readonly CharSpan[];
}

interface Count {
  hits: number;
  found: number;
  wanted: number;
}

/** Offsets of the head of each source and target. */
interface FoundRoles {
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/** @throws Error when the set is not there */
export async function run(shared: string): Promise<void> {
  const items = readItems(shared);
  const read = await roleReader();
  const found = items.map(({ text }) => read(text));
  const half = Math.ceil(items.length / 2);
  report('all', items, found);
  report('first half', items.slice(0, half), found.slice(0, half));
  report('second half', items.slice(half), found.slice(half));
}

function readItems(shared: string): readonly RoleItem[] {
  const file = path.join(shared, 'bench/cameo_events_dev.jsonl');
  if (!existsSync(file)) throw new Error(`the roles benchmark needs ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RoleItem)
    .filter((i) => i.penta !== 0 && i.sources.length > 0 && i.targets.length > 0);
}

/** The shipped pipeline up to its entities, with the rules behind it. */
async function roleReader(): Promise<(text: string) => FoundRoles> {
  const { resources } = await compileResources();
  const { knowledge } = resources;
  const extractor = createExtractor(resources);
  const finder = createEntityFinder(knowledge);
  const speech = new Set(knowledge.reporting.filter((r) => r.takes.includes('quote')).map((r) => r.phrase));
  const sayings = new Set(knowledge.reporting.filter((r) => r.takes.includes('that')).map((r) => r.phrase));
  const agents = new Set(knowledge.agents.map((a) => a.phrase));
  return (text) => {
    const doc = extractor.read({ id: 'bench', title: '', text, language: 'en' });
    const clauses = readClauses(doc, speech);
    const actors = readActors(doc, finder.find(doc, clauses), (lemma) => agents.has(lemma));
    const isSpeech = ({ lemma }: { readonly lemma: string }): boolean => speech.has(lemma) || sayings.has(lemma);
    const { sources, targets } = readRoles({ doc, clauses, actors, isSpeech });
    const offset = (token: number): number => doc.tokens[token]?.start ?? -1;
    return { sources: sources.map(offset), targets: targets.map(offset) };
  };
}

const covers = ({ start, end }: CharSpan, offset: number): boolean => start <= offset && offset < end;

/** Several heads inside one gold span count once. */
function add(count: Count, gold: readonly CharSpan[], heads: readonly number[]): void {
  const hits = gold.filter((span) => heads.some((h) => covers(span, h))).length;
  count.hits += hits;
  count.found += hits + heads.filter((h) => !gold.some((span) => covers(span, h))).length;
  count.wanted += gold.length;
}

const isRight = (gold: readonly CharSpan[], heads: readonly number[]): boolean =>
  gold.some((span) => heads.some((h) => covers(span, h)));

function report(name: string, items: readonly RoleItem[], found: readonly FoundRoles[]): void {
  const counts = { sources: { hits: 0, found: 0, wanted: 0 }, targets: { hits: 0, found: 0, wanted: 0 } };
  let both = 0;
  items.forEach((item, i) => {
    const got = found[i] ?? { sources: [], targets: [] };
    add(counts.sources, item.sources, got.sources);
    add(counts.targets, item.targets, got.targets);
    if (isRight(item.sources, got.sources) && isRight(item.targets, got.targets)) both++;
  });
  const shown = ([side, c]: [string, Count]): string =>
    `${side} P ${percent(c.hits, c.found)} R ${percent(c.hits, c.wanted)} F ${percent(2 * c.hits, c.found + c.wanted)}`;
  const sides = Object.entries(counts).map(shown).join(', ');
  process.stdout.write(
    `roles ${name.padEnd(11)} both right ${both}/${items.length} = ${percent(both, items.length)}%; ${sides}\n`,
  );
}

const percent = (a: number, b: number): string => ((100 * a) / Math.max(1, b)).toFixed(1);
