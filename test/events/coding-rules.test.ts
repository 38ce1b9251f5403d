import { describe, expect, it, test } from 'vitest';
import { codeEvent } from '../../src/events/coding-rules.ts';
import type { Standing } from '../../src/events/trail.ts';
import type { RelationSpec } from '../../src/knowledge/knowledge.ts';
import type { EventTypeCode } from '../../src/model/event.ts';
import { analyse, extractor, type Row, tell } from '../support/story.ts';

const read = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, ...lines) => expect(tell(text)).toEqual(lines));
};

/** Source: CAMEO 035 (intent to yield), PLOVER conversion table of 2021. */
describe('a promise to give way is AGREE, a decision to do so the concession itself', () => {
  read([
    ['Kenya will release the Somali pilots.', 'AGREE released: KEN -> SOM [planned]'],
    [
      'Kenya promised to lift sanctions against Somalia.',
      'AGREE offered-to: KEN -> SOM [asserted]',
      'AGREE eased-measures-against: KEN -> SOM [planned by KEN (promise)]',
    ],
    ['Kenya has decided to lift sanctions against Somalia.', 'CONCEDE eased-measures-against: KEN -> SOM [asserted]'],
    ['Kenya lifted sanctions against Somalia.', 'CONCEDE eased-measures-against: KEN -> SOM [asserted]'],
  ]);
});

/** Source: CAMEO 12 (refusal to cooperate or to yield). */
describe('who says that he will not cooperate or give way refuses', () => {
  read([
    ['Kenya will not lift sanctions against Somalia.', 'REJECT rejected: KEN -> SOM [asserted]'],
    ['Kenya will not meet Somalia.', 'REJECT rejected: KEN -> SOM [asserted]'],
    ['Kenya did not meet Somalia.', 'CONSULT met-with: KEN <-> SOM [negated]'],
    ['Kenya may not meet Somalia.', 'CONSULT met-with: KEN <-> SOM [negated]'],
    ['Kenya will not attack Somalia.', 'ASSAULT attacked: KEN -> SOM [negated]'],
  ]);
});

/** Source: PLOVER THREATEN (coercive words about what is still to come). */
describe('harm that one says one will do is a threat', () => {
  read([
    ['Kenya will attack Somalia.', 'THREATEN attacked: KEN -> SOM [planned]'],
    [
      'Kenya said it would expel Somali diplomats.',
      'THREATEN expelled-diplomats-of: KEN -> SOM [planned by KEN (say)]',
    ],
    ['Kenya is expected to attack Somalia.', 'ASSAULT attacked: KEN -> SOM [planned]'],
    ['Kenya attacked Somalia.', 'ASSAULT attacked: KEN -> SOM [asserted]'],
  ]);
});

describe('talks that end without agreement are REJECT', () => {
  read([
    ['Kenya and Somalia failed to reach an agreement.', 'REJECT failed-to-agree-with: KEN <-> SOM [asserted]'],
    ['Kenya and Somalia reached an agreement.', 'SUPPORT signed-with: KEN <-> SOM [asserted]'],
  ]);
});

describe('talks halted and talks called off', () => {
  it.each([
    ['Egypt suspended the negotiations with Ethiopia.', 'SANCTION'],
    ['Egypt called off the negotiations with Ethiopia.', 'REJECT'],
  ])('%s', (text, type) => {
    expect(analyse(text).eventMentions.map((m) => m.type)).toEqual([type]);
  });
});

describe('the plain reading stays beside the code', () => {
  it('names type, edge, standing and rule', () => {
    const [event] = analyse('Kenya will not lift sanctions against Somalia.').eventMentions;
    expect(event).toMatchObject({
      type: 'REJECT',
      mode: 'yield',
      negated: false,
      reading: { type: 'CONCEDE', relation: 'eased-measures-against', status: 'negated' },
    });
    expect(event?.reading?.rule).toMatch(/refusal/);
  });

  it('is absent where no rule was applied', () => {
    expect(analyse('Kenya met Somalia.').eventMentions[0]).not.toHaveProperty('reading');
  });

  it('holds for every type: asserted readings are never recoded, and a rule never makes a denied event one that happened', () => {
    const relations = new Map<string, RelationSpec>(extractor.knowledge.relations.map((r) => [r.id, r]));
    const plain = (negated: boolean): Standing => ({ modality: 'asserted', negated, steps: [] });
    for (const relation of relations.values()) {
      if (!relation.event) continue;
      const type: EventTypeCode = relation.event;
      expect(codeEvent(type, relation, undefined, plain(false), relations)).toMatchObject({ type, status: 'asserted' });
      expect(codeEvent(type, relation, undefined, plain(true), relations)).toMatchObject({ type, status: 'negated' });
    }
  });
});
