import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/ingest/read.ts';
import { expectGolden } from '../support/golden.ts';

const FOLDER = fileURLToPath(new URL('../golden/ingest/', import.meta.url));
const pages = readdirSync(FOLDER).filter((name) => !name.endsWith('.expected.json'));

describe('pages made up for this test', () => {
  it('are there', () => expect(pages.length).toBeGreaterThanOrEqual(10));
  it.each(pages)('%s', (name) =>
    expectGolden(`${FOLDER}${name}.expected.json`, readSource(readFileSync(FOLDER + name), name)),
  );
});
