import { describe, expect, it } from 'vitest';
import { UnknownEdgeError } from '../../src/query/errors.ts';
import { explain } from '../../src/query/explain.ts';
import { testArticles, testGraph } from '../support/graph.ts';

const graph = testGraph();

describe('explain', () => {
  it('gives the sentence with its article and place', () => {
    const { occurrences, ...rest } = explain(graph, 'country:GBR expelled-diplomats-of country:RUS asserted');
    expect(rest).toEqual({
      edge: 'country:GBR expelled-diplomats-of country:RUS asserted',
      source: { node: 'country:GBR', name: 'United Kingdom' },
      target: { node: 'country:RUS', name: 'Russia' },
      ...{ relation: 'expelled-diplomats-of', label: 'expelled diplomats of', status: 'asserted' },
      ...{ eventType: 'SANCTION', mode: 'expel', tone: -5.5, articles: 1, outlets: 1 },
    });
    expect(occurrences).toEqual([
      expect.objectContaining({
        quote: 'The United Kingdom expelled 23 Russian diplomats on 14 March 2018.',
        article: expect.objectContaining({
          title: 'Envoys sent home',
          publisher: 'Morning Ledger',
          publishedOn: '2018-03-15',
        }),
        time: { from: '2018-03-14', to: '2018-03-14', precision: 'day' },
        confidence: 0.8,
      }),
    ]);
  });

  it('names who said it', () => {
    const [telling] = explain(graph, 'country:ISR attacked country:IRN reported').occurrences;
    expect(telling?.speaker).toEqual({ name: 'Iran', node: 'country:IRN', verb: 'say' });
  });

  it('cites words that stand in the article, for every edge', () => {
    for (const edge of graph.edges()) {
      for (const { article, span, quote, trigger } of explain(graph, edge).occurrences) {
        const text = testArticles.find((a) => a.id === article.id)?.text ?? '';
        expect(text.slice(span.start, span.end)).toBe(quote);
        expect(trigger.start).toBeGreaterThanOrEqual(span.start);
        expect(trigger.end).toBeLessThanOrEqual(span.end);
      }
    }
  });

  it('bears articles that the file lacks', () => {
    const own = testGraph();
    own.setAttribute('articles', {});
    const [telling] = explain(own, 'country:GBR expelled-diplomats-of country:RUS asserted').occurrences;
    expect(telling?.article).toEqual({ id: 'a5', title: '' });
  });

  it('throws for an edge that is not there', () => {
    expect(() => explain(graph, 'no such edge')).toThrow(UnknownEdgeError);
  });
});
