/** Relations of whole documents against re3d: `npm run bench -- re3d`. Recall is the scorer's; precision has to be read by hand. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNodeExtractor } from '../../src/node.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { RE3D_TYPES, spanRelations } from './re3d-relations.ts';

type Score = Readonly<
  Record<string, { readonly P: number; readonly R: number; readonly gold: number; readonly pred: number }>
>;

export async function run(shared: string): Promise<void> {
  const gold = path.join(shared, 'bench', 're3d_dev.jsonl');
  const scorer = path.join(shared, 'bench', 'score.mjs');
  for (const file of [gold, scorer]) if (!existsSync(file)) throw new Error(`the re3d benchmark needs ${file}`);
  const extractor = await createNodeExtractor();
  const speechVerbs = new Set(
    extractor.knowledge.reporting.filter((r) => r.takes.includes('quote')).map((r) => r.phrase),
  );
  const lines = readFileSync(gold, 'utf8').split('\n').filter(Boolean);
  const predicted = lines.map((line) => {
    const { id, text, title } = JSON.parse(line) as { id: string; text: string; title?: string };
    const analysis = extractor.analyze({ id, title: title ?? '', text, language: 'en' });
    return JSON.stringify({
      id,
      relations: spanRelations(analysis, readClauses(analysis.document, speechVerbs)),
    });
  });
  const scratch = mkdtempSync(path.join(tmpdir(), 'dragoman-re3d-'));
  try {
    const file = path.join(scratch, 'predicted.jsonl');
    writeFileSync(file, `${predicted.join('\n')}\n`);
    const score = (types: readonly string[]): Score =>
      JSON.parse(
        execFileSync(process.execPath, [scorer, 'reldoc', gold, file, '--types', types.join(','), '--json'], {
          encoding: 'utf8',
        }),
      ) as Score;
    const line = (name: string, s: Score): void => {
      const [typed, either] = [s['overlap/directed/typed'], s['overlap/undirected/untyped']];
      process.stdout.write(
        `${name}: recall ${percent(typed?.R)} (either way, any of the types ${percent(either?.R)}), in gold ${percent(typed?.P)}; ${typed?.pred} drawn, ${typed?.gold} in gold\n`,
      );
    };
    line('re3d, all eight types', score(RE3D_TYPES));
    for (const type of RE3D_TYPES) line(`  ${type}`, score([type]));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const percent = (share: number | undefined): string => (share === undefined ? '-' : (100 * share).toFixed(1));
