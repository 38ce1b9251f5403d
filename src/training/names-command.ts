import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { loadKnowledge } from '../knowledge/load.node.ts';
import type { TrainingSource } from '../language/model-file.ts';
import { createNameGazetteer } from '../language/name-gazetteer.ts';
import { NAMES_FORMAT, parseNameModel } from '../language/name-model.ts';
import { createNameFinder } from '../language/names.ts';
import { loadTagger } from '../language/tag.ts';
import type { TaggerManifest } from '../language/tagger-model.ts';
import { gumExample } from './gum-names.ts';
import { type NameExample, readIob, readNamedTexts, toExamples } from './name-corpora.ts';
import { serializeNames } from './names-file.ts';
import { scoreExamples, toScore } from './score-names.ts';
import { NAME_DEFAULTS, type NameCorpus, type NameTools, trainNames } from './train-names.ts';
import { readTreebank, TREEBANK_SOURCES } from './treebank.ts';
import { runCommand, writeModel } from './write-model.ts';

const SOURCES: readonly TrainingSource[] = [
  {
    name: 'CrossNER, politics, train',
    licence: 'MIT',
    url: 'https://github.com/zliucr/CrossNER',
    note: '200 sentences; its development part is only measured on',
  },
  ...TREEBANK_SOURCES.filter(({ name }) => name.startsWith('GUM')).map((source) => ({
    ...source,
    note: `names derived from the entity mentions; ${source.note ?? ''}`,
  })),
  {
    name: 'Universal NER, English EWT, dev',
    licence: 'CC BY-SA 4.0',
    url: 'https://github.com/UniversalNER/UNER_English-EWT',
  },
];

/** How much a sentence of each corpus counts, and how many copies of it get other names. */
const WEIGHTS = {
  politics: { weight: 2, copies: 16 },
  gum: { weight: 1, copies: 2 },
  web: { weight: 1, copies: 0 },
} as const;

interface Options {
  readonly shared: string;
  readonly data: string;
  readonly out: string;
  readonly seed: string;
  readonly epochs: string;
}

function readFile(path: string): string {
  if (!existsSync(path))
    throw new Error(`Training names needs ${path}. Give the folder that holds ner/ and treebank/ with --shared DIR.`);
  return readFileSync(path, 'utf8');
}

interface Corpora {
  readonly train: readonly NameCorpus[];
  readonly tests: Readonly<Record<string, readonly NameExample[]>>;
}

function readCorpora(shared: string, abbreviations: ReadonlySet<string>): Corpora {
  const named = (file: string): readonly NameExample[] =>
    readNamedTexts(readFile(join(shared, file))).flatMap((text) => toExamples(text, abbreviations));
  const politics = named('ner/crossner_politics_train.jsonl');
  const [gum = [], gumTest = []] = readTreebank(join(shared, 'treebank'), ['gum-train', 'gum-test']);
  return {
    train: [
      { examples: politics, ...WEIGHTS.politics },
      { examples: gum.map(gumExample), ...WEIGHTS.gum },
      { examples: readIob(readFile(join(shared, 'ner/uner_ewt_dev.iob2'))), ...WEIGHTS.web },
    ],
    tests: {
      'crossner-politics-dev': named('ner/crossner_politics_dev.jsonl'),
      'gum-test': gumTest.map(gumExample),
    },
  };
}

async function readTools(data: string): Promise<NameTools> {
  const { knowledge } = await loadKnowledge(data);
  const model = join(data, 'models/en');
  const manifest = JSON.parse(readFile(join(model, 'tagger.json'))) as TaggerManifest;
  const tagger = loadTagger(new Uint8Array(readFileSync(join(model, 'tagger.bin'))), manifest);
  return { knowledge, tagger, gazetteer: createNameGazetteer(knowledge) };
}

/** F1 of persons, organisations and places under `NAME f1`, rounded to four places. */
function scoresOf(
  bytes: Uint8Array,
  tests: Corpora['tests'],
  { tagger, gazetteer }: NameTools,
): Record<string, number> {
  const finder = createNameFinder(parseNameModel(bytes), gazetteer);
  const scores: Record<string, number> = {};
  for (const [name, examples] of Object.entries(tests)) {
    const counts = scoreExamples(examples, (forms) => finder.namesOf(forms, tagger.tagSentence(forms))).get('all');
    if (counts !== undefined) scores[`${name} f1`] = Math.round(10_000 * toScore(counts).f1) / 10_000;
  }
  return scores;
}

async function trainAndWrite(options: Options, say: (line: string) => void): Promise<void> {
  const settings = { ...NAME_DEFAULTS, seed: Number(options.seed), epochs: Number(options.epochs) };
  const tools = await readTools(options.data);
  const { train, tests } = readCorpora(options.shared, new Set(tools.knowledge.abbreviations));
  const size = train.reduce((sum, { examples }) => sum + examples.length, 0);
  say(`Training on ${size} sentences and copies of them, seed ${settings.seed}, ${settings.epochs} epochs.`);
  const model = trainNames(train, settings, tools, (epoch, right) => {
    say(`epoch ${epoch}: ${(100 * right).toFixed(2)}% of the tokens right while learning`);
  });
  const bytes = serializeNames(model, 1);
  const scores = scoresOf(bytes, tests, tools);
  writeModel(
    options.out,
    bytes,
    {
      kind: 'names',
      method:
        'linear-chain conditional random field over BILOU labels, AdaGrad, hashed features and gazetteer marks, pruned and range-coded',
      format: NAMES_FORMAT,
      seed: settings.seed,
      epochs: settings.epochs,
      trainingData: SOURCES,
      scores,
    },
    say,
  );
}

/** Adds the command `names`; see `createProgram`. */
export function addNamesCommand(program: Command, say: (line: string) => void, exit: (status: number) => void): void {
  program
    .command('names')
    .description('trains the finder of proper names')
    .requiredOption('--shared <dir>', 'folder with ner/ and treebank/')
    .option('--data <dir>', 'folder with the gazetteer and the trained tagger', 'data')
    .option('--out <dir>', 'where names.bin and names.json go', 'data/models/en')
    .option('--seed <number>', 'seed of order, copies and dropout', String(NAME_DEFAULTS.seed))
    .option('--epochs <number>', 'passes over the data', String(NAME_DEFAULTS.epochs))
    .action((options: Options) => runCommand(() => trainAndWrite(options, say), say, exit));
}
