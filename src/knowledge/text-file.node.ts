import { readFile, stat } from 'node:fs/promises';

/** Larger files are no tables that people keep. */
const LARGEST = 64e6;

/**
 * The bytes of a text file, or what is wrong with it: too large, UTF-16, no text at all. Whether they are UTF-8 is not looked at.
 * @throws Error of the system when the file cannot be read
 */
export async function readTextBytes(file: string): Promise<Buffer | string> {
  const { size } = await stat(file);
  if (size > LARGEST) return `the file is larger than ${LARGEST / 1e6} MB`;
  const bytes = await readFile(file);
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'the file is UTF-16: save it as UTF-8';
  return bytes.includes(0) ? 'the file is binary, no text' : bytes;
}
