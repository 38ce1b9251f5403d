import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ReadSourcesOptions, SourceResult } from './ingest/read.node.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { KnowledgeError } from './knowledge/knowledge-error.ts';
import type { OwnKnowledge } from './knowledge/own-folder.node.ts';
import type { Diagnostic } from './model/diagnostic.ts';
import { createExtractor, type Extractor, type Models, type Resources } from './pipeline.ts';
import { parseResources, ResourcesError } from './resources.ts';

export { WriteError, writeFileAtomic } from './export/write-file.node.ts';
export type { ReadProgress, ReadSourcesOptions, SourceResult } from './ingest/read.node.ts';
export { KnowledgeError } from './knowledge/knowledge-error.ts';
export { ResourcesError } from './resources.ts';

const COMPILED = new URL('./resources/resources.json', import.meta.url);
const DATA = new URL('../data/', import.meta.url);

export interface ResourceOptions {
  /**
   * A folder of the user's own with any of the files of `data/`, or several, the uppermost last. Their rows are added to the built-in ones or
   * replace those of the same key: see `data/README.md`.
   */
  readonly knowledge?: string | readonly string[] | undefined;
}

/** Resources together with what was wrong in the text files, if they had to be compiled. */
export interface CompiledResources {
  readonly resources: Resources;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * What the extractor reads by: the compiled file of an installed package, else compiled from `data/`. About 0.1 s or 0.5 s; with knowledge of
 * the user's own about 1 s.
 * @throws ResourcesError when neither is there or the file is damaged
 * @throws KnowledgeError when the user's own folders have errors
 */
export async function loadResources(options: ResourceOptions = {}): Promise<Resources> {
  const own = [options.knowledge ?? []].flat();
  if (own.length > 0) return loadWithOwn(own);
  if (existsSync(COMPILED)) return parseResources(await readFile(COMPILED, 'utf8'));
  return (await compileResources(DATA)).resources;
}

async function loadWithOwn(dirs: readonly string[]): Promise<Resources> {
  const [models, { knowledge, diagnostics }] = await Promise.all([loadModels(), lintOwnKnowledge(dirs)]);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) throw new KnowledgeError(errors);
  return { knowledge, models };
}

/**
 * Reads folders of the user's own over the built-in knowledge and says what is wrong in them.
 * @throws ResourcesError when the built-in knowledge is missing
 */
export async function lintOwnKnowledge(dirs: readonly string[]): Promise<OwnKnowledge> {
  const { loadOwnKnowledge } = await import('./knowledge/own-folder.node.ts');
  return orResourcesError(() => loadOwnKnowledge(fileURLToPath(DATA), dirs));
}

/**
 * Compiles a `data/` folder (gazetteer, lexicon, ontology, model).
 * @throws ResourcesError when a part of it is missing
 */
export async function compileResources(data: URL = DATA): Promise<CompiledResources> {
  return orResourcesError(async () => {
    // Not needed where the resources are compiled already.
    const { loadKnowledge } = await import('./knowledge/load.node.ts');
    const { knowledge, diagnostics } = await loadKnowledge(fileURLToPath(data));
    return { resources: { knowledge, models: await readModels(data) }, diagnostics };
  });
}

async function orResourcesError<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ResourcesError(`the data that Dragoman reads by cannot be loaded: ${reason}`);
  }
}

/**
 * The built-in knowledge alone.
 * @throws ResourcesError when it is missing
 */
export const loadKnowledge = async (): Promise<Knowledge> => (await loadResources()).knowledge;

/** The trained weights alone. An installed package has them in the compiled file only. */
export const loadModels = async (): Promise<Models> =>
  existsSync(COMPILED) ? (await loadResources()).models : orResourcesError(() => readModels(DATA));

async function readModels(data: URL): Promise<Models> {
  const folder = new URL('models/en/', data);
  const [tagger, parser, names] = await Promise.all([
    readModel('tagger', folder),
    readModel('parser', folder),
    readModel('names', folder),
  ]);
  return { tagger, parser, names };
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

/**
 * An extractor over the resources of this package: one call before `analyze`. Reuse it; it takes about half a second.
 * @throws KnowledgeError when the user's own folders have errors
 */
export async function createNodeExtractor(options: ResourceOptions = {}): Promise<Extractor> {
  return createExtractor(await loadResources(options));
}
