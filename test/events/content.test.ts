import { describe, expect, test } from 'vitest';
import { analyse, type Row, standing } from '../support/story.ts';

const read = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, ...lines) => expect(standing(text)).toEqual(lines));
};

describe('infinitives', () => {
  read([
    ['India agreed to attack Nepal.', 'threatened: IND -> NPL [asserted]', 'attacked: IND -> NPL [planned]'],
    [
      'Pakistan threatened to expel Indian diplomats.',
      'threatened: PAK -> IND [asserted]',
      'expelled-diplomats-of: PAK -> IND [planned by PAK (threaten)]',
    ],
    ['Hungary refused to support Ukraine.', 'rejected: HUN -> UKR [asserted]', 'supports: HUN -> UKR [negated]'],
    [
      'Spain urged Morocco to release the French sailors.',
      'asked: ESP -> MAR [asserted]',
      'released: MAR -> group:FRA:sailors [hypothetical]',
    ],
    [
      'Germany promised to support Moldova.',
      'offered-to: DEU -> MDA [asserted]',
      'supports: DEU -> MDA [planned by DEU (promise)]',
    ],
    [
      'Sudan was forced to release the Egyptian soldiers.',
      'restricted: ? -> SDN [asserted]',
      'released: SDN -> group:EGY:soldiers [asserted]',
    ],
    ['Peru is going to support Chile.', 'supports: PER -> CHL [planned]'],
    ['Peru is due to visit Chile.', 'visited: PER -> CHL [planned]'],
    ['Peru has yet to support Chile.', 'supports: PER -> CHL [negated]'],
    [
      'Peru ordered Chile to support Brazil.',
      'demanded-of: PER -> CHL [asserted]',
      'supports: CHL -> BRA [hypothetical]',
    ],
    ['Peru did not refuse to support Chile.', 'rejected: PER -> CHL [negated]', 'supports: PER -> CHL [hypothetical]'],
    ['Chad managed to attack Libya.', 'attacked: TCD -> LBY [asserted]'],
    ['Ghana wants to visit Togo.', 'visited: GHA -> TGO [hypothetical]'],
    ['Peru decided to expel the Mexican ambassador.', 'expelled-diplomats-of: PER -> MEX [planned]'],
    ['Kuwait asked Iraq to withdraw.', 'asked: KWT -> IRQ [asserted]'],
    ['Turkey began to bomb Syria.', 'attacked: TUR -> SYR [asserted]'],
    ['Rwanda failed to support Burundi.', 'supports: RWA -> BDI [negated]'],
  ]);
});

describe('gerunds', () => {
  read([
    [
      'Ukraine accused Russia of shelling Kharkiv.',
      'accused: UKR -> RUS [asserted]',
      'attacked: RUS -> place:kharkiv [reported by UKR (accuse)]',
    ],
    [
      'Russia was accused by Ukraine of shelling Kharkiv.',
      'accused: UKR -> RUS [asserted]',
      'attacked: RUS -> place:kharkiv [reported by UKR (accuse)]',
    ],
    ['Kenya kept attacking Somalia.', 'attacked: KEN -> SOM [asserted]'],
    ['Kenya stopped attacking Somalia.', 'made-truce-with: KEN <-> SOM [asserted]'],
    ['Mexico considered expelling the Spanish ambassador.', 'expelled-diplomats-of: MEX -> ESP [hypothetical]'],
    ['Greece left without attacking Albania.', 'attacked: GRC -> ALB [negated]'],
    [
      'Peru criticised Chile for attacking Bolivia.',
      'criticised: PER -> CHL [asserted]',
      'attacked: CHL -> BOL [asserted]',
    ],
    ['Cuba was praised for supporting Angola.', 'praised: ? -> CUB [asserted]', 'supports: CUB -> AGO [asserted]'],
    ['Qatar succeeded in visiting Bahrain.', 'visited: QAT -> BHR [asserted]'],
    ['Sweden is committed to supporting Estonia.', 'supports: SWE -> EST [planned]'],
  ]);
});

describe('that-clauses', () => {
  read([
    [
      'Britain demanded that Iran release the French sailors.',
      'demanded-of: GBR -> IRN [asserted]',
      'released: IRN -> group:FRA:sailors [hypothetical]',
    ],
    ['Japan regretted that China had attacked Vietnam.', 'attacked: CHN -> VNM [asserted]'],
    [
      'Niger agreed that Mali should attack Chad.',
      'agreed-with: NER <-> MLI [asserted]',
      'attacked: MLI -> TCD [hypothetical]',
    ],
  ]);
});

describe('the place of a meeting', () => {
  test.each([
    ['Viktor Orban agreed to meet in Graz.', 'AUT'],
    ['Viktor Orban agreed to hold talks in Geneva.', 'CHE'],
    ['Viktor Orban promised to attend a summit in Vienna.', 'AUT'],
  ])('%s: nothing is promised to %s', (text, host) => {
    const promise = analyse(text).eventMentions.find((m) => m.relation === 'offered-to');
    const recipients = promise?.arguments.filter((a) => a.role === 'recipient').flatMap((a) => a.entities);
    expect(recipients ?? []).not.toContain(`country:${host}`);
  });
});
