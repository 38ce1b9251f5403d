import { parserMatrices, TABLES } from '../../language/parser-model.ts';
import { CONTROL_END } from './control.ts';
import { MAX_ROWS, scratchBytes } from './network.ts';
import { type ParameterSet, placeParameters, WORKERS } from './parameters.ts';
import type { ParserSettings } from './settings.ts';

/** Everything that fixes the sizes of the network. */
export interface Plan {
  readonly settings: ParserSettings;
  /** Rows of the five tables. */
  readonly tableRows: readonly number[];
  readonly counts: Int32Array;
  readonly tags: number;
  readonly labels: number;
}

/** Where things are in the shared memory, in bytes. */
export interface LaidOut {
  readonly parameters: ParameterSet;
  /** One scratch for each worker. */
  readonly scratch: readonly number[];
  /** Rows that each worker looked up: [workers][tables][1 + MAX_ROWS] i32, a count and the rows. */
  readonly touched: number;
  readonly end: number;
}

export const TOUCHED_ROW = 1 + MAX_ROWS;

/** Matrices of the network. */
export const shapesOf = ({ settings, tableRows, tags, labels }: Plan) =>
  parserMatrices(settings.sizes, tableRows, tags, labels);

export function layOut(plan: Plan): LaidOut {
  const parameters = placeParameters(shapesOf(plan), CONTROL_END);
  const bytes = scratchBytes(plan.settings, plan.labels, plan.tags);
  const scratch = Array.from({ length: WORKERS }, (_, worker) => parameters.end + worker * bytes);
  const touched = parameters.end + WORKERS * bytes;
  return { parameters, scratch, touched, end: touched + WORKERS * TABLES.length * TOUCHED_ROW * 4 };
}
