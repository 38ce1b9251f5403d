import { expect, test } from 'vitest';
import { who } from '../support/story.ts';

test.each([
  [
    'Chad bombed Malian rebels near Kidal. The strikes killed seven rebels.',
    ['attacked: TCD -> group:MLI:rebels', 'killed: TCD -> group:MLI:rebels'],
  ],
  [
    'The European Union imposed sanctions on Chad. The measures were coordinated with Norway.',
    ['sanctioned: org:eu -> TCD', 'cooperates-with: org:eu <-> NOR'],
  ],
])('a deed does what its doer does: %s', (text, lines) => expect(who(text)).toEqual(lines));

test('nobody told whose strikes they are', () => {
  expect(who('Chad praised Mali. The strikes killed seven rebels.')[1]).toMatch(/^killed: ("The strikes"|\?) -> /);
});

test.each([
  ['The move alarmed officials in Lagos, who accused Chad of lying.', 'accused: NGA -> TCD'],
  ['Norway refused to extradite the sailors, a decision that Chad condemned.', 'criticised: TCD -> NOR'],
  ['The Norwegian premier, who is to host Malian officials in Oslo, praised Chad.', 'hosted: NOR -> MLI'],
  [
    'Negotiations between Chad, Mali and Niger have failed. The three countries praised Norway.',
    'praised: TCD + MLI + NER -> NOR',
  ],
])('who and which: %s', (text, line) => expect(who(text)).toContain(line));

test('the strikes are those of whoever made them, not of whoever answered with rockets', () => {
  const text =
    'Chad bombed a Malian depot. The strikes wounded two Malian soldiers. Mali fired rockets at Chad. Niger condemned the strikes.';
  expect(who(text).at(-1)).toBe('criticised: NER -> TCD');
});

test.each([
  ['Chad and Mali traded accusations on Saturday.', 'accused: TCD + MLI -> TCD + MLI'],
  ['Chad traded accusations with Mali on Saturday.', 'accused: TCD -> MLI'],
])('accusations go both ways: %s', (text, line) => expect(who(text)).toContain(line));
