import { describe, expect, test } from 'vitest';
import { readEventTypes } from '../support/event-types.ts';
import { type GoldSentence, readGold } from '../support/gold.ts';
import { goldChecker } from '../support/gold-check.ts';
import { analyse, extractor } from '../support/story.ts';

const gold = readGold();
const check = goldChecker(extractor.knowledge);
const problems = ({ text, date, ...rest }: GoldSentence): string[] =>
  check({ text, date, ...rest }, analyse(text, date ? { date } : {}));

describe('sentences judged by people are read so', () => {
  test.each(gold.filter((g) => !g.known))('$id $text', (g) => expect(problems(g)).toEqual([]));
});

test('a sentence that is marked as not read so yet is not', () => {
  const marked = gold.filter((g) => g.known);
  expect(marked.filter((g) => problems(g).length === 0).map((g) => `${g.id}: take the mark off`)).toEqual([]);
});

describe('the set', () => {
  const types = readEventTypes();

  test('is large, each id stands once, and at most a tenth is not read so yet', () => {
    expect(gold.length).toBeGreaterThanOrEqual(320);
    expect(new Set(gold.map((g) => g.id)).size).toBe(gold.length);
    expect(gold.filter((g) => g.known).length / gold.length).toBeLessThanOrEqual(0.1);
  });

  test.each(types)('shows every rule of $type at least twice', ({ type, rules }) => {
    const shown = gold.filter((g) => g.file === type).flatMap((g) => g.rule ?? []);
    const ids = rules.map((r) => r.id);
    expect(ids.filter((id) => shown.filter((s) => s === id).length < 2)).toEqual([]);
    expect(shown.filter((s) => !ids.includes(s))).toEqual([]);
  });

  test.each(types)('has every mode of $type', ({ type, modes }) => {
    const found = new Set(
      gold
        .flatMap((g) => g.events)
        .filter((e) => e.type.includes(type))
        .map((e) => e.mode),
    );
    expect(modes.map((m) => m.id).filter((id) => !found.has(id))).toEqual([]);
  });

  test('has every status', () => {
    const found = new Set(gold.flatMap((g) => g.events).flatMap((e) => e.status ?? ['asserted']));
    expect([...found].sort()).toEqual(['asserted', 'hypothetical', 'negated', 'planned', 'reported']);
  });
});
