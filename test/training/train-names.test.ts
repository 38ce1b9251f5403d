import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/base/seeded-random.ts';
import { createNameGazetteer } from '../../src/language/name-gazetteer.ts';
import { LABEL_COUNT, NAME_KINDS } from '../../src/language/name-labels.ts';
import { parseNameModel } from '../../src/language/name-model.ts';
import { createNameFinder } from '../../src/language/names.ts';
import { parseConllu } from '../../src/training/conllu.ts';
import { gumExample } from '../../src/training/gum-names.ts';
import { learnChain, newNameWeights } from '../../src/training/name-chain.ts';
import { nameStock, withOtherNames } from '../../src/training/name-copies.ts';
import { disjoint, type NameExample, readIob, readNamedTexts, toExamples } from '../../src/training/name-corpora.ts';
import { addNamesCommand } from '../../src/training/names-command.ts';
import { serializeNames } from '../../src/training/names-file.ts';
import { countNames, toScore } from '../../src/training/score-names.ts';
import { NAME_DEFAULTS, trainNames, withGroups } from '../../src/training/train-names.ts';
import { smallWorld } from '../entities/knowledge.ts';
import { shippedTagger } from '../language/resources.ts';

const NONE: ReadonlySet<string> = new Set();
const shown = ({ forms, names }: NameExample): readonly string[] =>
  names.map(({ start, end, kind }) => `${forms.slice(start, end).join(' ')}: ${NAME_KINDS[kind]}`);

describe('reading corpora', () => {
  test('marked texts: spans of characters become spans of tokens', () => {
    const text = 'Anna Keller left. The Free Party did not.';
    const entities = [
      { start: 0, end: 11, type: 'politician' },
      { start: 22, end: 32, type: 'politicalparty' },
      { start: 1, end: 3, type: 'person' },
      { start: 12, end: 16, type: 'Weapon' },
    ];
    const examples = readNamedTexts(`${JSON.stringify({ id: 'a', text, entities })}\n`).flatMap((item) =>
      toExamples(item, NONE),
    );
    expect(examples.map(shown)).toEqual([['Anna Keller: person'], ['Free Party: organization']]);
  });

  test('IOB2', () => {
    const rows = ['1\tAnna\tB-PER\t-', '2\tKeller\tI-PER\t-', '3\tsaw\tO\t-', '4\tOslo\tB-LOC\t-', '5\tRiga\tB-LOC\t-'];
    const examples = readIob(`# newdoc id = d\n# text = x\n${rows.join('\n')}\n\n# text = y\n1\tYes\tO\t-\n`);
    expect(examples.map(shown)).toEqual([['Anna Keller: person', 'Oslo: place', 'Riga: place'], []]);
    expect(examples.map(({ document }) => document)).toEqual(['d', 'd']);
  });

  /** `form xpos head deprel entity` a line. */
  const gum = (...rows: readonly string[]): readonly string[] => {
    const lines = rows.map((row, i) => {
      const [form = '', xpos = '', head = '', deprel = '', entity = '_'] = row.split(' ');
      const upos = xpos.startsWith('NNP') ? 'PROPN' : xpos === 'IN' ? 'ADP' : 'NOUN';
      return `${i + 1}\t${form}\t${form}\t${upos}\t${xpos}\t_\t${head}\t${deprel}\t_\t${entity === '_' ? '_' : `Entity=${entity}`}`;
    });
    return parseConllu(lines.join('\n')).flatMap((sentence) => shown(gumExample(sentence)));
  };

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a title is no part of the name',
      ['President NNP 2 compound (1-person-x', 'Keller NNP 0 root 1)'],
      ['Keller: person'],
    ],
    [
      'of nested names the outer one counts',
      ['University NNP 0 root (1-organization-x', 'of IN 3 case', 'Riga NNP 1 nmod (2-place-x)1)'],
      ['University of Riga: organization'],
    ],
    [
      'two names that are joined stay two',
      ['Senate NNP 0 root (3-organization-x(1-organization-x)', 'and CC 3 cc', 'Court NNP 1 conj (2-organization-x)3)'],
      ['Senate: organization', 'Court: organization'],
    ],
    ['a common noun is no name', ['the DT 2 det (1-person-x', 'envoy NN 0 root 1)'], []],
    [
      'a name inside a phrase',
      ['envoy NN 0 root (1-person-x', 'of IN 3 case', 'Riga NNP 1 nmod (2-place-x)1)'],
      ['Riga: place'],
    ],
  ])('mentions of GUM: %s', (_, rows, expected) => {
    expect(gum(...rows)).toEqual(expected);
  });

  test('of names that overlap the longer one stays', () => {
    const [short, long, other] = [
      { start: 2, end: 3, kind: 2 },
      { start: 0, end: 3, kind: 1 },
      { start: 4, end: 5, kind: 0 },
    ];
    expect(disjoint([other, short, long])).toEqual([long, other]);
  });
});

describe('preparing', () => {
  const gazetteer = createNameGazetteer(smallWorld);

  test('a state that is its own adjective stays a place', () => {
    const us = smallWorld.countries.map((c) => (c.id === 'USA' ? { ...c, adjectives: ['American', 'US'] } : c));
    const marks = createNameGazetteer({ ...smallWorld, countries: us }).mark(['US', 'forces']);
    const example = { forms: ['US', 'forces'], names: [], document: '' };
    expect(withGroups(example, marks)).toEqual([]);
    expect(withGroups({ ...example, names: [{ start: 0, end: 1, kind: 2 }] }, marks)).toHaveLength(1);
  });

  test('nationalities are groups, titles alone are no people', () => {
    const forms = ['the', 'Iranian', 'President', 'met', 'Anna', 'in', 'French', 'Guiana'];
    const names = [
      { start: 2, end: 3, kind: 0 },
      { start: 4, end: 5, kind: 0 },
      { start: 6, end: 8, kind: 2 },
    ];
    const all = withGroups({ forms, names, document: '' }, gazetteer.mark(forms));
    expect(shown({ forms, names: all, document: '' })).toEqual([
      'Iranian: group',
      'Anna: person',
      'French Guiana: place',
    ]);
  });

  test('a copy with other names keeps its other words and the kinds of its names', () => {
    const stock = nameStock(smallWorld);
    const example: NameExample = {
      forms: ['said', 'Anna', 'Keller', 'of', 'Norland', '.'],
      names: [
        { start: 1, end: 3, kind: 0 },
        { start: 4, end: 5, kind: 2 },
      ],
      document: 'd',
    };
    const random = seededRandom(3);
    const copies = Array.from({ length: 50 }, () => withOtherNames(example, stock, random));
    for (const copy of copies) {
      const inNames = new Set(copy.names.flatMap(({ start, end }) => copy.forms.map((_, i) => i).slice(start, end)));
      const rest = copy.forms.filter((_, i) => !inNames.has(i));
      expect(rest.filter((form) => ['said', 'of', '.'].includes(form))).toEqual(['said', 'of', '.']);
      expect(copy.names.filter(({ kind }) => kind === 0)).toHaveLength(1);
    }
    expect(new Set(copies.map((copy) => copy.forms.join(' '))).size).toBeGreaterThan(10);
  });
});

describe('learning', () => {
  test('a step raises the right labels of a chain', () => {
    const model = newNameWeights(10);
    const chain = { slots: Int32Array.of(100, 200), offsets: Int32Array.of(0, 1, 2), gold: Uint8Array.of(0, 4) };
    const settings = { rate: 0.1, dropout: 0, random: () => 0.5, weight: 1 };
    const first = learnChain(model, chain, settings);
    for (let i = 0; i < 20; i++) learnChain(model, chain, settings);
    expect(first).toBe(0);
    expect(learnChain(model, chain, settings)).toBe(1);
    expect(model.weights[204]).toBeGreaterThan(0);
    expect(model.weights[200]).toBeLessThan(0);
    expect(model.transitions[4]).toBeGreaterThan(0);
    expect(model.weights).toHaveLength(2 ** 10 + LABEL_COUNT);
  });

  test('counts are of exact spans with their kind, once each', () => {
    const name = { text: 'a', start: 0, end: 5, kind: 'person' } as const;
    const counts = countNames(
      [name, name, { ...name, start: 7, end: 9 }, { ...name, start: 20, end: 25, kind: 'group' }],
      [name, { ...name, start: 7, end: 9, kind: 'place' }],
    );
    expect(counts.get('all')).toEqual({ hits: 1, found: 2, wanted: 2 });
    expect(counts.get('span')).toEqual({ hits: 2, found: 2, wanted: 2 });
    expect(toScore({ hits: 1, found: 2, wanted: 4 })).toEqual({ precision: 0.5, recall: 0.25, f1: 1 / 3 });
  });
});

const ACTORS = ['Anna Moe', 'Ivar Lund', 'Olga Berg', 'Karl Dahl'];
const PLACES = ['Norland', 'Sudmark', 'Ostria', 'Westeria'];
const ITEMS = ACTORS.flatMap((actor) =>
  PLACES.map((place) => {
    const text = `Minister ${actor} arrived in ${place} on Monday.`;
    const at = text.indexOf(place);
    const entities = [
      { start: 9, end: 9 + actor.length, type: 'politician' },
      { start: at, end: at + place.length, type: 'location' },
    ];
    return JSON.stringify({ id: `${actor} ${place}`, text, entities });
  }),
).join('\n');

describe('training', () => {
  const tools = { tagger: shippedTagger(), gazetteer: createNameGazetteer(smallWorld), knowledge: smallWorld };
  const settings = { ...NAME_DEFAULTS, bits: 16, epochs: 6, dropout: 0.2, prune: [] };
  const corpus = [{ examples: readNamedTexts(ITEMS).flatMap((item) => toExamples(item, NONE)), weight: 1, copies: 1 }];
  const train = (seed = 1): Uint8Array => serializeNames(trainNames(corpus, { ...settings, seed }, tools), 1);

  test('learns a small made-up world, and what it wrote is read again', () => {
    const finder = createNameFinder(parseNameModel(train()), tools.gazetteer);
    const forms = ['Minister', 'Tora', 'Holm', 'arrived', 'in', 'Estmark', 'on', 'Monday', '.'];
    const names = finder.namesOf(forms, tools.tagger.tagSentence(forms));
    expect(shown({ forms, names, document: '' })).toEqual(['Tora Holm: person', 'Estmark: place']);
    expect(names.every(({ margin }) => margin > 0)).toBe(true);
  });

  test('the same seed gives the same bytes, another one others', () => {
    const first = train();
    expect(train()).toEqual(first);
    expect(train(2)).not.toEqual(first);
  });

  test('pruning leaves as many weights as it says', () => {
    const model = trainNames(corpus, { ...settings, epochs: 3, prune: [0, 500, 0] }, tools);
    expect(model.weights.filter((weight) => weight !== 0).length).toBeLessThanOrEqual(500);
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'train-names-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = async (...args: readonly string[]): Promise<{ said: string; status: number }> => {
    const said: string[] = [];
    let status = -1;
    const program = new Command('train');
    addNamesCommand(
      program,
      (line) => said.push(line),
      (code) => {
        status = code;
      },
    );
    await program.parseAsync(['names', ...args], { from: 'user' });
    return { said: said.join('\n'), status };
  };

  test('says which file is missing', async () => {
    const { said, status } = await run('--shared', folder);
    expect(status).toBe(1);
    expect(said).toContain('crossner_politics_train.jsonl');
  });

  test('writes weights and manifest', async () => {
    const tree = '1\tOslo\tOslo\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-place-new)\n\n';
    for (const dir of ['ner', 'treebank', 'out']) mkdirSync(join(folder, dir), { recursive: true });
    for (const part of ['train', 'dev']) writeFileSync(join(folder, `ner/crossner_politics_${part}.jsonl`), ITEMS);
    writeFileSync(join(folder, 'ner/uner_ewt_dev.iob2'), '1\tOslo\tB-LOC\t-\n\n');
    for (const part of ['train', 'test']) writeFileSync(join(folder, `treebank/gum-${part}.conllu`), tree);
    const out = join(folder, 'out');
    const { said, status } = await run('--shared', folder, '--out', out, '--epochs', '2');
    expect(said).toContain('crossner-politics-dev f1');
    expect(status).toBe(0);
    const manifest = JSON.parse(readFileSync(join(out, 'names.json'), 'utf8'));
    expect(manifest).toMatchObject({ kind: 'names', file: 'names.bin', epochs: 2, seed: 1 });
    expect(readFileSync(join(out, 'names.bin'))).toHaveLength(manifest.bytes);
  });
});
