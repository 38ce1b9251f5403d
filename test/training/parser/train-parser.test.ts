import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ModelManifest } from '../../../src/language/model-file.ts';
import { loadParser, parseSentence } from '../../../src/language/parse.ts';
import { CORPUS } from '../corpus.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'train-parser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  for (const corpus of ['ewt', 'gum']) {
    for (const part of ['train', 'dev', 'test']) writeFileSync(join(folder, `${corpus}-${part}.conllu`), CORPUS);
  }
});

interface Run {
  readonly status: number | null;
  readonly lines: readonly string[];
}

/** Runs the training as a user would, in a folder of its own; `stop` ends it at the first line that has these words. */
function train(name: string, args: readonly string[] = [], stop?: string): Promise<Run> {
  const out = join(folder, name);
  mkdirSync(out, { recursive: true });
  for (const file of ['tagger.bin', 'tagger.json']) copyFileSync(join(ROOT, 'data/models/en', file), join(out, file));
  const fixed = ['parser', '--treebank', folder, '--out', out, '--work', join(out, 'work')];
  const program = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), join(ROOT, 'src/training/main.ts')];
  const child: ChildProcess = spawn(process.execPath, [
    ...program,
    ...fixed,
    '--epochs',
    '3',
    '--teachers',
    '0',
    ...args,
  ]);
  let said = '';
  return new Promise((resolve) => {
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      if (stop !== undefined && said.includes(stop)) child.kill('SIGTERM');
    });
    child.on('close', (status) => resolve({ status, lines: said.split('\n') }));
  });
}

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name, 'parser.bin')));

test('learns a made-up language; the same seed gives the same weights, with a break or without', async () => {
  const whole = await train('whole');
  expect(whole.status, whole.lines.join('\n')).toBe(0);
  const manifest = JSON.parse(readFileSync(join(folder, 'whole/parser.json'), 'utf8')) as ModelManifest;
  expect(manifest).toMatchObject({ kind: 'parser', epochs: 3, seed: 7, bytes: bytesOf('whole').length });

  const broken = await train('broken', [], 'epoch 1 of 3');
  expect(broken.status).not.toBe(0);
  const resumed = await train('broken');
  expect(resumed.lines.join('\n')).toMatch(/going on after epoch [12]/);
  expect(Buffer.compare(bytesOf('broken'), bytesOf('whole'))).toBe(0);

  const other = await train('other', ['--seed', '8', '--teachers', '1', '--epochs', '60']);
  expect(other.lines.join('\n')).toContain('teacher-1: epoch 1');
  expect(Buffer.compare(bytesOf('other'), bytesOf('whole'))).not.toBe(0);

  const parser = loadParser(bytesOf('other'), JSON.parse(readFileSync(join(folder, 'other/parser.json'), 'utf8')));
  const words = 'Ostria blames the cabinets of Midland .'.split(' ');
  const tags = ['PROPN|NNP', 'VERB|VBZ', 'DET|DT', 'NOUN|NNS', 'ADP|IN', 'PROPN|NNP', 'PUNCT|.'].map((tag) => {
    const [upos = '', xpos = ''] = tag.split('|');
    return { upos: upos as 'X', xpos };
  });
  expect(parseSentence(parser, words, tags)?.deprels).toEqual(['nsubj', 'root', 'det', 'obj', 'case', 'nmod', 'punct']);
}, 300_000);

test('another training is not gone on with', async () => {
  const changed = await train('whole', ['--seed', '9']);
  expect(changed.status).toBe(1);
  expect(changed.lines.join('\n')).toContain('--work');
}, 120_000);
