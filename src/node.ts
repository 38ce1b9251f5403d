import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ReadSourcesOptions, SourceResult } from './ingest/read.node.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { createExtractor, type Extractor, type Resources } from './pipeline.ts';
import { parseResources, ResourcesError } from './resources.ts';

export { WriteError, writeFileAtomic } from './export/write-file.node.ts';
export type { ReadProgress, ReadSourcesOptions, SourceResult } from './ingest/read.node.ts';
export { ResourcesError } from './resources.ts';

const COMPILED = new URL('./resources/resources.json', import.meta.url);
const DATA = new URL('../data/', import.meta.url);

/** Resources together with what was wrong in the text files, if they had to be compiled. */
export interface CompiledResources {
  readonly resources: Resources;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the extractor reads by: the compiled file of an installed package, else compiled from `data/`. About 0.1 s or 0.5 s.
 * @throws ResourcesError when neither is there or the file is damaged
 */
export async function loadResources(): Promise<Resources> {
  if (existsSync(COMPILED)) return parseResources(await readFile(COMPILED, 'utf8'));
  return (await compileResources(DATA)).resources;
}

/**
 * Compiles a `data/` folder (gazetteer, lexicon, ontology, model).
 * @throws ResourcesError when a part of it is missing
 */
export async function compileResources(data: URL = DATA): Promise<CompiledResources> {
  const models = new URL('models/en/', data);
  try {
    // Not needed where the resources are compiled already.
    const { loadKnowledge } = await import('./knowledge/load.node.ts');
    const { knowledge, diagnostics } = await loadKnowledge(fileURLToPath(data));
    const [tagger, parser, names] = await Promise.all([
      readModel('tagger', models),
      readModel('parser', models),
      readModel('names', models),
    ]);
    return { resources: { knowledge, models: { tagger, parser, names } }, diagnostics };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ResourcesError(`the data that Dragoman reads by cannot be loaded: ${reason}`);
  }
}

/** The manifest `NAME.json` and the weights that it names. */
async function readModel(name: string, folder: URL) {
  const manifest = JSON.parse(await readFile(new URL(`${name}.json`, folder), 'utf8'));
  return { weights: new Uint8Array(await readFile(new URL(manifest.file, folder))), manifest };
}

/**
 * Files, folders (with all in them but hidden files), glob patterns and `-` for standard input -> their articles and diagnostics.
 * Order: the paths as given, each folder and pattern sorted by path. A file is read once, however often it is named.
 */
export async function* readSources(
  paths: readonly string[],
  options: ReadSourcesOptions = {},
): AsyncGenerator<SourceResult> {
  // The readers of web pages take longer to load than the extractor.
  const ingest = await import('./ingest/read.node.ts');
  yield* ingest.readSources(paths, options);
}

/** An extractor over the resources of this package: one call before `analyze`. Reuse it; it takes about half a second. */
export async function createNodeExtractor(): Promise<Extractor> {
  return createExtractor(await loadResources());
}
