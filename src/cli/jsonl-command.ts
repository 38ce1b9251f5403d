import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { writeFileAtomic } from '../export/write-file.node.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { CliError, EXIT, type ExitCode } from './errors.ts';
import { type CliIo, formatDiagnostic, say, writeLine } from './io.ts';
import { type InputLine, LONGEST_LINE, readLines } from './lines.ts';
import { READ_REASONS } from './load-graph.ts';

/** A JSON object of the input, as it came. */
export type JsonItem = Readonly<Record<string, unknown>>;

/** An item cannot be answered: the message says which field is wrong. */
export class ItemError extends Error {}

export interface JsonlOptions {
  /** Files to read one after another; `-` and none at all mean standard input. */
  readonly inputs: readonly string[];
  /** File to write, as a whole or not at all; standard output when absent. */
  readonly output?: string | undefined;
}

/** Answers one item; what is wrong with it goes to `warn` or is thrown as ItemError. */
export type Answer = (item: JsonItem, warn: (code: string, message: string) => void) => object;

/**
 * JSON Lines in, JSON Lines out: one line an item, in order, never stopping early. A line that cannot be answered is named on stderr and, where it
 * has an id, answered with `{id, error}`.
 * @returns 1 when any line could not be answered
 */
export async function runJsonl(io: CliIo, options: JsonlOptions, answer: Answer): Promise<ExitCode> {
  let failed = false;
  const report = (diagnostic: Diagnostic): void => {
    failed ||= diagnostic.severity === 'error';
    say(io, formatDiagnostic(diagnostic));
  };
  const answers = answerAll(io, options.inputs, answer, report);
  if (options.output !== undefined) {
    await writeFileAtomic(options.output, withBreaks(answers), { signal: io.signal });
  } else {
    for await (const line of answers) {
      io.signal.throwIfAborted();
      await writeLine(io.stdout, line);
    }
  }
  return failed ? EXIT.failed : EXIT.fine;
}

async function* withBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function* answerAll(
  io: CliIo,
  inputs: readonly string[],
  answer: Answer,
  report: (diagnostic: Diagnostic) => void,
): AsyncGenerator<string> {
  for (const input of inputs.length > 0 ? inputs : ['-']) {
    const name = input === '-' ? 'stdin' : input;
    let count = 0;
    try {
      for await (const line of readLines(input === '-' ? io.stdin : openInput(input))) {
        if (line.text.trim() === '' && !line.tooLong) continue;
        count++;
        const output = answerLine(line, `${name}:${line.number}`, answer, report);
        if (output !== undefined) yield output;
      }
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      const reason = ('code' in error && READ_REASONS[String(error.code)]) || error.message;
      report({ code: 'cli/unreadable', severity: 'error', place: name, message: `cannot be read: ${reason}` });
      continue;
    }
    if (count === 0)
      report({ code: 'cli/empty', severity: 'warning', place: name, message: 'there is no line to read' });
  }
}

const openInput = (file: string): Readable => createReadStream(file);

/** The line to write for one line of input, if any. */
function answerLine(
  line: InputLine,
  place: string,
  answer: Answer,
  report: (diagnostic: Diagnostic) => void,
): string | undefined {
  const warn = (code: string, message: string): void =>
    report({ code: `cli/${code}`, severity: 'warning', place, message });
  const refuse = (code: string, message: string): void =>
    report({ code: `cli/${code}`, severity: 'error', place, message });
  if (line.tooLong) {
    refuse('too-long', `the line is longer than ${LONGEST_LINE / 1e6} MB and was skipped`);
    return undefined;
  }
  if (line.damaged)
    warn('bad-utf8', 'bytes that are no UTF-8 were replaced by U+FFFD; offsets count it as one character');
  const parsed = parseItem(line.text);
  if (typeof parsed === 'string') {
    refuse('bad-json', parsed);
    return undefined;
  }
  const id = parsed['id'];
  try {
    return JSON.stringify({ ...(id === undefined ? {} : { id }), ...answer(parsed, warn) });
  } catch (error) {
    if (error instanceof CliError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    // One item may hit a defect of the program; the others are still to be answered.
    refuse(error instanceof ItemError ? 'bad-item' : 'defect', message);
    return id === undefined ? undefined : JSON.stringify({ id, error: message });
  }
}

/** The object on a line, or what is wrong with the line. */
function parseItem(text: string): JsonItem | string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonItem;
    return 'the line is JSON, but no object like {"id": …, "text": …}';
  } catch (error) {
    return `the line is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A string field of an item. @throws ItemError */
export function stringField(item: JsonItem, field: string): string {
  const value = item[field];
  if (typeof value === 'string') return value;
  throw new ItemError(value === undefined ? `the field "${field}" is missing` : `the field "${field}" is not a string`);
}

export const optionalString = (item: JsonItem, field: string): string | undefined => {
  const value = item[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
