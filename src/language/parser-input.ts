import { INPUT_UNIT, inputShape, KEPT_FORMS, type ParserMemory, type Placed } from './parser-memory.ts';
import type { PackedMatrix, ParserModel } from './parser-model.ts';

/** Rows of the five tables for one word, in the order of `TABLES`. */
export type TableRows = readonly number[];

/** Writes the vectors of rows of some tables, side by side and in fixed point, to `out` from `at` on. */
function writeVector(tables: readonly PackedMatrix[], rows: TableRows, out: Int16Array, at: number): void {
  let to = at;
  tables.forEach(({ values, scales, columns }, t) => {
    const row = rows[t] as number;
    const scale = (scales[row] as number) * INPUT_UNIT;
    for (let i = row * columns; i < (row + 1) * columns; i++) out[to++] = Math.round((values[i] as number) * scale);
  });
}

/** What the words say to the gates of the first layer, as whole sums of products. */
export interface InputSums {
  /** Writes for each word the places of the sums for its form and for its tag to `rooms.places`. */
  place(words: readonly TableRows[]): void;
}

/**
 * The sums for a form and those for a tag are made once: news repeats its words. They are whole numbers, so what is added first makes
 * no difference.
 */
export function createInputSums(model: ParserModel, memory: ParserMemory): InputSums {
  const { kernel, i16, i32, rooms, placed } = memory;
  const tables = model.matrices.filter(({ kind }) => kind === 'table');
  const [forms, tags] = [tables.slice(0, -1), tables.slice(-1)];
  const bytes = inputShape(model.header.sizes).columns * 4;
  const sum = (of: readonly PackedMatrix[], rows: TableRows, matrix: string, out: number): void => {
    const { pairs, weights, columns } = placed.get(matrix) as Placed;
    i16.fill(0, rooms.vector / 2, rooms.vector / 2 + 2 * pairs);
    writeVector(of, rows, i16, rooms.vector / 2);
    kernel.project(rooms.vector, pairs, weights, columns, out);
  };
  model.header.tags.forEach((_, tag) => {
    sum(tags, [tag], 'tag input', rooms.tagSums + tag * bytes);
  });
  const known = new Map<number, number>();
  const formSums = (rows: TableRows): number => {
    const key = keyOf(forms, rows);
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = rooms.formSums + known.size * bytes;
    sum(forms, rows, 'form input', made);
    known.set(key, made);
    return made;
  };
  return {
    place(words) {
      // All forms of a batch must have their places at the same time.
      if (known.size + words.length > KEPT_FORMS) known.clear();
      words.forEach((rows, i) => {
        i32[rooms.places / 4 + 2 * i] = formSums(rows);
        i32[rooms.places / 4 + 2 * i + 1] = rooms.tagSums + (rows[forms.length] as number) * bytes;
      });
    },
  };
}

/** One number for the rows of some tables; exact as long as there are less than 2^53 such rows. */
const keyOf = (tables: readonly PackedMatrix[], rows: TableRows): number =>
  tables.reduce((key, { rows: count }, t) => key * count + (rows[t] as number), 0);
