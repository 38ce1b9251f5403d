import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from '../export/write-file.node.ts';
import { createTagger } from '../language/tag.ts';
import { parseTaggerModel } from '../language/tagger-model.ts';
import type { GoldSentence } from './conllu.ts';
import { startWorker } from './start-worker.ts';
import { serializeTagger } from './tagger-file.ts';
import { TAGGER_KEEP, type TaggerSettings, trainTagger } from './train-tagger.ts';

/** `UPOS|XPOS` of every word of a sentence. */
export type TagRow = readonly string[];

/** Tags of the sentences of one fold, by a tagger that has seen none of its documents. */
export interface Fold {
  readonly fold: number;
  readonly rows: readonly { readonly sentence: number; readonly tags: TagRow }[];
}

/** What a thread that tags one fold is started with. */
export interface FoldTask {
  readonly sentences: readonly GoldSentence[];
  /** How many of them, from the first on, are no copies: the tagger learns from these and makes copies of its own. */
  readonly originals: number;
  readonly folds: number;
  readonly fold: number;
  readonly settings: TaggerSettings;
}

const THREADS = 2;

/** Number of the fold of each sentence: documents stay together and are dealt out in turn. */
export function foldsOf(sentences: readonly GoldSentence[], folds: number): readonly number[] {
  const documents = new Map<string, number>();
  return sentences.map(({ document }) => {
    const known = documents.get(document) ?? documents.size;
    documents.set(document, known);
    return known % folds;
  });
}

/** Tags the sentences of one fold by a tagger trained on the documents of the others. */
export function tagFold({ sentences, originals, folds, fold, settings }: FoldTask): Fold {
  const foldOf = foldsOf(sentences, folds);
  const others = sentences.slice(0, originals).filter((_, i) => foldOf[i] !== fold);
  const model = trainTagger(others, settings);
  const tagger = createTagger(parseTaggerModel(serializeTagger(model, TAGGER_KEEP)));
  const rows = sentences.flatMap(({ words }, sentence) =>
    foldOf[sentence] === fold ? [{ sentence, tags: tagRow(tagger.tagPlain(words.map((word) => word.form))) }] : [],
  );
  return { fold, rows };
}

export const tagRow = (tags: readonly { readonly upos: string; readonly xpos: string }[]): TagRow =>
  tags.map(({ upos, xpos }) => `${upos}|${xpos}`);

/**
 * Predicted tags of all sentences, so that the parser learns from tags as faulty as those that it will meet. Folds are kept in
 * `folder` and not made again.
 */
export async function jackknife(
  task: Omit<FoldTask, 'fold'>,
  folder: string,
  say: (line: string) => void,
): Promise<readonly TagRow[]> {
  const rows: TagRow[] = task.sentences.map(() => []);
  const path = (fold: number): string => join(folder, `tags-${fold}.json`);
  const waiting = Array.from({ length: task.folds }, (_, fold) => fold).filter((fold) => !existsSync(path(fold)));
  const work = async (): Promise<void> => {
    for (let fold = waiting.shift(); fold !== undefined; fold = waiting.shift()) {
      const module = new URL('./fold-worker.ts', import.meta.url);
      const done: Fold[] = [];
      await startWorker(module, { ...task, fold }, (made: Fold) => done.push(made));
      for (const made of done) await writeFileAtomic(path(made.fold), JSON.stringify(made));
      say(`tags of fold ${fold + 1} of ${task.folds} are predicted`);
    }
  };
  await Promise.all(Array.from({ length: THREADS }, work));
  for (let fold = 0; fold < task.folds; fold++) {
    const made = JSON.parse(readFileSync(path(fold), 'utf8')) as Fold;
    for (const { sentence, tags } of made.rows) rows[sentence] = tags;
  }
  return rows;
}
