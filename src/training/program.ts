import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { FORMAT } from '../language/tagger-model.ts';
import { updateLemmaFile } from './lemma-exceptions.ts';
import { addNamesCommand } from './names-command.ts';
import { addParserCommand } from './parser/parser-command.ts';
import { scoreTagger } from './score-tagger.ts';
import { serializeTagger } from './tagger-file.ts';
import { TAGGER_DEFAULTS, TAGGER_KEEP, type TaggerSettings, trainTagger } from './train-tagger.ts';
import { readTreebank, TREEBANK_SOURCES } from './treebank.ts';
import { runCommand, writeModel } from './write-model.ts';

const LEMMA_SOURCE = 'EWT 2.15 (CC BY-SA 4.0) and GUM (annotations CC BY 4.0), train; seen at least twice';

interface Options {
  readonly treebank: string;
  readonly out: string;
  readonly lexicon: string;
  readonly seed: string;
  readonly epochs: string;
}

function trainAndWrite(options: Options, say: (line: string) => void): void {
  const settings: TaggerSettings = { ...TAGGER_DEFAULTS, seed: Number(options.seed), epochs: Number(options.epochs) };
  const train = readTreebank(options.treebank, ['ewt-train', 'gum-train']).flat();
  const [ewt = [], gum = []] = readTreebank(options.treebank, ['ewt-test', 'gum-test']);
  say(`Training on ${train.length} sentences, seed ${settings.seed}, ${settings.epochs} epochs.`);
  const model = trainTagger(train, settings, (epoch, accuracy) => {
    say(`epoch ${epoch}: ${(100 * accuracy).toFixed(2)}% of the tags right while learning`);
  });
  const bytes = serializeTagger(model, TAGGER_KEEP);
  const scores = { ...scoreTagger(bytes, ewt, 'ewt-test'), ...scoreTagger(bytes, gum, 'gum-test') };
  writeModel(
    options.out,
    bytes,
    {
      kind: 'tagger',
      method: 'averaged perceptron, UPOS and XPOS jointly, hashed features, pruned and range-coded',
      format: FORMAT,
      seed: settings.seed,
      epochs: settings.epochs,
      runs: settings.runs,
      trainingData: TREEBANK_SOURCES,
      scores,
    },
    say,
  );
  const words = train.flatMap((sentence) => sentence.words);
  const lemmas = existsSync(options.lexicon) ? readFileSync(options.lexicon, 'utf8') : 'form\tupos\tlemma\n';
  writeFileSync(options.lexicon, updateLemmaFile(lemmas, words, LEMMA_SOURCE));
  say(`Wrote the lemma exceptions to ${options.lexicon}.`);
}

/**
 * The `train` command.
 * @param say takes lines about progress and errors
 * @param exit takes the status: 0 done, 1 failed
 */
export function createProgram(say: (line: string) => void, exit: (status: number) => void): Command {
  const program = new Command('train').description('Trains what lies in data/models.');
  program
    .command('tagger')
    .description('trains the part-of-speech tagger and derives lemma exceptions')
    .requiredOption('--treebank <dir>', 'folder with {ewt,gum}-{train,test}.conllu')
    .option('--out <dir>', 'where tagger.bin and tagger.json go', 'data/models/en')
    .option('--lexicon <file>', 'lemma file to update', 'data/lexicon/en/lemmas.tsv')
    .option('--seed <number>', 'seed of the order of sentences', String(TAGGER_DEFAULTS.seed))
    .option('--epochs <number>', 'passes over the data', String(TAGGER_DEFAULTS.epochs))
    .action((options: Options) => runCommand(() => trainAndWrite(options, say), say, exit));
  addParserCommand(program, say, exit);
  addNamesCommand(program, say, exit);
  return program;
}
