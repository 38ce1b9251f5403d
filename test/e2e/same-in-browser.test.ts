import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serializeResources } from '../../src/index.ts';
import { compileResources } from '../../src/node.ts';
import { createExtractor } from '../../src/pipeline.ts';
import { launchBrowser } from '../support/browser.ts';
import { testArticle } from '../support/doc.ts';

const TEXT = `Peru's foreign minister met her Chilean counterpart in Lima on Monday, officials said.

“We won't accept any threat,” said Ana Quispe, who heads the opposition. Bolivia has accused Peru of moving troops to the border; Peru denies it.

MINISTERS TO MEET IN QUITO`;

/** Hands the module to the test. */
const PAGE = `<!doctype html><title>extractor</title><script type="module">
  import * as dragoman from '/dragoman.js';
  globalThis.dragoman = dragoman;
</script>`;

let browser: Browser;
let server: Server;
let page: Page;
let folder: string;

/** The public API as one module in a page, with the weights beside it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'same-in-browser-'));
  const entry = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
  const lib = { entry, formats: ['es' as const], fileName: () => 'dragoman.js' };
  await build({ configFile: false, logLevel: 'error', build: { lib, outDir: folder, target: 'es2023' } });
  const files = new Map<string, readonly [string, string]>([
    ['/', ['text/html', PAGE]],
    ['/dragoman.js', ['text/javascript', readFileSync(join(folder, 'dragoman.js'), 'utf8')]],
    ['/resources.json', ['application/json', serializeResources((await compileResources()).resources)]],
  ]);
  server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a page reads an article exactly as Node does', async () => {
  const article = testArticle(TEXT, { publishedOn: '2024-03-12' });
  const inPage = await page.evaluate(async (given) => {
    const { dragoman } = globalThis as unknown as { dragoman: typeof import('../../src/index.ts') };
    const resources = dragoman.parseResources(await (await fetch('/resources.json')).text());
    return dragoman.createExtractor(resources).analyze(given);
  }, article);
  const here = createExtractor((await compileResources()).resources).analyze(article);
  expect(here.document.dependencies?.length).toBe(here.document.tokens.length);
  expect(here.eventMentions.length).toBeGreaterThan(0);
  expect(inPage).toEqual(JSON.parse(JSON.stringify(here)));
});
