import { describe, expect, it } from 'vitest';
import { analysisRecord } from '../../src/cli/analyze.ts';
import { uncodedReasons } from '../../src/events/coded.ts';
import { analyse } from '../support/story.ts';

const reasons = (text: string): string[] => {
  const { eventMentions } = analyse(text);
  const why = uncodedReasons(eventMentions);
  return eventMentions.map((m) => `${m.relation} ${why.get(m) ?? 'coded'}`);
};

describe('which readings are coded events', () => {
  it.each([
    ['France accused Iran.', ['accused coded']],
    ['France urged Iran to release the pilots.', ['asked statement', 'released hypothetical']],
    ['France may attack Iran.', ['attacked hypothetical']],
    ['France did not attack Iran.', ['attacked negated']],
    ['France agreed to release the Iranian pilots.', ['offered-to coded', 'released content']],
    ['France expressed condolences to Iran.', ['comforted statement']],
    ['France denied the Iranian allegations.', ['denied statement']],
    ['The French president resigned.', ['conceded-to coded']],
  ])('%s', (text, expected) => {
    const found = reasons(text);
    if (expected[0] === 'conceded-to coded') expect(found.every((x) => x.endsWith('coded'))).toBe(true);
    else expect(found).toEqual(expected);
  });

  it('own claims of an attack are statements, those of others reports', () => {
    expect(reasons('The Taliban claimed that they had attacked Kabul.').join()).toContain('attacked statement');
    expect(reasons('Pakistan claimed that the Taliban had attacked Kabul.').join()).toContain('accused coded');
  });

  it('leaves out what is less sure than asked for', () => {
    const { eventMentions } = analyse('France accused Iran.');
    expect(uncodedReasons(eventMentions, 1).get(eventMentions[0] as (typeof eventMentions)[0])).toBe('unsure');
    expect(uncodedReasons(eventMentions, 0).size).toBe(0);
  });

  it('the record keeps what is not coded, with the reason', () => {
    const record = analysisRecord(analyse('France urged Iran to release the pilots.'));
    expect(record.events).toEqual([]);
    expect(record.readings.map((r) => [r.relation, r.why])).toContainEqual(['asked', 'statement']);
    expect(analysisRecord(analyse('France accused Iran.')).readings).toEqual([]);
  });
});
