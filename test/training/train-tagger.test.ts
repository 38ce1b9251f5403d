import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createTagger } from '../../src/language/tag.ts';
import { parseTaggerModel } from '../../src/language/tagger-model.ts';
import { parseConllu } from '../../src/training/conllu.ts';
import { createProgram } from '../../src/training/program.ts';
import { serializeTagger } from '../../src/training/tagger-file.ts';
import { TAGGER_DEFAULTS, trainTagger } from '../../src/training/train-tagger.ts';
import { CORPUS } from './corpus.ts';

const SETTINGS = { ...TAGGER_DEFAULTS, bits: 14, epochs: 3, runs: 2, minTag: 1 };
const train = (seed = 1) => serializeTagger(trainTagger(parseConllu(CORPUS), { ...SETTINGS, seed }), 1);

const folder = mkdtempSync(join(tmpdir(), 'train-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('training', () => {
  test('learns a small made-up language', () => {
    const tagger = createTagger(parseTaggerModel(train()));
    const forms = ['Ostria', 'warns', 'the', 'cabinets', 'of', 'Newland', '.'];
    expect(tagger.tagSentence(forms).map((tag) => tag.xpos)).toEqual(['NNP', 'VBZ', 'DT', 'NNS', 'IN', 'NNP', '.']);
  });

  test('the same seed gives the same bytes, another one others', () => {
    const first = train();
    expect(train()).toEqual(first);
    expect(train(2)).not.toEqual(first);
  });

  test('the file gives back tags and lexicon', () => {
    const trained = trainTagger(parseConllu(CORPUS), SETTINGS);
    const read = parseTaggerModel(serializeTagger(trained, 0.5));
    expect(read.tags).toEqual(trained.tags);
    expect([...read.lexicon].sort()).toEqual([...trained.lexicon].sort());
    expect(read.weights).toHaveLength(trained.weights.length);
    expect(read.weights.some((weight) => weight !== 0)).toBe(true);
  });

  test('the command writes weights, manifest and lemmas', async () => {
    for (const name of ['ewt-train', 'gum-train', 'ewt-test', 'gum-test'])
      writeFileSync(join(folder, `${name}.conllu`), CORPUS);
    const lexicon = join(folder, 'lemmas.tsv');
    writeFileSync(lexicon, '# by hand\nform\tupos\tlemma\nwent\tVERB\tgo\n');
    const lines: string[] = [];
    const status = await run(
      ['tagger', '--treebank', folder, '--out', folder, '--lexicon', lexicon, '--epochs', '1'],
      lines,
    );
    expect(status).toBe(0);
    const manifest = JSON.parse(readFileSync(join(folder, 'tagger.json'), 'utf8'));
    expect(manifest).toMatchObject({
      kind: 'tagger',
      seed: 1,
      epochs: 1,
      bytes: readFileSync(join(folder, 'tagger.bin')).length,
    });
    expect(readFileSync(lexicon, 'utf8')).toContain('went\tVERB\tgo\n# from the treebanks: ');
  }, 60_000);

  test('says what is missing', async () => {
    const lines: string[] = [];
    expect(await run(['tagger', '--treebank', join(folder, 'nowhere')], lines)).toBe(1);
    expect(lines.join('\n')).toContain('ewt-train.conllu');
    expect(lines.join('\n')).toContain('--treebank');
  });
});

async function run(args: readonly string[], lines: string[]): Promise<number> {
  let status = 0;
  const program = createProgram(
    (line) => lines.push(line),
    (code) => {
      status = code;
    },
  );
  await program.parseAsync([...args], { from: 'user' });
  return status;
}
