import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildAll, ROOT } from '../../src/build/steps.ts';

export const PROGRAM = path.join(ROOT, 'dist', 'cli', 'main.js');

/** Builds what is out of date, so that tests of the built program never see an old one. */
export const ensureBuilt = (): Promise<void> => buildAll({ say: () => undefined });

export interface ProgramResult {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface ProgramOptions {
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  /** Called at each piece of output; may kill the program. */
  readonly onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs the built program as users do: a process of its own. */
export function program(args: readonly string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  return run(process.execPath, [PROGRAM, ...args], options);
}

export function run(command: string, args: readonly string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: options.cwd ?? ROOT });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (part: Buffer) => {
      out.push(part);
      options.onOutput?.(part.toString('utf8'), (signal) => void child.kill(signal));
    });
    child.stderr.on('data', (part: Buffer) => err.push(part));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') });
    });
    // A program that ends early closes its input; that is its right.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.stdin ?? '');
  });
}
