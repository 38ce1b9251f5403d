import { describe, expect, test } from 'vitest';
import { tell } from '../support/story.ts';

/** Events of a sentence without times. */
const told = (text: string): string[] => tell(text).map((line) => line.replace(/ "[^"]*"$/, ''));

test.each([
  ['Premier Ali Baccouche resigned on Sunday under pressure from the trade unions.', '"the trade unions"'],
  ['The Gabonese dockers called off their strike after the ministry offered them more pay.', '"the ministry"'],
  ['The Gabonese dockers called off their strike after they won more pay.', '?'],
  ['Ghana scrapped the fuel tax after protests by students.', '"students"'],
  ['Premier Ali Baccouche resigned after the army was defeated.', '?'],
  ['Premier Ali Baccouche resigned after his deputy died.', '?'],
])('whoever gives way does so to those whose doing is the occasion: %s', (text, recipient) => {
  expect(told(text).filter((line) => line.includes(`-> ${recipient} [asserted]`))).toHaveLength(1);
});

test('the occasion of an easing that names its recipient is another event', () => {
  expect(told('Chad lifted its curfew after Sudan freed the pilots.')).toEqual([
    'CONCEDE eased-measures-against: TCD -> ? [asserted]',
    'RETREAT released: SDN -> "the pilots" [asserted]',
  ]);
});

describe('what several do with each other', () => {
  test.each([
    ['Ecuador and Peru exchanged prisoners.', ['RETREAT released: ECU + PER -> ECU + PER [asserted]']],
    ['Ecuador exchanged prisoners with Peru.', ['RETREAT released: ECU -> PER [asserted]']],
    ['Ecuador exchanged prisoners.', ['RETREAT released: ECU -> ? [asserted]']],
    [
      'The airline and the union agreed to seek arbitration.',
      ['AGREE agreed-with: "The airline" <-> "the union" [asserted]'],
    ],
    ['The airline agreed to seek arbitration.', ['AGREE offered-to: "The airline" -> ? [asserted]']],
  ])('%s', (text, events) => {
    expect(told(text)).toEqual(events);
  });
});

describe('what is said by calling or writing is said', () => {
  test.each([
    ['Jonas Dahl called Rosa Vega to thank her.', 'SUPPORT praised: person:jonas-dahl -> person:rosa-vega [asserted]'],
    [
      'The minister phoned her Peruvian counterpart, Rosa Vega, to thank her.',
      'SUPPORT praised: "The minister" -> person:rosa-vega [asserted]',
    ],
    [
      'Jonas Dahl flew to Lima to thank Rosa Vega.',
      'SUPPORT praised: person:jonas-dahl -> person:rosa-vega [hypothetical]',
    ],
    ['Jonas Dahl called the army to defend Chad.', 'SUPPORT supports: "the army" -> TCD [hypothetical]'],
  ])('%s', (text, event) => {
    expect(told(text)).toContain(event);
  });
});

describe('plans and promises', () => {
  test.each([
    ['Sweden announced plans to help Moldova.', 'AGREE gave-aid-to: SWE -> MDA [planned]'],
    ['Sweden criticised plans to help Moldova.', 'AID gave-aid-to: SWE -> MDA [hypothetical]'],
    ['Estonia assured Georgia that it would send doctors.', 'AGREE offered-to: EST -> GEO [asserted]'],
    ['Estonia assured Georgia that it did not send doctors.', 'SUPPORT supports: EST -> GEO [asserted]'],
    ['Norway promised to work hard to help Peru.', 'AGREE offered-to: NOR -> PER [asserted]'],
    ['Malta supports efforts to rebuild Peru.', 'SUPPORT supports: MLT -> PER [asserted]'],
    ['Malta supports efforts to isolate Peru.', 'SUPPORT supports: MLT -> ? [asserted]'],
    ['Latvia reaffirmed its commitment to supporting Moldova.', 'SUPPORT supports: LVA -> MDA [asserted]'],
    ['Latvia reaffirmed its commitment to helping Moldova.', 'AGREE gave-aid-to: LVA -> MDA [planned]'],
  ])('%s', (text, event) => {
    expect(told(text)).toContain(event);
  });
});

test.each([
  ['Norway eased some of its restrictions on Peru.', 'CONCEDE eased-measures-against: NOR -> PER [asserted]'],
  ['Norway eased most of the restrictions on Peru.', 'CONCEDE eased-measures-against: NOR -> PER [asserted]'],
  ['Chad signed an agreement Feb. 2 with Peru.', 'SUPPORT signed-with: TCD <-> PER [asserted]'],
  ['Norway stopped bombing Peru.', 'RETREAT made-truce-with: NOR <-> PER [asserted]'],
])('%s', (text, event) => {
  expect(told(text)).toEqual([event]);
});
