import type { Readable } from 'node:stream';

/** One line of input; `number` counts from 1, empty lines too. */
export interface InputLine {
  readonly number: number;
  readonly text: string;
  /** Bytes that are no UTF-8 were replaced by U+FFFD. */
  readonly damaged: boolean;
  /** Longer than the limit: `text` is empty, the line was skipped. */
  readonly tooLong: boolean;
}

/** One line may hold one article; more is a wrong file. */
export const LONGEST_LINE = 64_000_000;

const LF = 0x0a;
const DECODER = new TextDecoder('utf-8');
const STRICT = new TextDecoder('utf-8', { fatal: true });

/** Splits bytes at line feeds, one line at a time, so that input of any length runs in constant memory. */
export async function* readLines(source: Readable, longest: number = LONGEST_LINE): AsyncGenerator<InputLine> {
  let pending: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size <= longest) pending.push(part);
    else pending = [];
  };
  const finish = (): InputLine => {
    const line = size > longest ? skipped(++number) : decodeLine(Buffer.concat(pending), ++number);
    pending = [];
    size = 0;
    return line;
  };
  for await (const chunk of source) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
      take(bytes.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < bytes.length) take(bytes.subarray(start));
  }
  if (size > 0) yield finish();
}

const skipped = (number: number): InputLine => ({ number, text: '', damaged: false, tooLong: true });

function decodeLine(bytes: Uint8Array, number: number): InputLine {
  try {
    return { number, text: STRICT.decode(bytes), damaged: false, tooLong: false };
  } catch {
    return { number, text: DECODER.decode(bytes), damaged: true, tooLong: false };
  }
}
