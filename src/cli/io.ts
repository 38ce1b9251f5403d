import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Diagnostic } from '../model/diagnostic.ts';
import { printable, printableLines } from './printable.ts';

/** What a command may touch of the world; tests hand in streams of their own. */
export interface CliIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Columns of the terminal; undefined when the output goes to a file or a pipe: nothing is cut then. */
  readonly columns: number | undefined;
  /** Whether messages go to a terminal. */
  readonly interactive: boolean;
  /** Raised by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Writes a line and waits when the reader is slower. */
export async function writeLine(stream: Writable, line: string): Promise<void> {
  if (stream.destroyed) throw closedPipe();
  if (!stream.write(`${line}\n`)) {
    await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
    if (stream.destroyed) throw closedPipe();
  }
}

/** What Node reports when the reader of our output has gone (`| head`). */
const closedPipe = (): Error => Object.assign(new Error('the output was closed'), { code: 'EPIPE' });

/** A line for people, to standard error. */
export const say = (io: CliIo, message: string): void => {
  io.stderr.write(`${printableLines(message)}\n`);
};

/** `reports.jsonl:3: error: … [ingest/bad-json]` */
export const formatDiagnostic = (d: Diagnostic): string => {
  const place = d.place ?? d.article;
  return `${place ? `${printable(place)}: ` : ''}${d.severity}: ${printable(d.message)} [${d.code}]`;
};

export interface ProgressLine {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

const CLEAR_LINE = '\r\u001b[K';

/** One line on stderr that is written over; silent when nobody looks, unless progress was asked for: then a line at each call. */
export function createProgress(io: CliIo, forced: boolean): ProgressLine {
  if (io.interactive)
    return {
      show: (text) => io.stderr.write(`${CLEAR_LINE}${printable(text)}`),
      clear: () => io.stderr.write(CLEAR_LINE),
    };
  return { show: (text) => (forced ? say(io, text) : undefined), clear: () => undefined };
}
