import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serializeGraph } from '../src/graph/file.ts';
import { buildGraph } from '../src/pipeline.ts';
import { testArticle } from './support/doc.ts';
import { analyse, extractor } from './support/story.ts';

const REPORTS = [
  ['Kenya attacked Somalia on Monday. Uganda condemned the attack.', '2021-05-19'],
  ['Somalia was attacked by Kenya, Ugandan officials said.', '2021-05-20'],
  ['Norway held talks with Somalia in Oslo on Friday. Kenya did not take part in the talks.', '2021-05-22'],
  ['Uganda and Kenya signed a trade agreement.', '2021-05-22'],
  ['Kenya will send aid to Somalia next week.', '2021-06-01'],
] as const;
const articles = REPORTS.map(([text, publishedOn], i) => testArticle(text, { id: `report-${i}`, publishedOn }));

describe('the graph of several articles', () => {
  test('does not depend on the order of the articles', () => {
    const analyses = articles.map((a) => extractor.analyze(a));
    const inOrder = serializeGraph(buildGraph(analyses, extractor.knowledge));
    fc.assert(
      fc.property(fc.shuffledSubarray(analyses, { minLength: analyses.length }), (shuffled) => {
        expect(serializeGraph(buildGraph(shuffled, extractor.knowledge))).toBe(inOrder);
      }),
      { numRuns: 12, seed: 1 },
    );
  });

  test('joins two tellings of one attack and keeps both sentences', () => {
    const texts = ['Kenya attacked Somalia on Monday.', 'On Monday Somalia was attacked by Kenya.'];
    const told = texts.map((text, i) =>
      extractor.analyze(testArticle(text, { id: `told-${i}`, publishedOn: '2021-05-19' })),
    );
    const graph = buildGraph(told, extractor.knowledge);
    const edges = graph.mapEdges((_, edge, source, target) => ({ source, target, ...edge }));
    expect(edges).toMatchObject([
      { source: 'country:KEN', target: 'country:SOM', relation: 'attacked', status: 'asserted', articles: 2 },
    ]);
    expect(new Set(edges[0]?.events).size).toBe(1);
    expect(edges[0]?.occurrences.map((o) => o.evidence.quote).sort()).toEqual([...texts].sort());
  });
});

describe('analyse', () => {
  test('gives the same answer twice', () => {
    for (const article of articles) expect(extractor.analyze(article)).toEqual(extractor.analyze(article));
  });

  test('keeps no state from one article to the next', () => {
    const alone = analyse('The two countries signed a treaty. He criticised Chad.');
    analyse('Norway and Iceland met. Emmanuel Macron praised them.');
    expect(analyse('The two countries signed a treaty. He criticised Chad.')).toEqual(alone);
  });

  test('lists entities once, sorted by id', () => {
    const { entities } = analyse(REPORTS.map(([text]) => text).join('\n\n'));
    const ids = entities.map((e) => e.id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test.each([[''], [' \n\n\t '], ['\u0000'], ['…'], ['\n']])('of %j finds nothing and says so', (text) => {
    const { eventMentions, facts, diagnostics } = analyse(text);
    expect({ eventMentions, facts }).toEqual({ eventMentions: [], facts: [] });
    expect(diagnostics.every((d) => d.code === 'language/no-sentence')).toBe(true);
  });

  test('says that an empty article holds no sentence', () => {
    expect(analyse('').diagnostics.map((d) => d.code)).toEqual(['language/no-sentence']);
  });

  test('never throws on any text', () => {
    const pieces = fc.constantFrom(
      'Iran',
      'met',
      'Russia',
      '"',
      "'s",
      ',',
      '.',
      'not',
      'to',
      'said',
      '“',
      '(',
      '—',
      'who',
      '\n\n',
      '1',
      '%',
      'Dr.',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void analyse(text)),
      { numRuns: 150, seed: 2 },
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 80 }),
        (words) => void analyse(words.join(' '), { date: '2021-05-19' }),
      ),
      { numRuns: 150, seed: 3 },
    );
  });

  test('reads 20,000 words of noise', () => {
    const words =
      'attack treaty Iran the of said and Kenya , . to with met who not ( ) " visits talks 2015 Monday'.split(' ');
    const noise = Array.from({ length: 20_000 }, (_, i) => words[(i * 7919 + (i >> 3) * 31) % words.length]).join(' ');
    expect(() => analyse(noise)).not.toThrow();
  }, 120_000);

  test('reads one sentence of 5,000 words without a stop', () => {
    const { diagnostics } = analyse('Kenya attacked Somalia and '.repeat(1_250));
    expect(diagnostics.map(({ code }) => code)).toContain('language/long-sentence');
  }, 120_000);
});
