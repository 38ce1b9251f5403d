import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../src/build/steps.ts';
import { scratch } from './cli/harness.ts';
import { ensureBuilt, PROGRAM, run } from './support/program.ts';

/**
 * Runs every block of the README, in order, in a folder of its own where `npx dragoman` is this program and `dragoman` this library.
 * `<!-- output -->` before a text block: the block before it must have printed just this. `<!-- run elsewhere: … -->`: not run here; the
 * last test holds that it is run elsewhere.
 */
const README = path.join(ROOT, 'README.md');
const BLOCK = /(?:<!-- (?<note>[^>]*?) -->\n)?```(?<language>\w+)\n(?<code>[\s\S]*?)```/g;

interface Block {
  readonly note: string;
  readonly language: string;
  readonly code: string;
}

const text = readFileSync(README, 'utf8');
const blocks: readonly Block[] = [...text.matchAll(BLOCK)].map(({ groups }) => ({
  note: groups?.['note'] ?? '',
  language: groups?.['language'] ?? '',
  code: groups?.['code'] ?? '',
}));
const runnable = blocks.filter((b) => ['sh', 'ts'].includes(b.language) && !b.note.startsWith('run elsewhere'));
const elsewhere = blocks.filter((b) => b.note.startsWith('run elsewhere'));
/** Sections stand in the order of reading, but all queries read the graph that one of them builds. */
const ordered = [...runnable.filter((b) => b.note === 'run first'), ...runnable.filter((b) => b.note !== 'run first')];

const space = scratch();
const printed = new Map<Block, string>();

beforeAll(async () => {
  await ensureBuilt();
  symlinkSync(path.join(ROOT, 'data'), space.file('data'));
  mkdirSync(space.file('node_modules'));
  symlinkSync(ROOT, space.file('node_modules/dragoman'));
  mkdirSync(space.file('out'));
  writeFileSync(space.file('package.json'), '{"type":"module"}');
}, 300_000);
afterAll(space.remove);

function start(block: Block) {
  if (block.language === 'ts') {
    writeFileSync(space.file('example.ts'), block.code);
    const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
    return run(process.execPath, [tsx, 'example.ts'], { cwd: space.dir });
  }
  const script = block.code.replaceAll('npx dragoman', `"${process.execPath}" "${PROGRAM}"`);
  return run('sh', ['-euc', script], { cwd: space.dir });
}

describe('README', () => {
  it('has blocks to run', () => {
    expect(ordered.filter((b) => b.language === 'sh').length).toBeGreaterThanOrEqual(7);
    expect(ordered.filter((b) => b.language === 'ts').length).toBeGreaterThanOrEqual(1);
  });

  it.each(ordered.map((block) => [block.code.trim().split('\n').at(-1) ?? '', block] as const))(
    'runs: %s',
    async (_, block) => {
      const { code, out, err } = await start(block);
      expect([code, err.replace(/^(note: .*|.* -> .*)$\n/gm, '')]).toEqual([0, '']);
      printed.set(block, out);
    },
    120_000,
  );

  it('shows what the program prints', () => {
    let renewed = text;
    blocks.forEach((block, i) => {
      if (block.note !== 'output') return;
      const before = blocks[i - 1];
      const out = (before && printed.get(before)) ?? '';
      if (process.env['UPDATE_README'])
        renewed = renewed.replace(outputAfter(before), (_, head) => `${head}${out}\`\`\``);
      else expect(block.code, 'renew with UPDATE_README=1').toBe(out);
    });
    if (renewed !== text) writeFileSync(README, renewed);
  });

  it('speaks of files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => m[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  });

  it('leaves to others only what they run', () => {
    const ci = readFileSync(path.join(ROOT, '.ci/run'), 'utf8');
    const started = readFileSync(path.join(ROOT, 'test/e2e/start.test.ts'), 'utf8');
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(elsewhere.map((b) => b.code.trim().split('\n')[0])).toEqual([
      'npm ci && npm start',
      'npm ci && npm test',
      expect.stringMatching(/^npm run check/),
    ]);
    expect(ci).toContain('npm ci && npm test');
    expect(started).toContain("'start'");
    for (const [, name = ''] of text.matchAll(/npm (?:run )?(check|e2e|bench|train|start|test|build)\b/g))
      expect(scripts).toHaveProperty(name);
  });
});

/** The output block that follows a block, up to its content. */
function outputAfter(block: Block | undefined): RegExp {
  const code = (block?.code ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(\`\`\`${block?.language}\\n${code}\`\`\`\\s*<!-- output -->\\n\`\`\`text\\n)[\\s\\S]*?\`\`\``);
}
