import { describe, expect, it } from 'vitest';
import { createReading } from '../../src/events/reading.ts';
import { renamings } from '../../src/events/renaming.ts';
import { readClauses } from '../../src/syntax/read-clauses.ts';
import { analyse } from '../support/story.ts';

/** `host = other`, by the words of the two groups. */
function renamed(text: string): string[] {
  const analysis = analyse(text);
  const { document } = analysis;
  const clauses = readClauses(document, new Set(['say', 'report']));
  const words = (at: number): string => {
    const g = document.groups[at];
    return document.tokens
      .slice(g?.start, g?.end)
      .map((t) => t.text)
      .join(' ');
  };
  return renamings(createReading(document, clauses, analysis, new Set())).map(
    ({ host, other }) => `${words(host)} = ${words(other)}`,
  );
}

describe('appositions that name one thing twice', () => {
  it.each([
    ['Karim Aziz, a teacher, fled.', ['Karim Aziz = a teacher']],
    // the noun of the phrase before that is of its kind
    ['The mayor of Kharkiv, Ihor Terekhov, left.', ['The mayor = Ihor Terekhov']],
    ["Norway's ambassador to Kenya, Lars Berg, left.", ['ambassador = Lars Berg']],
    ['The fall of Ramadi, the capital of the province, came in May.', ['Ramadi = the capital']],
    ['The Islamic Front, an alliance of rebels, left.', ['The Islamic Front = an alliance']],
    ['The Free Norland Party (FNP) won.', ['The Free Norland Party = FNP']],
    ['The pipe is 9 km (6 miles) long.', ['9 km = 6 miles']],
  ])('%s', (text, expected) => expect(renamed(text)).toEqual(expected));
});

describe('what only stands behind a mark', () => {
  it.each([
    ['Rebels left Gao, Mali, on Monday.'],
    ['They met in Doha, Qatar.'],
    ['Karim, his brother and the people of Daraya fled.'],
    ['He met the ministers of France, Germany and Italy.'],
    ['Rebels shelled the airport, Reuters reports.'],
    ['The town lies six miles, ten kilometres, north-east of Aleppo.'],
    ['They left Raqqa, 6 November, in trucks.'],
  ])('%s', (text) => expect(renamed(text)).toEqual([]));
});
