import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { type Compiled, compile } from './compile.ts';
import type { RawData } from './layer.ts';

/** Reads and compiles the text files of a `data/` folder. Throws when the folder isn't there. */
export async function loadKnowledge(dataDir: string): Promise<Compiled> {
  return compile(await readDataFolder(dataDir));
}

/** The text files of a `data/` folder. Throws when the folder isn't there. */
export async function readDataFolder(dataDir: string): Promise<RawData> {
  if (!existsSync(dataDir)) throw new Error(`no data folder at ${dataDir}`);
  const files = await glob(['ontology/**/*.{yaml,tsv}', 'lexicon/**/*.{yaml,tsv,txt}', 'gazetteer/*.{yaml,tsv}'], {
    cwd: dataDir,
  });
  const raw = new Map<string, string>();
  for (const file of files.sort()) raw.set(file, await readFile(join(dataDir, file), 'utf8'));
  return raw;
}
