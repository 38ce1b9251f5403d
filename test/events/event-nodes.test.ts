import { describe, expect, test } from 'vitest';
import { analyse, facts, type Row } from '../support/story.ts';

const HERE = '-0123456789ab';
const read = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, ...lines) => expect(facts(text)).toEqual(lines));
};
const kinds = (text: string, kind: string): string[] =>
  analyse(text)
    .entities.filter((e) => e.kind === kind)
    .map((e) => e.id);

describe('who took part, where, on what', () => {
  read([
    [
      'Norway held talks with Iceland in Oslo.',
      `took-part-in: NOR -> event:norway-iceland-talks${HERE}`,
      `took-part-in: ISL -> event:norway-iceland-talks${HERE}`,
      `took-place-in: event:norway-iceland-talks${HERE} -> place:oslo`,
    ],
    [
      'Kenya and Somalia held talks on fishing.',
      `took-part-in: KEN -> event:kenya-somalia-talks${HERE}`,
      `took-part-in: SOM -> event:kenya-somalia-talks${HERE}`,
      `concerns: event:kenya-somalia-talks${HERE} -> issue:fishing`,
    ],
    [
      'Iran took part in the Geneva talks on Syria.',
      'took-part-in: IRN -> event:geneva-talks',
      'took-place-in: event:geneva-talks -> place:geneva',
      'concerns: event:geneva-talks -> SYR',
    ],
    [
      'Iran attended the Astana summit.',
      'took-part-in: IRN -> event:astana-summit',
      'took-place-in: event:astana-summit -> place:astana',
    ],
    [
      'Russia and Turkey signed a treaty.',
      `took-part-in: RUS -> event:russia-turkey-treaty${HERE}`,
      `took-part-in: TUR -> event:russia-turkey-treaty${HERE}`,
    ],
    [
      'Brazil paid a visit to Argentina.',
      `took-part-in: BRA -> event:brazil-argentina-visit${HERE}`,
      `took-part-in: ARG -> event:brazil-argentina-visit${HERE}`,
    ],
  ]);
});

describe('nobody takes part in what does not take place', () => {
  read([
    ['No talks were held between Kenya and Somalia.'],
    ['Kenya held no talks with Somalia.'],
    ['Kenya called for talks with Somalia in Oslo.'],
    ['Canada failed to reach a deal with Mexico.'],
    ['Kenya may hold talks with Somalia.'],
    ['Kenya attacked Somalia.'],
  ]);
});

describe('nodes', () => {
  test.each([
    ['Norway and Iceland held talks. The talks ended on Monday.', [`event:norway-iceland-talks${HERE}`]],
    [
      'Norway and Iceland held talks. Peru and Chile held talks.',
      [`event:norway-iceland-talks${HERE}`, `event:peru-chile-talks${HERE}`],
    ],
    ['The Oslo conference opened. Yemen praised the Oslo conference.', ['event:oslo-conference']],
    ['The talks ended.', []],
    ['Kenya attacked Somalia.', []],
  ])('events of: %s', (text, ids) => expect(kinds(text, 'event').sort()).toEqual(ids));

  test.each([
    ['Iran and Russia cooperate on the Syrian crisis.', ['issue:syrian-crisis']],
    ['Norway and Iceland discussed fishing.', ['issue:fishing']],
    ['Kenya and Somalia held talks on the nuclear programme.', ['issue:nuclear-programme']],
    ['Kenya and Somalia held talks on breakfast.', []],
  ])('issues of: %s', (text, ids) => expect(kinds(text, 'issue')).toEqual(ids));

  test('what is done to an event has the event as its target', () => {
    const { eventMentions } = analyse('Russia and Turkey signed a treaty. The treaty was criticised by Greece.');
    const last = eventMentions.at(-1);
    expect(last?.relation).toBe('criticised');
    expect(last?.arguments.find((a) => a.role === 'recipient')?.entities).toEqual([
      `event:russia-turkey-treaty${HERE}`,
    ]);
  });
});
