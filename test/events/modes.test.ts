import { describe, expect, test } from 'vitest';
import { analyse } from '../support/story.ts';

/** A sentence, the edge and the mode. */
type Row = readonly [text: string, relation: string, mode: string | undefined];

const read = (rows: readonly Row[]): void => {
  test.each(rows)('%s', (text, relation, mode) => {
    const found = analyse(text).eventMentions.filter((m) => m.relation === relation && m.status === 'asserted');
    expect(found.map((m) => m.mode)).toEqual([mode]);
  });
};

describe('what is asked or refused decides the mode', () => {
  read([
    ['Peru asked Chile to meet its envoy.', 'asked', 'meet'],
    ['Peru asked Chile to help Bolivia.', 'asked', 'assist'],
    ['Peru urged Chile to release the sailors.', 'asked', 'yield'],
    ['Peru urged Chile to attack Bolivia.', 'asked', 'change'],
    ['Peru urged Chile to open its files and to release the sailors.', 'asked', 'yield'],
    ['Peru refused to support Chile.', 'rejected', 'assist'],
  ]);
});

describe('what is threatened decides the mode', () => {
  read([
    ['Peru threatened to attack Chile.', 'threatened', 'violence'],
    ['Peru threatened to expel the Chilean ambassador.', 'threatened', 'expel'],
    ['Peru threatened to impose sanctions on Chile.', 'threatened', 'restrict'],
    ['Peru threatened to break off relations with Chile.', 'threatened', 'relations'],
    ['Peru threatened to arrest the Chilean envoys.', 'threatened', 'arrest'],
    ['Peru vowed to attack Chile.', 'threatened', 'violence'],
  ]);
});

describe('the weapon decides the mode', () => {
  read([
    ['Peruvian drones attacked Chile.', 'attacked', 'drone'],
    ['Peruvian bombers attacked Chile.', 'attacked', 'aerial'],
    ['A suicide bomber attacked the Chilean embassy.', 'attacked', 'suicide-attack'],
    ['Rebels attacked Chile with rockets.', 'attacked', 'heavy-weapons'],
    ['Rebels attacked Chilean farmers with machetes.', 'attacked', 'primitive'],
    ['Rebels attacked Chile.', 'attacked', undefined],
  ]);
});
