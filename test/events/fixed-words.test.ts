import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEntityFinder } from '../../src/entities/find.ts';
import { createFirstLook, fixedWordsOf } from '../../src/events/fixed-words.ts';
import { indexFrames } from '../../src/events/frame-index.ts';
import { matchNoun } from '../../src/events/match-noun.ts';
import { matchPredicate } from '../../src/events/match-verb.ts';
import { createReading } from '../../src/events/reading.ts';
import { parseFrames } from '../../src/knowledge/frame.ts';
import { testReader } from '../support/read.ts';

const TEXT = readFileSync(new URL('../../data/samples/reports.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text)
  .join('\n\n');

describe('the first look', () => {
  test.each([
    ['hold @talks with B', [['talk', 'negotiation']]],
    ['A meet B', []],
    ['recall A:@talks', []],
  ])('%s', (text, expected) => {
    const row = { type: 'CONSULT', pos: 'v', frame: text, relation: 'met-with', mode: '', example: '' } as const;
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
    const frames = indexFrames(knowledge);
    const firstLook = createFirstLook(reading);
    let [fitting, turnedAway] = [0, 0];
    const check = (frame: (typeof knowledge.frames)[number], sentence: number, fits: boolean): void => {
      const passes = firstLook(frames.fixed.get(frame) ?? [], sentence);
      if (fits) fitting++;
      if (!passes) turnedAway++;
      if (fits) expect(passes, frame.id).toBe(true);
    };
    clauses.predicates.forEach((p, index) => {
      for (const frame of (p.pos === 'verb' ? frames.verb : frames.adjective).get(p.lemma) ?? [])
        check(frame, p.sentence, !!matchPredicate(reading, index, frame, frames.mutual.has(frame.id)));
    });
    doc.groups.forEach((g, group) => {
      for (const frame of g.kind === 'noun' ? (frames.noun.get(reading.lemma(g.head)) ?? []) : [])
        check(frame, g.sentence, !!matchNoun(reading, group, frame, new Map()));
    });
    expect(fitting).toBeGreaterThan(100);
    expect(turnedAway).toBeGreaterThan(fitting);
  });
});
