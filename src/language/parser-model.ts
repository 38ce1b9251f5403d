import { padded } from './kernel-products.ts';
import { ascii, ModelError } from './model-file.ts';
import { FIRST_WORD } from './parser-features.ts';

/*
 * parser.bin, little-endian:
 *   0  4 bytes  "DGPR"
 *   4  u32      bytes of the header
 *   8           header, JSON in ASCII: `ParserHeader`
 *   then        vocabulary: for each word, in order of key, the step from the key before as a varint
 *   then        matrices in the order of `parserMatrices`: tables as one f32, `rows` u16 and `rows * columns` i8: a row's weights are
 *               i8 * u16 * f32; others as `columns` f32 and `rows * columns` i8: a column's weights are i8 * f32; biases as `columns` f32
 */
export const PARSER_MAGIC = 'DGPR';
export const PARSER_FORMAT = 1;

/** Sizes of the parser's network. */
export interface ParserSizes {
  readonly word: number;
  readonly suffix: number;
  readonly prefix: number;
  readonly shape: number;
  readonly tag: number;
  /** Units of one direction of one LSTM layer; a multiple of 16. */
  readonly hidden: number;
  readonly arc: number;
  readonly label: number;
}

export interface ParserHeader {
  readonly format: number;
  readonly sizes: ParserSizes;
  /** Words of the vocabulary, and the bytes that they take. */
  readonly words: number;
  readonly vocabularyBytes: number;
  /** Rows of the tables for words, suffixes, prefixes, shapes and tags. */
  readonly tableRows: readonly number[];
  /** `UPOS|XPOS`; the first one, empty, is the root's. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
}

/** Tables in the order of the input. */
export const TABLES = ['word', 'suffix', 'prefix', 'shape', 'tag'] as const;
/** Layer and direction (forward, backward) of the LSTMs. */
export const LSTMS = ['1f', '1b', '2f', '2b'] as const;

export interface MatrixShape {
  readonly name: string;
  readonly kind: 'table' | 'weights' | 'bias';
  readonly rows: number;
  readonly columns: number;
}

/** All matrices of the network, in the order of the file. */
export function parserMatrices(
  { hidden, arc, label, ...tables }: ParserSizes,
  tableRows: readonly number[],
  tags: number,
  labels: number,
): readonly MatrixShape[] {
  const input = TABLES.reduce((sum, table) => sum + tables[table], 0);
  const both = 2 * hidden;
  const weights = (name: string, rows: number, columns: number): MatrixShape => ({
    name,
    kind: 'weights',
    rows,
    columns,
  });
  const bias = (name: string, columns: number): MatrixShape => ({ name, kind: 'bias', rows: 1, columns });
  return [
    ...TABLES.map((name, i): MatrixShape => ({ name, kind: 'table', rows: tableRows[i] ?? 0, columns: tables[name] })),
    ...LSTMS.flatMap((name) => [
      weights(`lstm-${name} input`, name.startsWith('1') ? input : both, 4 * hidden),
      weights(`lstm-${name} state`, hidden, 4 * hidden),
      bias(`lstm-${name} bias`, 4 * hidden),
    ]),
    weights('dependent', both, arc),
    bias('dependent bias', arc),
    weights('head', both, arc),
    bias('head bias', arc),
    weights('arc', arc, arc),
    bias('arc bias', arc),
    weights('label dependent', both, label),
    bias('label dependent bias', label),
    weights('label head', both, label),
    weights('label', label, padded(labels)),
    bias('label bias', padded(labels)),
    weights('tag out', both, padded(tags)),
    bias('tag out bias', padded(tags)),
  ];
}

/** A matrix as the file has it: `values` [rows][columns], `scales` one a row (tables) or a column (weights); biases are all scales. */
export interface PackedMatrix extends MatrixShape {
  readonly values: Int8Array;
  readonly scales: Float32Array;
}

export interface ParserModel {
  readonly header: ParserHeader;
  /** Row of a word in its table by its key. */
  readonly vocabulary: ReadonlyMap<number, number>;
  /** In the order of `parserMatrices`. */
  readonly matrices: readonly PackedMatrix[];
}

const damaged = (): ModelError => new ModelError('model/damaged', 'The parser file is cut short or damaged.');

/**
 * Reads the bytes of `parser.bin` without looking at a manifest.
 * @throws ModelError when they are no parser of this format or are cut short
 */
export function parseParserModel(bytes: Uint8Array): ParserModel {
  if (bytes.length < 8 || ascii(bytes.subarray(0, 4)) !== PARSER_MAGIC) {
    throw new ModelError('model/bad-magic', 'This is no parser: the file does not begin with DGPR.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerEnd = 8 + view.getUint32(4, true);
  if (headerEnd > bytes.length) throw damaged();
  const header = readHeader(bytes.subarray(8, headerEnd));
  const { sizes, tableRows, tags, labels, words, vocabularyBytes } = header;
  const vocabularyEnd = headerEnd + vocabularyBytes;
  const vocabulary = readVocabulary(bytes.subarray(headerEnd, vocabularyEnd), words);
  const matrices: PackedMatrix[] = [];
  let at = vocabularyEnd;
  for (const shape of parserMatrices(sizes, tableRows, tags.length, labels.length)) {
    if (at + matrixBytes(shape) > bytes.length) throw damaged();
    matrices.push(readMatrix(shape, view, at));
    at += matrixBytes(shape);
  }
  if (at !== bytes.length) throw damaged();
  return { header, vocabulary, matrices };
}

/** Bytes that a matrix takes in the file. */
export function matrixBytes({ kind, rows, columns }: MatrixShape): number {
  if (kind === 'bias') return 4 * columns;
  return rows * columns + (kind === 'table' ? 4 + 2 * rows : 4 * columns);
}

function readHeader(bytes: Uint8Array): ParserHeader {
  let header: ParserHeader;
  try {
    header = JSON.parse(ascii(bytes));
  } catch {
    throw damaged();
  }
  if (header.format !== PARSER_FORMAT) {
    const message = `The parser has format ${header.format}; this version reads format ${PARSER_FORMAT}. Train it again.`;
    throw new ModelError('model/wrong-format', message);
  }
  return header;
}

function readVocabulary(bytes: Uint8Array, words: number): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  let key = 0;
  let at = 0;
  for (let i = 0; i < words; i++) {
    let step = 0;
    for (let factor = 1, more = true; more; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw damaged();
      step += (byte & 0x7f) * factor;
      more = byte > 0x7f;
    }
    key += step;
    rows.set(key, FIRST_WORD + i);
  }
  return rows;
}

function readMatrix(shape: MatrixShape, view: DataView, at: number): PackedMatrix {
  const { kind, rows, columns } = shape;
  const floats = (from: number, count: number): Float32Array =>
    Float32Array.from({ length: count }, (_, i) => view.getFloat32(from + 4 * i, true));
  if (kind === 'bias') return { ...shape, values: new Int8Array(), scales: floats(at, columns) };
  if (kind === 'weights') {
    const values = new Int8Array(view.buffer, view.byteOffset + at + 4 * columns, rows * columns);
    return { ...shape, values, scales: floats(at, columns) };
  }
  const unit = view.getFloat32(at, true);
  const scales = Float32Array.from({ length: rows }, (_, i) => view.getUint16(at + 4 + 2 * i, true) * unit);
  return { ...shape, values: new Int8Array(view.buffer, view.byteOffset + at + 4 + 2 * rows, rows * columns), scales };
}
