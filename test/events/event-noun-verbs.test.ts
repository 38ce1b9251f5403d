import { expect, test } from 'vitest';
import { analyse, who } from '../support/story.ts';

/** Event nouns as subjects of verbs that say that they happened, and what they led to. */
test.each<[string, string]>([
  ['Talks took place on Tuesday between Hungary and Slovakia.', 'met-with: HUN <-> SVK'],
  ['Talks between Hungary and Slovakia lasted all night.', 'met-with: HUN <-> SVK'],
  ['Talks between Hungary and Slovakia will take place in May.', 'met-with: HUN <-> SVK'],
  ['A meeting between Hungary and Slovakia is scheduled for May.', 'agreed-with: HUN <-> SVK'],
  ['Clashes between Sudan and Chad erupted on Monday.', 'fights: SDN <-> TCD'],
  ['Fighting between Chad and Libya broke out.', 'fights: TCD <-> LBY'],
])('%s', (text, expected) => {
  expect(who(text)).toEqual([expected]);
  for (const m of analyse(text).eventMentions) expect(m.confidence).toBeGreaterThan(0.4);
});

test.each(['The presidents of Guinea and Gambia met on Monday.', 'Officials from Guinea and Gambia met on Monday.'])(
  'two states in one phrase are two sides: %s',
  (text) => {
    const [one, two] = [text, 'Guinea met Gambia on Monday.'].map((t) => analyse(t).eventMentions[0]?.confidence ?? 0);
    expect(one).toBeGreaterThanOrEqual((two ?? 1) * 0.85);
  },
);

test('a headline without a verb says who takes part', () => {
  expect(who('Iran in talks with Iraq over border')).toEqual(['met-with: IRN <-> IRQ']);
});
