import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEntityFinder } from '../../src/entities/find.ts';
import { testReader } from '../support/read.ts';

interface ActorCase {
  readonly id: string;
  readonly status: string;
  readonly fn: string;
  readonly actor: string;
  readonly context: string;
  readonly date: string;
  readonly expect: Readonly<Record<string, string | null>>;
}

/** What the scorer counts: cases that the reference coder passes, of the functions that give codes. */
const SCORED = new Set(['agent_to_code', 'short_text_to_agent', 'search_nat']);

/**
 * Prints how often an actor phrase gets the right country and sector.
 * @param shared folder that holds `bench/actor_cases_dev.jsonl`
 */
export async function run(shared: string): Promise<void> {
  const file = join(shared, 'bench/actor_cases_dev.jsonl');
  if (!existsSync(file)) {
    console.log(`actor: ${file} is not there; nothing measured`);
    return;
  }
  const cases = (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ActorCase);
  const { knowledge, read } = await testReader();
  const finder = createEntityFinder(knowledge);
  const tally = { country: [0, 0], code_1: [0, 0] } as const satisfies Record<string, [number, number]> as Record<
    'country' | 'code_1',
    [number, number]
  >;
  const misses: string[] = [];
  for (const c of cases.filter((x) => x.status === 'pass' && SCORED.has(x.fn))) {
    const got = finder.resolveActor(c.actor, { context: c.context, date: c.date, tag: (text) => read(text).doc });
    for (const key of ['country', 'code_1'] as const) {
      const want = key === 'country' && c.fn === 'search_nat' ? c.expect['result0'] : c.expect[key];
      if (want === undefined || want === null) continue;
      tally[key][1]++;
      if (got[key] === want) tally[key][0]++;
      else misses.push(`${c.actor} | ${key} wanted ${want || '-'}, got ${got[key] || '-'}`);
    }
  }
  for (const key of ['country', 'code_1'] as const) {
    const [right, all] = tally[key];
    console.log(`actor ${key}: ${right}/${all} = ${((100 * right) / Math.max(all, 1)).toFixed(1)}%`);
  }
  if (misses.length) console.log(misses.map((m) => `  ${m}`).join('\n'));
}
