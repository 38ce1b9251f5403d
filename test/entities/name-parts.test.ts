import { describe, expect, test } from 'vitest';
import { partsOfName } from '../../src/entities/name-parts.ts';

describe('parts of a name', () => {
  test.each([
    ['ana', []],
    ['ana medina', []],
    ['ana medina castro', ['ana medina', 'medina castro']],
    ['ana de medina castro', ['ana de', 'medina castro', 'ana de medina', 'de medina castro']],
  ])('%s', (name, parts) => {
    expect(partsOfName(name.split(' '))).toEqual(parts);
  });

  test('a run of a thousand capitals has few', () => {
    expect(partsOfName(Array.from({ length: 1000 }, (_, i) => `w${i}`))).toHaveLength(10);
  });
});
