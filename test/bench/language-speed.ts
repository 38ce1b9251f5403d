import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { toBase64 } from '../../src/base/base64.ts';
import { buildAll } from '../../src/build/steps.ts';
import type { Resources } from '../../src/pipeline.ts';
import { launchBrowser } from '../support/browser.ts';
import { measure, type PageResult, type PageTask } from './language-page.ts';

const PAGE = fileURLToPath(new URL('./language-page.ts', import.meta.url));
const NODE = new URL('../../dist/node.js', import.meta.url);

export function toTask({ knowledge, models }: Resources, texts: readonly string[]): PageTask {
  const pack = ({ weights, manifest }: { readonly weights: Uint8Array; readonly manifest: object }) => ({
    weights: toBase64(weights),
    manifest: JSON.stringify(manifest),
  });
  const { abbreviations, lemmas } = knowledge;
  return { texts, abbreviations, lemmas, tagger: pack(models.tagger), parser: pack(models.parser) };
}

export const tokensPerSecond = ({ tokens, seconds }: PageResult): string => `${Math.round(tokens / seconds)}`;

/** From raw text to trees on one core of Node. */
export const measureNode = (task: PageTask, kind: 'wasm' | 'js'): PageResult => measure(task, kind);

/** The same in a page of headless Chromium; the time is the page's own. */
export async function measureChromium(task: PageTask): Promise<PageResult> {
  const outDir = mkdtempSync(join(tmpdir(), 'language-page-'));
  const lib = { entry: PAGE, formats: ['es' as const], fileName: () => 'page.js' };
  await build({ configFile: false, logLevel: 'error', build: { lib, outDir, target: 'es2023' } });
  const script = readdirSync(outDir).find((file) => file.endsWith('.js')) ?? '';
  const page = `<!doctype html><title>language</title><script type="module">${readFileSync(join(outDir, script), 'utf8')}</script>`;
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser();
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await tab.evaluate((given) => {
      const { measureLanguage } = globalThis as unknown as { measureLanguage: (task: unknown) => PageResult };
      return measureLanguage(given);
    }, task);
  } finally {
    await browser.close();
    server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** Milliseconds from the import of the built package to the first tree, in a fresh process; the best of five. */
export async function measureStart(): Promise<number> {
  await buildAll({ say: () => {} });
  const code = `
    const began = performance.now();
    const { createNodeExtractor } = await import(${JSON.stringify(NODE.href)});
    const extractor = await createNodeExtractor();
    extractor.parse({ id: 'bench', title: '', text: 'Peru met Chile in Lima on Monday.', language: 'en' });
    console.log(performance.now() - began);`;
  const times = Array.from({ length: 5 }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    if (!Number.isFinite(Number.parseFloat(stdout))) throw new Error(`the built package does not start:\n${stderr}`);
    return Number.parseFloat(stdout);
  });
  return Math.min(...times);
}
