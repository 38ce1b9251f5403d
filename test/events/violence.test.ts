import { expect, test } from 'vitest';
import { who } from '../support/story.ts';

/** Whoever suffered violence in an attack or fight, or when somebody attacked, suffered it from those who are named there. */
test.each([
  ['Nine Taliban fighters were killed in Afghan air strikes.', 'group:taliban', 'AFG'],
  ['Four Kenyan policemen were wounded in a firefight with Ethiopian soldiers.', 'KEN', 'ETH'],
  ['Three Indian soldiers were killed when Pakistani troops shelled their post.', 'IND', 'PAK'],
  ['Two Malian soldiers lost their lives in a Chadian ambush.', 'MLI', 'TCD'],
])('%s', (text, sufferer, doer) => {
  const told = who(text).find((line) => /^(?:killed|attacked): /.test(line)) ?? '';
  const [left = '', right = ''] = told.split(' -> ');
  expect([left.includes(doer), right.includes(sufferer)]).toEqual([true, true]);
});

test.each([
  'Twenty people were killed in a Kabul bombing.',
  'Nine Kenyan soldiers were killed in a Somali suicide bombing.',
  'Three Kenyan policemen were injured when a bomb exploded near the Somali border.',
  'Nine Kenyan soldiers were killed in a helicopter crash when Ethiopia held elections.',
])('nobody did it: %s', (text) => {
  expect(who(text).filter((line) => /^(?:killed|attacked): (?!\?)/.test(line))).toEqual([]);
});

/** Whoever is in a thing or has it is hit with it. */
test.each([
  ['Ethiopian troops attacked a bus carrying Eritrean teachers.', /^attacked: .*ETH.* -> .*ERI/],
  ['Ethiopian troops destroyed a depot belonging to Eritrea.', /^attacked: .*ETH.* -> ERI/],
  ['Kenyan prosecutors froze accounts held by Eritrea.', /^sanctioned: .* -> ERI/],
])('%s', (text, pattern) => {
  expect(who(text).some((line) => pattern.test(line))).toBe(true);
});

/** What the verb has lost to another place in the sentence. */
test.each([
  ['Polish guards were fired upon by Belarusian soldiers.', /^attacked: .*BLR.* -> .*POL/],
  ['Israel responded with air strikes on Lebanon.', /^attacked: ISR -> LBN/],
  ['The campaign of Nigeria to defeat Chad goes on.', /^attacked: NGA -> TCD/],
  ['Sudanese soldiers were held captive by Chad.', /^abducted: TCD -> .*SDN/],
])('%s', (text, pattern) => {
  expect(who(text).some((line) => pattern.test(line))).toBe(true);
});
