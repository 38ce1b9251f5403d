import { describe, expect, test, vi } from 'vitest';
import type { ArticleExplanation } from '../../src/model/explanation.ts';
import { type Ask, createExplainer } from '../../web/state/explainer.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const edge = 'country:GBR expelled-diplomats-of country:RUS asserted';
const [occurrence] = graph.getEdgeAttribute(edge, 'occurrences');
if (!occurrence) throw new Error('the edge has no occurrence');
const { evidence } = occurrence;
const ends = graph.extremities(edge);
const nothing: ArticleExplanation = { events: [], facts: [], passedOver: [] };

describe('explaining in the page', () => {
  test('starts nothing before the first question, and once', async () => {
    const ask = vi.fn<Ask>(async () => ({ id: 1, explanation: nothing }));
    const start = vi.fn(() => ask);
    const explain = createExplainer(start);
    expect(start).not.toHaveBeenCalled();
    await explain(graph, evidence, ends);
    await explain(graph, evidence, ends);
    expect([start.mock.calls.length, ask.mock.calls.length]).toEqual([1, 1]);
    expect(ask.mock.calls[0]?.[0].article).toMatchObject({ id: evidence.article });
  });

  test('an article that is not read so any more', async () => {
    const explain = createExplainer(() => async () => ({ id: 1, explanation: nothing }));
    expect(await explain(graph, evidence, ends)).toEqual({ state: 'otherwise' });
  });

  test('a page without a worker says so, and patterns need none', async () => {
    const explain = createExplainer(() => undefined);
    expect((await explain(graph, evidence, ends)).state).toBe('absent');
    expect(await explain(graph, { ...evidence, rule: 'entities/title' }, ends)).toMatchObject({ state: 'pattern' });
  });

  test('what failed is asked again', async () => {
    const answers = [{ id: 1, failed: 'no server' } as const, { id: 2, explanation: nothing } as const];
    const explain = createExplainer(() => async () => answers.shift() ?? { id: 3, failed: 'asked too often' });
    expect(await explain(graph, evidence, ends)).toEqual({ state: 'absent', reason: 'no server' });
    expect(await explain(graph, evidence, ends)).toEqual({ state: 'otherwise' });
  });
});
