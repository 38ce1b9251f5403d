import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { scratch } from '../cli/harness.ts';
import { ensureBuilt, program } from '../support/program.ts';

export const SAMPLES = path.resolve('data/samples/reports.jsonl');
export const STORY = 'PARIS - France accused Iran on Monday of delaying the talks. Russia rejected the accusation.';

/** A folder with `graph.json`, which the built program makes of the samples before a file's tests; both are gone after them. */
export function withSampleGraph() {
  const space = scratch();
  beforeAll(async () => {
    await ensureBuilt();
    expect((await program(['build', SAMPLES, '-o', space.file('graph.json')])).code).toBe(0);
  });
  afterAll(space.remove);
  return {
    ...space,
    /** A folder of its own, so that leftovers show. */
    folder(name: string): string {
      mkdirSync(space.file(name));
      return space.file(name);
    },
  };
}
