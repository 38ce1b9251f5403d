import { expect, it } from 'vitest';
import { analyse } from '../support/story.ts';

it.each([
  ['I want to congratulate Ghana on its election.', 'asserted'],
  ['We would like to thank Qatar for its mediation.', 'asserted'],
  ['Kenya wants to congratulate Ghana on its election.', 'hypothetical'],
  ['I do not want to congratulate Ghana on its election.', 'hypothetical'],
])('%s', (text, status) => {
  const statuses = analyse(text)
    .eventMentions.filter((m) => m.relation === 'praised')
    .map((m) => m.status);
  expect(statuses.includes('asserted')).toBe(status === 'asserted');
});

it('a date is no march', () => {
  const { eventMentions } = analyse('The ministers met on 3 March in Amiens.');
  expect(eventMentions.filter((m) => m.type === 'PROTEST')).toEqual([]);
});
