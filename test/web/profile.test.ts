import { describe, expect, test } from 'vitest';
import { articleOf } from '../../src/graph/file.ts';
import { articleSegments, citedSpans, flagsOf, relationsOf, safeUrl, tellings } from '../../web/state/evidence.ts';
import { allEdges, visibleEdges } from '../../web/state/filter.ts';
import { eventFacts, hiddenCount, relationGroups } from '../../web/state/profile.ts';
import { DEFAULT_FILTERS } from '../../web/state/view.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const edges = allEdges(graph);
const visible = visibleEdges(graph, edges, DEFAULT_FILTERS);
const edge = (source: string, relation: string) => {
  const found = edges.find((one) => one.source === source && one.data.relation === relation);
  if (!found) throw new Error(`no ${relation} of ${source}`);
  return found;
};

describe('a node', () => {
  const groups = relationGroups(graph, visible, 'country:IRN');
  const phrases = groups.map(({ phrase, direction }) => `${phrase} (${direction})`);

  test('groups its relations by type and direction, in words', () => {
    expect(phrases).toEqual(expect.arrayContaining(['attacked (out)', 'was attacked by (in)', 'spoke with (both)']));
    expect(groups.find(({ phrase }) => phrase === 'was criticised by')?.items.map(({ label }) => label)).toEqual([
      'France',
    ]);
  });

  test('acts come before standing ties, cooperation before conflict', () => {
    const families = groups.map(({ family }) => ['talk', 'help', 'dispute', 'force', 'tie'].indexOf(family));
    expect(families).toEqual([...families].sort());
  });

  test('every visible edge is listed once; the rest is counted', () => {
    const listed = groups.reduce((sum, { items }) => sum + items.length, 0);
    expect(listed + hiddenCount(graph, visible, 'country:IRN')).toBe(graph.degree('country:IRN'));
    expect(hiddenCount(graph, visible, 'country:IRN')).toBeGreaterThan(0);
  });
});

test('an event knows who took part and where', () => {
  expect(eventFacts(graph, 'event:vienna-talks-2015')).toEqual({
    participants: expect.arrayContaining(['country:RUS', 'country:FRA']),
    places: ['place:vienna'],
    topics: [],
  });
});

describe('evidence', () => {
  test('the quote is whole and its trigger marked', () => {
    const [telling] = tellings(graph, edge('country:ISR', 'attacked').data);
    const text = telling?.quote.map((part) => part.text).join('');
    expect(text).toBe('Iran said that Israel had struck its consulate in Damascus.');
    expect(telling?.quote.find(({ marks }) => marks.includes('trigger'))?.text).toBe('struck');
    expect(telling?.speaker).toMatchObject({ text: 'Iran', node: 'country:IRN' });
    expect(telling).toMatchObject({ outlet: 'Northern Wire', canOpen: true });
  });

  test('what to doubt is flagged', () => {
    expect(flagsOf(edge('country:ISR', 'attacked').data)).toEqual(['reported-only', 'single-source']);
    expect(flagsOf(edge('country:RUS', 'armed').data)).toContain('denied');
    expect(flagsOf({ status: 'asserted', outlets: 3, articles: 4 })).toEqual([]);
  });

  test('the article shows the passage in its place', () => {
    const article = articleOf(graph, 'a7');
    const occurrence = edge('country:IRN', 'attacked').data.occurrences[0];
    if (!article || !occurrence) throw new Error('the test graph has changed');
    const parts = articleSegments(article, citedSpans(graph, 'a7'), occurrence);
    expect(parts.map((all) => all.map((part) => part.text).join('')).join('\n\n')).toBe(article.text);
    const quoted = parts.flat().filter(({ marks }) => marks.includes('quote'));
    expect(quoted.map(({ text }) => text).join('')).toBe(occurrence.evidence.quote);
  });

  test('relations of an article come in the order of its text', () => {
    const read = relationsOf(edges, 'a7').map((one) => `${one.edge.source} ${one.edge.data.relation}`);
    expect(read[0]).toBe('country:IRN attacked');
    expect(read.length).toBe(
      edges.filter(({ data }) => data.occurrences.some((o) => o.evidence.article === 'a7')).length,
    );
  });

  test.each([
    ['https://example.org/a', true],
    ['http://example.org/a', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    [undefined, false],
  ])('%s may be followed: %s', (url, may) => expect(safeUrl(url) !== undefined).toBe(may));
});
