import type { Status } from '../../src/model/event.ts';
import type { Interval } from '../../src/model/time.ts';

/** Article and sentence number (from 0), trigger word, names as printed, date or dates, what else is known. */
export interface Telling {
  readonly at: readonly [string, number];
  readonly trigger: string;
  readonly names: readonly [string, string];
  readonly on?: string | Interval;
  readonly speaker?: readonly [string, string, string];
  readonly timeText?: string;
}

export type EdgeLine = readonly [
  source: string,
  relation: string,
  target: string,
  status: Status,
  ...tellings: Telling[],
];

const IRN_SAU_2023: Telling = {
  ...{ at: ['a6', 0], trigger: 'agreed', names: ['Iran', 'Saudi Arabia'], on: '2023-03-10' },
};

export const edges: readonly EdgeLine[] = [
  ['country:EGY', 'signed-with', 'country:ISR', 'asserted', tell('a1', 0, 'signed', 'Egypt', 'Israel', '1978-09-17')],
  [
    'person:jimmy-carter',
    'hosted',
    'person:anwar-sadat',
    'asserted',
    tell('a1', 1, 'hosted', 'Jimmy Carter', 'Anwar Sadat', month('1978-09', 30)),
  ],
  [
    'country:IRN',
    'agreed-with',
    'country:USA',
    'asserted',
    tell('a2', 0, 'agreed', 'Iran', 'United States', '2015-07-14'),
  ],
  [
    'country:RUS',
    'took-part-in',
    'event:vienna-talks-2015',
    'asserted',
    tell('a2', 1, 'took part', 'Russia', 'Vienna talks'),
  ],
  [
    'country:FRA',
    'took-part-in',
    'event:vienna-talks-2015',
    'asserted',
    tell('a2', 1, 'took part', 'France', 'Vienna talks'),
  ],
  [
    'event:vienna-talks-2015',
    'took-place-in',
    'place:vienna',
    'asserted',
    tell('a2', 1, 'Vienna talks', 'Vienna talks', 'Vienna'),
  ],
  [
    'country:SAU',
    'broke-relations-with',
    'country:IRN',
    'asserted',
    tell('a3', 0, 'broke off', 'Saudi Arabia', 'Iran', '2016-01-03'),
  ],
  ['country:IRN', 'criticised', 'country:SAU', 'asserted', tell('a3', 1, 'criticised', 'Iran', 'the decision')],
  [
    'country:USA',
    'sanctioned',
    'country:IRN',
    'asserted',
    tell('a4', 0, 'sanctioned', 'The United States', 'Iran', '2018-05-08'),
  ],
  ['country:FRA', 'spoke-with', 'country:IRN', 'asserted', tell('a4', 1, 'spoke', 'France', 'Iran')],
  [
    'country:GBR',
    'expelled-diplomats-of',
    'country:RUS',
    'asserted',
    tell('a5', 0, 'expelled', 'The United Kingdom', 'Russian diplomats', '2018-03-14'),
  ],
  ['person:theresa-may', 'accused', 'country:RUS', 'asserted', tell('a5', 1, 'accused', 'Theresa May', 'Russia')],
  [
    'person:sergei-lavrov',
    'rejected',
    'person:theresa-may',
    'asserted',
    tell('a5', 2, 'rejected', 'Sergei Lavrov', 'the accusation'),
  ],
  [
    'person:sergei-lavrov',
    'holds-office-in',
    'country:RUS',
    'asserted',
    tell('a5', 2, 'Sergei Lavrov', 'Sergei Lavrov', 'Sergei Lavrov'),
  ],
  ['country:IRN', 'agreed-with', 'country:SAU', 'asserted', IRN_SAU_2023],
  [
    'country:CHN',
    'mediates-between',
    'country:IRN',
    'asserted',
    tell('a6', 1, 'mediated', 'China', 'Iran', month('2023-03', 31)),
  ],
  [
    'country:CHN',
    'mediates-between',
    'country:SAU',
    'asserted',
    tell('a6', 1, 'mediated', 'China', 'Saudi Arabia', month('2023-03', 31)),
  ],
  [
    'person:rafael-grossi',
    'visited',
    'country:IRN',
    'asserted',
    { ...tell('a6', 2, 'visited', 'Rafael Grossi', 'Iran'), timeText: 'a week earlier' },
  ],
  ['country:IRN', 'attacked', 'country:ISR', 'asserted', tell('a7', 0, 'attacked', 'Iran', 'Israel', '2024-04-13')],
  [
    'country:ISR',
    'attacked',
    'country:IRN',
    'reported',
    { ...tell('a7', 1, 'struck', 'Israel', 'its consulate'), speaker: ['country:IRN', 'Iran', 'say'] },
  ],
  ['country:FRA', 'criticised', 'country:IRN', 'asserted', tell('a7', 2, 'criticised', 'France', 'Iran', '2024-04-14')],
  [
    'country:RUS',
    'armed',
    'country:IRN',
    'negated',
    { ...tell('a7', 3, 'armed', 'it', 'Iran'), speaker: ['country:RUS', 'Moscow', 'deny'] },
  ],
  [
    'person:rafael-grossi',
    'visited',
    'country:IRN',
    'planned',
    tell('a7', 4, 'visit', 'Rafael Grossi', 'Iran', month('2024-05', 31)),
  ],
  [
    'country:IRN',
    'cooperates-with',
    'org:iaea',
    'hypothetical',
    tell('a7', 5, 'cooperate', 'Iran', 'the International Atomic Energy Agency'),
  ],
  ['country:IRN', 'cooperates-with', 'country:RUS', 'asserted', tell('a8', 0, 'cooperate', 'Iran', 'Russia')],
  [
    'country:RUS',
    'cooperates-on',
    'issue:syrian-crisis',
    'asserted',
    tell('a8', 0, 'cooperate', 'Russia', 'the Syrian crisis'),
  ],
  [
    'country:IRN',
    'cooperates-on',
    'issue:syrian-crisis',
    'asserted',
    tell('a8', 0, 'cooperate', 'Iran', 'the Syrian crisis'),
  ],
  [
    'country:FRA',
    'cooperates-on',
    'issue:iranian-nuclear-programme',
    'hypothetical',
    tell('a4', 1, 'spoke', 'France', 'the nuclear programme'),
  ],
  ['country:RUS', 'praised', 'country:IRN', 'asserted', tell('a8', 1, 'praised', 'Russia', 'Iran')],
];

function tell(id: string, sentence: number, trigger: string, a: string, b: string, on?: string | Interval): Telling {
  return { at: [id, sentence], trigger, names: [a, b], ...(on ? { on } : {}) };
}

export function day(date: string): Interval {
  return { from: date, to: date, precision: 'day' };
}

function month(yearMonth: string, days: number): Interval {
  return { from: `${yearMonth}-01`, to: `${yearMonth}-${days}`, precision: 'month' };
}
