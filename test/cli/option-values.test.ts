import { describe, expect, it } from 'vitest';
import {
  countOption,
  dayOption,
  listOption,
  portOption,
  shareOption,
  sinceOption,
  untilOption,
  wholeNumber,
} from '../../src/cli/option-values.ts';

describe('option values', () => {
  it('reads days, months and years', () => {
    expect(dayOption('2024-02-29')).toBe('2024-02-29');
    expect(['2015', '2015-07', '2015-07-14'].map(sinceOption)).toEqual(['2015-01-01', '2015-07-01', '2015-07-14']);
    expect(['2015', '2015-02', '2016-02', '2015-07-14'].map(untilOption)).toEqual([
      '2015-12-31',
      '2015-02-28',
      '2016-02-29',
      '2015-07-14',
    ]);
  });

  it.each(['2023-02-29', '2015-13', 'yesterday', '', '15-07-14'])('refuses %j', (value) => {
    expect(() => dayOption(value)).toThrow();
    expect(() => sinceOption(value)).toThrow();
    expect(() => untilOption(value)).toThrow();
  });

  it('reads lists that are given at once or one by one', () => {
    const read = listOption(['country', 'person']);
    expect(read('person', read('Country, person'))).toEqual(['country', 'person', 'person']);
    expect(() => read('planet')).toThrow(/planet/);
  });

  it('checks numbers', () => {
    expect([wholeNumber('7'), portOption('0'), shareOption('0.5')]).toEqual([7, 0, 0.5]);
    for (const bad of ['-1', '1.5', 'x', '']) expect(() => wholeNumber(bad)).toThrow();
    expect(countOption('1')).toBe(1);
    expect(() => countOption('0')).toThrow();
    expect(() => portOption('70000')).toThrow();
    for (const bad of ['2', '-0.1', '', 'x']) expect(() => shareOption(bad)).toThrow();
  });
});
