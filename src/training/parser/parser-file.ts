import {
  type MatrixShape,
  matrixBytes,
  PARSER_FORMAT,
  PARSER_MAGIC,
  type ParserHeader,
  type ParserSizes,
  parserMatrices,
} from '../../language/parser-model.ts';
import { tableRows, type Vocabulary } from './examples.ts';

/** Weights [rows * columns] of a matrix by its name. */
export type Weights = (name: string) => Float32Array;

const MAX_LEVEL = 127;
const MAX_SCALE = 65_535;

/** Steps between sorted keys, as varints. */
function packVocabulary(keys: readonly number[]): Uint8Array {
  const out: number[] = [];
  let last = 0;
  for (const key of keys) {
    let rest = key - last;
    last = key;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) out.push((rest % 128) | 0x80);
    out.push(rest);
  }
  return Uint8Array.from(out);
}

const peak = (weights: Float32Array, from: number, to: number, step = 1): number => {
  let top = 0;
  for (let i = from; i < to; i += step) top = Math.max(top, Math.abs(weights[i] as number));
  return top;
};

const level = (weight: number, scale: number): number =>
  scale === 0 ? 0 : Math.max(-MAX_LEVEL, Math.min(MAX_LEVEL, Math.round(weight / scale)));

/** One scale a row, so that rare words with small vectors keep their precision. */
function packTable({ rows, columns }: MatrixShape, weights: Float32Array, view: DataView, at: number): void {
  const unit = Math.fround(peak(weights, 0, weights.length) / MAX_LEVEL / MAX_SCALE);
  view.setFloat32(at, unit, true);
  for (let row = 0; row < rows; row++) {
    const from = row * columns;
    const scale = unit === 0 ? 0 : Math.ceil(peak(weights, from, from + columns) / MAX_LEVEL / unit);
    view.setUint16(at + 4 + 2 * row, Math.min(MAX_SCALE, scale), true);
    for (let i = from; i < from + columns; i++) {
      view.setInt8(at + 4 + 2 * rows + i, level(weights[i] as number, scale * unit));
    }
  }
}

/** One scale a column: it stays outside the sum of products. */
function packColumns({ rows, columns }: MatrixShape, weights: Float32Array, view: DataView, at: number): void {
  for (let j = 0; j < columns; j++) {
    const scale = Math.fround(peak(weights, j, rows * columns, columns) / MAX_LEVEL);
    view.setFloat32(at + 4 * j, scale, true);
    for (let i = j; i < rows * columns; i += columns) {
      view.setInt8(at + 4 * columns + i, level(weights[i] as number, scale));
    }
  }
}

function packBias(weights: Float32Array, view: DataView, at: number): void {
  weights.forEach((weight, i) => {
    view.setFloat32(at + 4 * i, weight, true);
  });
}

/** The bytes of `parser.bin`; the format stands in `language/parser-model.ts`. */
export function serializeParser(sizes: ParserSizes, vocabulary: Vocabulary, weights: Weights): Uint8Array {
  const words = packVocabulary([...vocabulary.words.keys()]);
  const header: ParserHeader = {
    format: PARSER_FORMAT,
    sizes,
    words: vocabulary.words.size,
    vocabularyBytes: words.length,
    tableRows: tableRows(vocabulary),
    tags: vocabulary.tags,
    labels: vocabulary.labels,
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const shapes = parserMatrices(sizes, header.tableRows, header.tags.length, header.labels.length);
  const size = shapes.reduce((sum, shape) => sum + matrixBytes(shape), 8 + head.length + words.length);
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  out.set(new TextEncoder().encode(PARSER_MAGIC));
  view.setUint32(4, head.length, true);
  out.set(head, 8);
  out.set(words, 8 + head.length);
  let at = 8 + head.length + words.length;
  for (const shape of shapes) {
    const values = weights(shape.name);
    if (shape.kind === 'table') packTable(shape, values, view, at);
    else if (shape.kind === 'weights') packColumns(shape, values, view, at);
    else packBias(values, view, at);
    at += matrixBytes(shape);
  }
  return out;
}
