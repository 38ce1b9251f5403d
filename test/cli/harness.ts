import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';
import type { CliIo } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/program.ts';

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CliInput {
  readonly stdin?: string | Uint8Array | Readable;
  readonly columns?: number;
  readonly signal?: AbortSignal;
}

/** Runs the command line inside the test, with streams of its own. */
export async function cli(args: readonly string[], input: CliInput = {}): Promise<CliResult> {
  const { io, result } = fakeIo(input);
  const code = await runCli(args, io);
  return { code, ...result() };
}

export function fakeIo(input: CliInput = {}): { io: CliIo; result: () => { out: string; err: string } } {
  const [stdout, out] = collect();
  const [stderr, err] = collect();
  const { stdin = '' } = input;
  const io: CliIo = {
    stdin: stdin instanceof Readable ? stdin : Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    columns: input.columns,
    interactive: false,
    signal: input.signal ?? new AbortController().signal,
  };
  return { io, result: () => ({ out: out(), err: err() }) };
}

function collect(): [Writable, () => string] {
  const parts: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (part: Buffer) => parts.push(part));
  return [stream, () => Buffer.concat(parts).toString('utf8')];
}

/** A folder for one test; `remove` it at the end. */
export function scratch(): { dir: string; file: (name: string) => string; remove: () => void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'dragoman-test-'));
  return {
    dir,
    file: (name) => path.join(dir, name),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
