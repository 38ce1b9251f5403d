import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DragomanGraph } from '../../src/graph/attributes.ts';
import { createGraph, serializeGraph } from '../../src/graph/file.ts';
import { compileResources } from '../../src/node.ts';
import { buildGraph, createExtractor } from '../../src/pipeline.ts';
import { serializeResources } from '../../src/resources.ts';
import { serveViewer as serveBuilt } from '../../src/server/serve.ts';
import type { TestHook } from '../../web/panels/map-view.tsx';
import { launchBrowser } from '../support/browser.ts';
import { testArticle } from '../support/doc.ts';
import { testGraph } from '../support/graph.ts';
import { BUILT, buildViewer, type ServedViewer, serveViewer } from './serve-viewer.ts';

let browser: Browser;
const servers: ServedViewer[] = [];
const pages: Page[] = [];
/** Whatever a browser complains about: none of it may happen. */
let complaints: string[] = [];

beforeAll(async () => {
  buildViewer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
  const said = complaints;
  complaints = [];
  expect(said).toEqual([]);
});

interface OpenOptions {
  readonly hash?: string;
  readonly width?: number;
  readonly missing?: boolean;
  /** What the extractor in the page reads by; served by the program's own server, with its policy. */
  readonly resources?: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
}

async function open(graph: string | undefined, options: OpenOptions = {}): Promise<Page> {
  const { resources } = options;
  const server =
    graph !== undefined && resources !== undefined
      ? await serveBuilt({ webDir: BUILT, graph, port: 0, resources: () => Promise.resolve(resources) })
      : await serveViewer(graph);
  servers.push(server);
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  pages.push(page);
  // A page without its graph must ask for it in vain, and the browser says so.
  const expected = (text: string): boolean => options.missing === true && text.includes('404');
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !expected(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      complaints.push(`asked ${request.url()}`);
  });
  await options.prepare?.(page);
  await page.goto(server.url + (options.hash ?? ''));
  return page;
}

const text = (): string => serializeGraph(testGraph());
const panel = (page: Page) => page.getByRole('complementary', { name: 'Details' });
const shown = async (page: Page): Promise<string> =>
  (await page.locator('.shown p').innerText()).replaceAll(/\s+/g, ' ');

/** Waits until the map has drawn, then gives the place of something on it. */
async function onMap(page: Page, what: { node: string } | { pair: readonly [string, string] }) {
  const handle = await page.waitForFunction((wanted) => {
    const map: TestHook | undefined = window.dragoman;
    return 'node' in wanted ? map?.nodeAt(wanted.node) : map?.pairAt(wanted.pair[0], wanted.pair[1]);
  }, what);
  const point = await handle.jsonValue();
  if (!point) throw new Error('it is not on the map');
  return point;
}

describe('a reader', () => {
  test('searches, reads the relations, the quote, and the passage in its article', async () => {
    const page = await open(text());
    expect(await page.locator('.summary').innerText()).toMatch(/^15 actors, .*outlets/);
    await page.getByRole('combobox').pressSequentially('Iran');
    await page.getByRole('option').first().click();
    await panel(page).getByRole('heading', { name: 'Iran', exact: true }).waitFor();
    expect(await panel(page).getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('was criticised by'), expect.stringContaining('attacked')]),
    );
    await panel(page).getByRole('list', { name: 'was attacked by' }).getByRole('button', { name: 'Israel' }).click();
    const quote = panel(page).locator('button.quote');
    expect(await quote.innerText()).toContain('Iran said that Israel had struck its consulate in Damascus.');
    expect(await quote.locator('mark').innerText()).toBe('struck');
    expect(await panel(page).innerText()).toMatch(/according to\s+Iran/);
    await quote.click();
    await panel(page).getByRole('heading', { name: 'Drones over Israel' }).waitFor();
    const passage = panel(page).locator('.mark-quote');
    expect((await passage.allTextContents()).join('')).toBe(
      'Iran said that Israel had struck its consulate in Damascus.',
    );
    expect(await passage.first().isVisible()).toBe(true);
    expect(await panel(page).locator('.mark-trigger').innerText()).toBe('struck');
    expect(
      await page.evaluate(() => [window.scrollY, document.documentElement.scrollHeight - window.innerHeight]),
    ).toEqual([0, 0]);
    await page.goBack();
    await panel(page).getByRole('heading', { name: 'Evidence' }).waitFor();
    await page.goBack();
    await panel(page).getByRole('heading', { name: 'Iran', exact: true }).waitFor();
    expect(page.url()).toContain('#/node/country:IRN');
  });

  test('starts a search with a slash from any switch or slider', async () => {
    const page = await open(text());
    await page.locator('.summary').waitFor();
    for (const input of ['input[type=checkbox]', 'input[type=range]']) {
      await page.locator(input).first().focus();
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('combobox');
    }
    await page.keyboard.type('a/b');
    expect(await page.getByRole('combobox').inputValue()).toBe('a/b');
  });

  test('does the same with nothing but the keyboard', async () => {
    const page = await open(text());
    await page.locator('.summary').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('russi');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: 'Russia', exact: true }).waitFor();
    expect(await page.getByText('Russia selected').textContent()).toMatch(/partners/);
    await tabTo(page, '[data-edge]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel(page).getByRole('heading', { name: 'Evidence' }).waitFor();
    await tabTo(page, '.quote');
    await page.keyboard.press('Enter');
    await panel(page).locator('.mark-quote').first().waitFor();
    await page.keyboard.press('Escape');
    await panel(page).getByRole('heading', { name: 'Who stands how with whom' }).waitFor();
  });

  test('filters by kind, edge type and status, and gets everything back', async () => {
    const page = await open(text());
    const before = await shown(page);
    await page.getByRole('checkbox', { name: /^People/ }).uncheck();
    const without = await shown(page);
    expect(without).not.toBe(before);
    expect(page.url()).toContain('hide=person');
    await page.locator('details.family').filter({ hasText: 'Sanctions and force' }).locator('summary').press('Enter');
    await page.getByRole('checkbox', { name: /^attacked/ }).uncheck();
    expect(await shown(page)).not.toBe(without);
    await page.getByRole('checkbox', { name: /^Denied/ }).check();
    await page.reload();
    await page.locator('.summary').waitFor();
    expect(await page.getByRole('checkbox', { name: /^Denied/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await shown(page)).toBe(before);
  });

  test('presses a line or a shape on the map', async () => {
    const page = await open(text());
    await press(page, { pair: ['country:IRN', 'country:ISR'] }, 'Iran – Israel');
    expect(await panel(page).innerText()).toContain('Iran attacked Israel with drones and missiles');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Show the whole map' }).click();
    await expect.poll(() => page.url()).toMatch(/#\/$/);
    await press(page, { node: 'country:CHN' }, 'China');
  });

  test('reads it as a table, and on a phone', async () => {
    const page = await open(text(), { width: 390 });
    await page.getByRole('button', { name: 'Show a table' }).click();
    await page.getByRole('table').getByRole('button', { name: 'Iran – Israel' }).click();
    await panel(page).getByRole('heading', { name: 'Iran – Israel' }).waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('checkbox', { name: /^People/ }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

/** Presses a place on the map until the panel has its heading: on a slow machine the map may still be moving, or its picking frame not be drawn. */
async function press(page: Page, target: Parameters<typeof onMap>[1], heading: string): Promise<void> {
  const shown = panel(page).getByRole('heading', { name: heading });
  for (let tries = 0; tries < 12; tries++) {
    const { x, y } = await onMap(page, target);
    await page.mouse.move(x + 3, y + 3);
    await page.mouse.move(x, y);
    await page.waitForTimeout(150);
    await page.mouse.click(x, y);
    const found = await shown.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (found) return;
  }
  await shown.waitFor();
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`60 presses of Tab did not reach ${selector}`);
}

describe('why', () => {
  const TEXT =
    'Two Russian diplomats were expelled by Norway on Monday, officials said. Their embassy did not comment.';
  let resources: string;
  let expulsion: { readonly graph: string; readonly hash: string };

  beforeAll(async () => {
    const compiled = (await compileResources()).resources;
    resources = serializeResources(compiled);
    const extractor = createExtractor(compiled);
    const graph = buildGraph([extractor.analyze(testArticle(TEXT, { publishedOn: '2024-05-08' }))], compiled.knowledge);
    const edge = graph.findEdge((_, { relation }) => relation === 'expelled-diplomats-of') ?? '';
    expulsion = { graph: serializeGraph(graph), hash: `#/edge/${encodeURIComponent(edge)}` };
  });

  test('reads the article again and says how, with what was ruled out', async () => {
    const page = await open(expulsion.graph, { hash: expulsion.hash, resources });
    const why = panel(page).locator('details.why');
    expect(await why.locator('dl').count()).toBe(0);
    await why.locator('summary').focus();
    await page.keyboard.press('Enter');
    await why.getByText('A expel B:@diplomat', { exact: true }).waitFor();
    const said = (await why.innerText()).replaceAll(/\s+/g, ' ');
    for (const part of [
      /lexicon\/en\/frames\/SANCTION\.tsv such as \S+/,
      /sense SANCTION \/ expel: \S+/,
      /actor Norway = Norway \(gazetteer\): behind “by”, with the passive “were expelled”/,
      /recipient Two Russian diplomats = Russia \(\S+\): subject of the passive “were expelled”/,
      /status reported; told by “officials” \(“said”\)/,
      /confidence 0\.\d\d = 0\.\d\d \(/,
      /Ruled out SANCTION: A expel B fits too/,
    ])
      expect(said).toMatch(part);
  });

  test('without a lexicon beside the page it shows what the graph holds', async () => {
    const page = await open(expulsion.graph, { hash: expulsion.hash, missing: true });
    const why = panel(page).locator('details.why');
    await why.locator('summary').click();
    await why.getByText("It can't be read again here").waitFor();
    const said = (await why.innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/frame SANCTION: A expel B:@diplomat from Norway to Two Russian diplomats status reported/);
  });

  test('a passage that nothing reads so again says so, and markup stays text', async () => {
    const page = await open(serializeGraph(hostileGraph()), { hash: '#/edge/%3Ce%3E%2F%3F%23%26', resources });
    const why = panel(page).locator('details.why');
    await why.locator('summary').click();
    await why.getByText('Read again here').waitFor();
    expect(await why.textContent()).toContain(EVIL);
    expect(await page.locator('img, iframe, b').count()).toBe(0);
  });
});

describe('what can go wrong', () => {
  test('markup in names, quotes and articles stays text', async () => {
    const page = await open(serializeGraph(hostileGraph()), { hash: '#/node/x' });
    await panel(page).getByRole('heading', { name: EVIL, level: 2 }).waitFor();
    await panel(page).locator('[data-edge]').first().click();
    await panel(page).locator('button.quote').click();
    await panel(page).locator('.mark-quote').first().waitFor();
    expect(await panel(page).locator('.article-text').textContent()).toContain(EVIL);
    await page.getByRole('combobox').fill('img');
    await page.getByRole('option').first().waitFor();
    expect(await page.locator('img, iframe, b').count()).toBe(0);
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
    expect(await panel(page).locator('a').count()).toBe(0);
  });

  test('a graph of another version is explained, and another file can be opened', async () => {
    const page = await open(text().replace('"version":1', '"version":7'));
    await page.getByText('made by a newer Dragoman').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a graph file' }).last().click();
    const buffer = Buffer.from(text());
    await (await chooser).setFiles({ name: 'mine.json', mimeType: 'application/json', buffer });
    await page.locator('.summary').waitFor();
  });

  test('a file that is no graph is named with its faults', async () => {
    const page = await open('{"format": "something else"}');
    await page.getByText(/no graph of Dragoman/).waitFor();
    await drop(page, 'broken.json', '{{{');
    await page.getByRole('heading', { name: /broken\.json/ }).waitFor();
    await drop(page, 'good.json', text());
    await page.locator('.summary').waitFor();
  });

  test('without a graph it says how to make one', async () => {
    const page = await open(undefined, { missing: true });
    await page.getByRole('heading', { name: 'No graph yet' }).waitFor();
    expect(await page.getByRole('status').innerText()).toContain('dragoman build');
  });

  test('an empty graph says so', async () => {
    const page = await open(serializeGraph(createGraph('test')));
    await page.getByRole('heading', { name: 'This graph is empty' }).waitFor();
  });

  test('without WebGL the table stands in for the map', async () => {
    const page = await open(text(), {
      prepare: (fresh) =>
        fresh.addInitScript(() => {
          HTMLCanvasElement.prototype.getContext = () => null;
        }),
    });
    await page.getByText('it has no WebGL').waitFor();
    expect(await page.getByRole('row').count()).toBeGreaterThan(10);
  });

  test('a lost graphics context is replaced', async () => {
    const page = await open(text());
    await onMap(page, { node: 'country:IRN' });
    await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('canvas.sigma-nodes');
      canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await page.waitForFunction(() => window.dragoman === undefined);
    await onMap(page, { node: 'country:IRN' });
    expect(await page.locator('canvas.sigma-nodes').count()).toBe(1);
  });
});

async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, body]) => {
      const data = new DataTransfer();
      data.items.add(new File([body ?? ''], file ?? '', { type: 'application/json' }));
      return data;
    },
    [name, content],
  );
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

const EVIL = '<img src=x onerror="window.harmed=1"><b>bold</b>';

function hostileGraph(): DragomanGraph {
  const body = `${EVIL} struck <script>window.harmed=1</script>.`;
  const article = { id: 'a', title: EVIL, text: body, url: 'javascript:window.harmed=1', publisher: EVIL };
  const graph = createGraph(EVIL, { a: article });
  const node = { kind: 'person' as const, aliases: [EVIL], known: false, mentions: 1, articles: 1 };
  graph.addNode('x', { ...node, label: EVIL, x: 0, y: 0, wikidata: 'Q1" onclick="x' });
  graph.addNode('y', { ...node, label: '\u202Eevil\u0000 {1}', x: 1, y: 1 });
  const trigger = { start: body.indexOf('struck'), end: body.indexOf('struck') + 6 };
  const evidence = { article: 'a', span: { start: 0, end: body.length }, quote: body, trigger, rule: EVIL };
  const attribution = { text: EVIL, verb: 'say' };
  graph.addDirectedEdgeWithKey('<e>/?#&', 'x', 'y', {
    ...{ relation: EVIL, label: EVIL, inverseLabel: EVIL, symmetric: false, status: 'reported', tone: -9 },
    ...{ eventType: 'ASSAULT', quad: 4, mentions: 1, articles: 1, outlets: 1, confidence: 0.9, events: [] },
    occurrences: [{ evidence, attribution, confidence: 0.9, sourceText: EVIL, targetText: 'y', outlet: EVIL }],
  });
  return graph;
}
