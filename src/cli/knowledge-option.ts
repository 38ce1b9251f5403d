import { Option } from 'commander';

/** Of every command that reads texts. */
export interface KnowledgeOptions {
  /** Folders of the user's own, the uppermost last. */
  readonly knowledge?: readonly string[];
}

export const knowledgeOption = (): Option =>
  new Option(
    '--knowledge <dir>',
    'folder of your own frames, names and words, read over the built-in ones (see "lint --help"); may be given several times, the last one wins',
  ).argParser((dir: string, before: readonly string[] = []) => [...before, dir]);
