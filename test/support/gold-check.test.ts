import { expect, test } from 'vitest';
import type { GoldEvent, GoldSentence } from './gold.ts';
import { goldChecker } from './gold-check.ts';
import { analyse, extractor } from './story.ts';

const check = goldChecker(extractor.knowledge);
const attack: GoldEvent = { type: ['ASSAULT'], actor: [['Kenya']], recipient: [['Somalia']] };

const problems = (text: string, fields: Partial<GoldSentence>): number => {
  const gold: GoldSentence = { id: 'x', file: 'x', text, events: [], also: [], ...fields };
  return check(gold, analyse(text, gold.date ? { date: gold.date } : {})).length;
};

test.each<[why: string, text: string, fields: Partial<GoldSentence>]>([
  ['as told', 'Kenya attacked Somalia.', { events: [attack] }],
  ['either type', 'Kenya attacked Somalia.', { events: [{ ...attack, type: ['COERCE', 'ASSAULT'] }] }],
  ['either name', 'Kenya attacked Somalia.', { events: [{ ...attack, recipient: [['Chad', 'Somalia']] }] }],
  ['a side that is not judged', 'Kenya attacked Somalia.', { events: [{ type: ['ASSAULT'], actor: [['Kenya']] }] }],
  ['allowed beside', 'Kenya attacked Somalia.', { none: true, also: [attack] }],
  ['both sides', 'Kenya met Somalia.', { events: [{ type: ['CONSULT'], between: [['Somalia'], ['Kenya']] }] }],
  [
    'the guest acts',
    'Kenya hosted Somalia.',
    { events: [{ ...attack, type: ['CONSULT'], actor: [['Somalia']], recipient: [['Kenya']] }] },
  ],
  [
    'who says so',
    'Chad said Kenya attacked Somalia.',
    { events: [{ ...attack, status: ['reported'], speaker: ['Chad'] }] },
  ],
  ['a plan is not drawn', 'Kenya will meet Somalia.', { none: true }],
  ['nothing', 'The weather is fine.', { none: true }],
])('no problem: %s', (_, text, fields) => {
  expect(problems(text, fields)).toBe(0);
});

test.each<[why: string, text: string, fields: Partial<GoldSentence>]>([
  ['wrong type', 'Kenya attacked Somalia.', { events: [{ ...attack, type: ['COERCE'] }] }],
  ['wrong way round', 'Somalia attacked Kenya.', { events: [attack] }],
  ['wrong mode', 'Kenya attacked Somalia.', { events: [{ ...attack, mode: 'aerial' }] }],
  ['wrong status', 'Kenya did not attack Somalia.', { events: [attack] }],
  ['one actor too many', 'Kenya and Chad attacked Somalia.', { events: [attack] }],
  ['one actor too few', 'Kenya attacked Somalia.', { events: [{ ...attack, actor: [['Kenya'], ['Chad']] }] }],
  ['another event beside', 'Kenya attacked Somalia and praised Chad.', { events: [attack] }],
  ['not together', 'Kenya attacked Somalia.', { events: [{ type: ['ASSAULT'], between: [['Kenya'], ['Somalia']] }] }],
  [
    'another speaker',
    'Chad said Kenya attacked Somalia.',
    { events: [{ ...attack, status: ['reported'], speaker: ['Mali'] }] },
  ],
  ['another day', 'Kenya attacked Somalia on 3 May 2019.', { events: [{ ...attack, time: '2019-05-04' }] }],
  ['less exact', 'Kenya attacked Somalia on 3 May 2019.', { events: [{ ...attack, time: '2019-05' }] }],
  ['none', 'Kenya attacked Somalia.', { none: true }],
])('a problem: %s', (_, text, fields) => {
  expect(problems(text, fields)).toBeGreaterThan(0);
});
