import { expect, test } from 'vitest';
import { standing } from '../support/story.ts';

const refused = (text: string): string[] =>
  standing(text)
    .filter((line) => /^(?:rejected|vetoed|failed)/.test(line))
    .map((line) => line.replace(/ by .*\]/, ']'));

/** Whom a refusal is meant for, where its own words do not say. */
test.each([
  ['hearer', 'Norway told Iceland it would not release the trawler.', 'rejected: NOR -> ISL [asserted]'],
  ['owner of what is refused', "Peru vetoed Bolivia's membership of the bloc.", 'rejected: PER -> BOL [asserted]'],
  ['owner before a thing', "Peru turned down Bolivia's offer of trucks.", 'rejected: PER -> BOL [asserted]'],
  ['whom a thing concerns', 'Ghana ruled out any concession to Togo.', 'rejected: GHA -> TGO [asserted]'],
  ['who wants it', 'Ghana refused to hand over the islands that Togo claims.', 'rejected: GHA -> TGO [asserted]'],
  ['for whom it was planned', 'Ghana rejected a plan to repay Togo.', 'rejected: GHA -> TGO [asserted]'],
  ['who could end it', 'Oman will not lift the ban until Yemen frees the crew.', 'rejected: OMN -> YEM [asserted]'],
  [
    'whom one wants to do it first',
    'Oman will not lift the ban if Yemen does not free the crew.',
    'rejected: OMN -> YEM [asserted]',
  ],
  ['speaker', 'Laos said there would be no talks with Cambodia.', 'rejected: LAO -> KHM [reported]'],
  ['gerund beside its verb', 'Ghana ruled out sending doctors to Togo.', 'rejected: GHA -> TGO [asserted]'],
])('%s: %s', (_, text, line) => {
  expect(refused(text)).toContain(line);
});

/** What is not accepted, not recognised or not wished for is refused. */
test.each([
  ['Serbia has never recognised Kosovo.', 'rejected: SRB -> XKX [asserted]'],
  ['Oman would not sell gas to Yemen.', 'rejected: OMN -> YEM [asserted]'],
  ['Oman is not willing to negotiate with Yemen.', 'rejected: OMN -> YEM [asserted]'],
  ['Oman vowed never to recognise Yemen.', 'rejected: OMN -> YEM [reported]'],
  ['Oman insists it will not pull out of Yemen.', 'rejected: OMN -> YEM [reported]'],
])('%s', (text, line) => {
  expect(refused(text)).toContain(line);
});

test.each([
  'Ghana ruled out strikes on Togo.',
  'Ghana voted down a plan to send troops to Togo.',
  'Ghana vetoed a resolution on Togo.',
  'Oman would not sell gas to Yemen if the price fell.',
  'Oman will not lift the ban if Yemen frees the crew.',
  'Oman did not say that it was willing to negotiate.',
])('no refusal of those whom it would have harmed, nor of what is only possible: %s', (text) => {
  expect(refused(text).filter((line) => /-> (?:TGO|YEM)/.test(line))).toEqual([]);
});

test('those who meet fail to agree, not the meeting', () => {
  expect(refused('The summit between Fiji and Tonga failed to reach agreement on fishing.')).toEqual([
    'failed-to-agree-with: FJI <-> TON [asserted]',
  ]);
});
