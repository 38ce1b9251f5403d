import type { ParserSizes } from '../../language/parser-model.ts';

export interface ParserSettings {
  readonly seed: number;
  readonly epochs: number;
  readonly sizes: ParserSizes;
  /** Sentences of a step; half of them go to each worker. */
  readonly batch: number;
  readonly rate: number;
  /** Share of the LSTMs' and MLPs' units that are left out in a step. */
  readonly dropout: number;
  /** A word seen `n` times is hidden with probability w / (w + n). */
  readonly wordDropout: number;
  /** Weight of the part-of-speech head's loss. */
  readonly tagLoss: number;
  /** Words seen less often have no embedding of their own. */
  readonly minWord: number;
  /** Folds of documents in which training tags are predicted. */
  readonly folds: number;
  /** Networks trained first, from other seeds, whose opinions the network learns from beside the treebank. */
  readonly teachers: number;
  readonly teacherEpochs: number;
  /** Share of the teachers in what is learned. */
  readonly teacherShare: number;
}

export const PARSER_DEFAULTS: ParserSettings = {
  seed: 7,
  epochs: 16,
  sizes: { word: 80, suffix: 24, prefix: 16, shape: 12, tag: 28, hidden: 128, arc: 96, label: 80 },
  batch: 20,
  rate: 2.5e-3,
  dropout: 0.33,
  wordDropout: 0.25,
  tagLoss: 0.3,
  minWord: 2,
  folds: 5,
  teachers: 2,
  teacherEpochs: 12,
  teacherShare: 0.5,
};
