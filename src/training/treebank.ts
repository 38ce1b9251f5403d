import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainingSource } from '../language/model-file.ts';
import { type GoldSentence, parseConllu } from './conllu.ts';

/** What tagger and parser learn from. */
export const TREEBANK_SOURCES: readonly TrainingSource[] = [
  {
    name: 'UD English EWT 2.15, train',
    licence: 'CC BY-SA 4.0',
    url: 'https://github.com/UniversalDependencies/UD_English-EWT',
  },
  {
    name: 'GUM (Georgetown University Multilayer corpus), train, May 2025',
    licence: 'annotations CC BY 4.0; texts by genre CC BY 2.5, CC BY 4.0, CC BY-SA 3.0 or public domain',
    url: 'https://github.com/amir-zeldes/gum',
    note: 'academic, bio, conversation, court, interview, news, speech, textbook, vlog, voyage; no genre with a non-commercial licence',
  },
];

/**
 * Sentences of `FOLDER/NAME.conllu` for each name.
 * @throws Error that names the files that are missing
 */
export function readTreebank(folder: string, names: readonly string[]): readonly (readonly GoldSentence[])[] {
  const paths = names.map((name) => join(folder, `${name}.conllu`));
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    throw new Error(`Training needs the treebank files ${missing.join(', ')}. Give their folder with --treebank DIR.`);
  }
  return paths.map((path) => parseConllu(readFileSync(path, 'utf8')));
}
