import { describe, expect, test } from 'vitest';
import { serializeGraph } from '../../src/graph/file.ts';
import { loadFirst, readGraph } from '../../web/state/source.ts';
import { createStore } from '../../web/state/store.ts';
import { DEFAULT_VIEW } from '../../web/state/view.ts';
import { testGraph } from '../support/graph.ts';

const graph = testGraph();
const text = serializeGraph(graph);
const never = () => Promise.reject(new Error('must not be asked'));

describe('the store', () => {
  test('a filter changes what is drawn and counted', () => {
    const store = createStore(graph);
    const before = store.display.value;
    store.filter({ hiddenKinds: new Set(['person']) });
    expect(store.display.value.shownNodes).toBeLessThan(before.shownNodes);
    expect(store.display.value.nodes.every(({ kind }) => kind !== 'person')).toBe(true);
    store.filter({ hiddenKinds: new Set() });
    expect(store.display.value).toEqual(before);
  });

  test('filters move no node', () => {
    const store = createStore(graph);
    const at = new Map(store.display.value.nodes.map(({ key, x, y }) => [key, { x, y }]));
    store.filter({ minConfidence: 0.85 });
    for (const { key, x, y } of store.display.value.nodes) expect({ x, y }).toEqual(at.get(key));
  });

  test('a page about something that is not here is the overview', () => {
    const store = createStore(graph);
    store.view.value = { ...DEFAULT_VIEW, page: { at: 'node', node: 'country:XXX' } };
    expect(store.page.value).toEqual({ at: 'overview' });
    store.view.value = { ...DEFAULT_VIEW, page: { at: 'article', article: '__proto__' } };
    expect(store.page.value).toEqual({ at: 'overview' });
  });

  test('an edge and its article keep both ends in focus', () => {
    const store = createStore(graph);
    const edge = graph.edges()[0] ?? '';
    store.view.value = { ...DEFAULT_VIEW, page: { at: 'article', article: 'a1', edge, occurrence: 0 } };
    expect(store.focus.value).toEqual(graph.extremities(edge));
  });
});

describe('loading', () => {
  test('a graph inside the page needs no request', async () => {
    expect((await loadFirst(text, never)).state).toBe('ready');
  });

  test('without one, the file beside the page', async () => {
    const answer = { ok: true, status: 200, text };
    expect((await loadFirst('  ', () => Promise.resolve(answer))).state).toBe('ready');
  });

  test('a missing file or no server is told, not thrown', async () => {
    const missing = await loadFirst(undefined, () => Promise.resolve({ ok: false, status: 404, text: '' }));
    expect(missing).toMatchObject({ state: 'absent', reason: expect.stringContaining('404') });
    expect((await loadFirst(undefined, never)).state).toBe('absent');
  });

  test('a broken file shows what is wrong with it', () => {
    const newer = readGraph(text.replace('"version":1', '"version":9'), 'new.json');
    expect(newer).toMatchObject({ state: 'broken', name: 'new.json' });
    if (newer.state === 'broken') expect(newer.diagnostics[0]?.code).toBe('graph/other-version');
    expect(readGraph('<html>', 'page.html').state).toBe('broken');
  });
});
