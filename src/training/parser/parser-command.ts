import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createParser } from '../../language/parse.ts';
import { PARSER_FORMAT, parseParserModel } from '../../language/parser-model.ts';
import { loadTagger } from '../../language/tag.ts';
import type { TaggerManifest } from '../../language/tagger-model.ts';
import { caseCopies } from '../case-copies.ts';
import type { GoldSentence } from '../conllu.ts';
import { jackknife } from '../jackknife.ts';
import { TAGGER_DEFAULTS } from '../train-tagger.ts';
import { readTreebank, TREEBANK_SOURCES } from '../treebank.ts';
import { runCommand, writeModel } from '../write-model.ts';
import { buildVocabulary, type Examples, encode, tableRows, type Vocabulary } from './examples.ts';
import { MAX_WORDS } from './network.ts';
import { serializeParser, type Weights } from './parser-file.ts';
import { scoreParser } from './score-parser.ts';
import { PARSER_DEFAULTS, type ParserSettings } from './settings.ts';
import { type SoftTargets, softTargets } from './soft-targets.ts';
import { trainNetwork } from './train-network.ts';

interface Options {
  readonly treebank: string;
  readonly out: string;
  readonly work: string;
  readonly seed: string;
  readonly epochs: string;
  readonly teachers: string;
}

type Say = (line: string) => void;
/** Scores of some sentences in [0, 1], by name. */
type Score = (bytes: Uint8Array, parts: Readonly<Record<string, readonly GoldSentence[]>>) => Record<string, number>;

/** Scores with the tags of the tagger that lies in the folder of the models. */
function createScore(models: string): Score {
  const manifest = JSON.parse(readFileSync(join(models, 'tagger.json'), 'utf8')) as TaggerManifest;
  const tagger = loadTagger(new Uint8Array(readFileSync(join(models, manifest.file))), manifest);
  return (bytes, parts) => {
    const parser = createParser(parseParserModel(bytes));
    const scores = Object.entries(parts).flatMap(([name, sentences]) => {
      const { uas, las, upos, xpos } = scoreParser(parser, tagger, sentences);
      return Object.entries({ uas, las, upos, xpos }).map(([what, score]): [string, number] => [
        `${name} ${what}`,
        score,
      ]);
    });
    return Object.fromEntries(scores);
  };
}

/** What all networks of a training share. */
interface Course {
  readonly vocabulary: Vocabulary;
  readonly examples: Examples;
  readonly dev: Readonly<Record<string, readonly GoldSentence[]>>;
}

async function prepare({ treebank, work }: Options, { folds, minWord }: ParserSettings, say: Say): Promise<Course> {
  const train = readTreebank(treebank, ['ewt-train', 'gum-train']).flat();
  const [ewt = [], gum = []] = readTreebank(treebank, ['ewt-dev', 'gum-dev']);
  const sentences = [...train, ...caseCopies(train)];
  const task = { sentences, originals: train.length, folds, settings: { ...TAGGER_DEFAULTS, runs: 1 } };
  const rows = await jackknife(task, work, say);
  const vocabulary = buildVocabulary(train, rows, minWord);
  const fits = sentences.map(({ words }) => words.length > 1 && words.length <= MAX_WORDS);
  const keep = <T>(_: T, i: number): boolean => fits[i] === true;
  const examples = encode(sentences.filter(keep), rows.filter(keep), vocabulary);
  return { vocabulary, examples, dev: { 'ewt-dev': ewt, 'gum-dev': gum } };
}

/** Trains one network and says its scores on the development sets after every epoch. */
async function trainOne(
  name: string,
  settings: ParserSettings,
  { vocabulary, examples, dev }: Course,
  soft: SoftTargets | undefined,
  tools: { readonly work: string; readonly score: Score; readonly say: Say },
): Promise<Uint8Array> {
  const say: Say = (line) => tools.say(`${name}: ${line}`);
  const pack = (weights: Weights): Uint8Array => serializeParser(settings.sizes, vocabulary, weights);
  const plan = {
    settings,
    tableRows: tableRows(vocabulary),
    counts: vocabulary.counts,
    tags: vocabulary.tags.length,
    labels: vocabulary.labels.length,
  };
  const weights = await trainNetwork({
    plan,
    lesson: { examples, soft, share: settings.teacherShare },
    checkpoint: join(tools.work, `${name}.checkpoint`),
    say,
    onEpoch: (_, now) => {
      const scores = Object.entries(tools.score(pack(now), dev));
      say(scores.map(([what, value]) => `${what} ${(100 * value).toFixed(2)}`).join(', '));
    },
  });
  return pack(weights);
}

/** Trains in steps that each leave their result in the folder of the work, so that a break costs an epoch at most. */
async function trainParser(options: Options, settings: ParserSettings, score: Score, say: Say): Promise<Uint8Array> {
  const course = await prepare(options, settings, say);
  const tools = { work: options.work, score, say };
  say(`Training on ${course.examples.starts.length - 1} sentences, seed ${settings.seed}.`);
  const teachers: Uint8Array[] = [];
  for (let t = 1; t <= settings.teachers; t++) {
    const own = { ...settings, seed: settings.seed + t, epochs: settings.teacherEpochs, teachers: 0, teacherShare: 0 };
    teachers.push(await trainOne(`teacher-${t}`, own, course, undefined, tools));
  }
  const { labels, tags } = course.vocabulary;
  const soft =
    teachers.length > 0 ? softTargets(course.examples, teachers, labels.length, tags.length, say) : undefined;
  return trainOne('parser', settings, course, soft, tools);
}

async function trainAndWrite(options: Options, say: Say): Promise<void> {
  const settings: ParserSettings = {
    ...PARSER_DEFAULTS,
    seed: Number(options.seed),
    epochs: Number(options.epochs),
    teachers: Number(options.teachers),
  };
  mkdirSync(options.work, { recursive: true });
  const score = createScore(options.out);
  const bytes = await trainParser(options, settings, score, say);
  const [ewt = [], gum = []] = readTreebank(options.treebank, ['ewt-test', 'gum-test']);
  const scores = score(bytes, { 'ewt-test': ewt, 'gum-test': gum });
  writeModel(
    options.out,
    bytes,
    {
      kind: 'parser',
      method:
        'two BiLSTM layers, biaffine arcs, label and part-of-speech heads, 8-bit weights; Eisner decoding with one root',
      format: PARSER_FORMAT,
      seed: settings.seed,
      epochs: settings.epochs,
      teachers: settings.teachers,
      trainingData: TREEBANK_SOURCES,
      scores,
    },
    say,
  );
}

/**
 * Adds `train parser`.
 * @param exit takes the status: 0 done, 1 failed
 */
export function addParserCommand(program: Command, say: Say, exit: (status: number) => void): void {
  program
    .command('parser')
    .description('trains the dependency parser; can be stopped and started again')
    .requiredOption('--treebank <dir>', 'folder with {ewt,gum}-{train,dev,test}.conllu')
    .option(
      '--out <dir>',
      'folder of the models: the tagger is read there, parser.bin and parser.json go there',
      'data/models/en',
    )
    .option('--work <dir>', 'folder for what is needed to go on after a break', 'out/training')
    .option('--seed <number>', 'seed of everything left to chance', String(PARSER_DEFAULTS.seed))
    .option('--epochs <number>', 'passes over the data', String(PARSER_DEFAULTS.epochs))
    .option(
      '--teachers <number>',
      'networks trained first whose opinions are learned too',
      String(PARSER_DEFAULTS.teachers),
    )
    .action((options: Options) => runCommand(() => trainAndWrite(options, say), say, exit));
}
