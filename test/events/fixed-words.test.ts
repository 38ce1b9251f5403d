import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEntityFinder } from '../../src/entities/find.ts';
import { createFirstLook, createWordLists, fixedWordsOf } from '../../src/events/fixed-words.ts';
import { indexFrames } from '../../src/events/frame-index.ts';
import { meets, nounOffer, type Offer, offerOf } from '../../src/events/frame-needs.ts';
import { matchNoun } from '../../src/events/match-noun.ts';
import { matchPredicate } from '../../src/events/match-verb.ts';
import { createReading } from '../../src/events/reading.ts';
import { parseFrames } from '../../src/knowledge/frame.ts';
import type { Frame } from '../../src/knowledge/knowledge.ts';
import { testReader } from '../support/read.ts';

const TEXT = readFileSync(new URL('../../data/samples/reports.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .join('\n\n');

describe('the first look', () => {
  test.each([
    ['v', 'hold @talks with B', [['talk', 'negotiation']]],
    ['v', 'A meet B', []],
    ['v', 'recall A:@talks', []],
    ['n', 'peace talk with B', [['peace']]],
    ['n', 'talk with B', []],
  ])('%s %s', (pos, text, expected) => {
    const row = { type: 'CONSULT', pos, frame: text, relation: 'met-with', mode: '', example: '' } as const;
    const frames = parseFrames(row, new Map([['talks', ['talk', 'negotiation']]]));
    expect(typeof frames === 'string' ? frames : frames.map(fixedWordsOf)[0]).toEqual(expected);
  });

  test('turns no frame away that fits', async () => {
    const { knowledge, read } = await testReader();
    const { doc, clauses } = read(TEXT);
    const layer = createEntityFinder(knowledge).find(doc, clauses);
    const reading = createReading(
      doc,
      clauses,
      layer,
      new Set(knowledge.eventNouns.transparent),
      indexFrames(knowledge).hyphenated,
    );
    const lists = createWordLists();
    const frames = indexFrames(knowledge, undefined, lists);
    const firstLook = createFirstLook(reading, lists);
    let [fitting, withoutWords, withoutSyntax] = [0, 0, 0];
    const check = (list: readonly Frame[], sentence: number, offer: Offer, fits: (frame: Frame) => boolean): void => {
      for (const { frame, fixed, needs } of frames.candidates(list)) {
        const [words, syntax] = [firstLook(fixed, sentence), meets(offer, needs)];
        if (!words) withoutWords++;
        if (!syntax) withoutSyntax++;
        if (!fits(frame)) continue;
        fitting++;
        expect({ words, syntax }, frame.id).toEqual({ words: true, syntax: true });
      }
    };
    clauses.predicates.forEach((p, index) => {
      const list = (p.pos === 'verb' ? frames.verb : frames.adjective).get(p.lemma) ?? [];
      const fits = (frame: Frame): boolean => !!matchPredicate(reading, index, frame, frames.mutual.has(frame.id));
      check(list, p.sentence, offerOf(reading, index), fits);
    });
    doc.groups.forEach((g, group) => {
      const list = g.kind === 'noun' ? (frames.noun.get(reading.lemma(g.head)) ?? []) : [];
      check(list, g.sentence, nounOffer(reading, group), (frame) => !!matchNoun(reading, group, frame, new Map()));
    });
    expect(fitting).toBeGreaterThan(100);
    expect(withoutWords).toBeGreaterThan(fitting);
    expect(withoutSyntax).toBeGreaterThan(fitting);
  });
});
