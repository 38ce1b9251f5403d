import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Parameter, ParameterSet } from './parameters.ts';

/*
 * State of a training after whole epochs: u32 bytes of the header, header in JSON, then for each matrix its weights and Adam's two means, f32.
 * The order of sentences and all chance follow from seed and step, so nothing else is needed to go on as if there had been no break.
 */
export interface CheckpointHeader {
  /** What is trained, with which settings; another training's file is not taken. */
  readonly training: string;
  /** Epochs that are done. */
  readonly epochs: number;
}

const parts = ({ value, mean, variance, rows, columns }: Parameter) =>
  [value, mean, variance].map((at) => ({ from: at / 4, to: at / 4 + rows * columns }));

export function writeCheckpoint(path: string, header: CheckpointHeader, set: ParameterSet, f32: Float32Array): void {
  const head = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const pieces = set.all.flatMap((parameter) =>
    parts(parameter).map(({ from, to }) => Buffer.from(f32.slice(from, to).buffer)),
  );
  writeFileSync(`${path}.part`, Buffer.concat([size, head, ...pieces]));
  renameSync(`${path}.part`, path);
}

/**
 * Puts a checkpoint back into the memory.
 * @returns epochs that are done; 0 when there is no checkpoint
 * @throws Error when the file belongs to another training or is cut short
 */
export function readCheckpoint(path: string, training: string, set: ParameterSet, f32: Float32Array): number {
  if (!existsSync(path)) return 0;
  const bytes = readFileSync(path);
  const headerEnd = 4 + bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.subarray(4, headerEnd).toString()) as CheckpointHeader;
  if (header.training !== training) {
    throw new Error(`${path} belongs to a training with other settings; delete it or give another folder with --work.`);
  }
  const all = set.all.flatMap(parts);
  const floats = all.reduce((sum, { from, to }) => sum + to - from, 0);
  if (bytes.length !== headerEnd + 4 * floats) throw new Error(`${path} is cut short; delete it to begin again.`);
  let at = headerEnd;
  for (const { from, to } of all) {
    f32.set(new Float32Array(Uint8Array.from(bytes.subarray(at, at + 4 * (to - from))).buffer), from);
    at += 4 * (to - from);
  }
  return header.epochs;
}
