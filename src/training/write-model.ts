import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelManifest } from '../language/model-file.ts';
import { sha256 } from '../language/sha256.ts';

type Say = (line: string) => void;

/** What some trainings have besides. */
interface Training {
  readonly runs?: number;
  readonly teachers?: number;
}

/** Writes weights and, beside them, what they say of themselves: `KIND.bin` and `KIND.json`. */
export function writeModel(
  folder: string,
  bytes: Uint8Array,
  about: Omit<ModelManifest, 'language' | 'file' | 'bytes' | 'sha256'> & Training,
  say: Say,
): void {
  const { kind, method, format, scores, ...rest } = about;
  const file = `${kind}.bin`;
  const size = { bytes: bytes.length, sha256: sha256(bytes) };
  const manifest: ModelManifest & Training = { kind, method, language: 'en', file, format, ...size, ...rest, scores };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), bytes);
  writeFileSync(join(folder, `${kind}.json`), `${JSON.stringify(manifest, undefined, 2)}\n`);
  say(`Wrote ${bytes.length} bytes and the manifest to ${folder}.`);
  for (const [name, score] of Object.entries(scores)) say(`${name}: ${(100 * score).toFixed(2)}`);
}

/** Runs what a command does: the status is 0, or 1 with what went wrong as a line. */
export async function runCommand(action: () => void | Promise<void>, say: Say, exit: (status: number) => void) {
  try {
    await action();
    exit(0);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    exit(1);
  }
}
