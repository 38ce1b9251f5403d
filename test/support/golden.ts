import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Compares `value` with the JSON file `expected`. With UPDATE_GOLDEN=1 in the environment it writes the file instead;
 * read the difference before committing it.
 */
export function expectGolden(expected: string, value: unknown): void {
  const actual = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, actual);
  expect(actual).toBe(readFileSync(expected, 'utf8'));
}
