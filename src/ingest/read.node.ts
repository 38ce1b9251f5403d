import type { Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { IsoDate } from '../model/time.ts';
import { createArticleRegistry } from './article-id.ts';
import { emptyFinding } from './assemble.ts';
import { extensionOf, READ_EXTENSIONS } from './format.ts';
import { DEFAULT_LIMITS, finding, type IngestLimits, type ReadArticle, tooLarge } from './ingested.ts';
import { readSource } from './read.ts';

export interface ReadSourcesOptions {
  /** Used for articles that do not say when they were published. */
  readonly date?: IsoDate | undefined;
  /** Used for articles that do not say who published them. */
  readonly publisher?: string | undefined;
  /** Read for the path `-`. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
  readonly limits?: IngestLimits | undefined;
}

/** Told before each file is read. */
export interface ReadProgress {
  readonly source: string;
  /** Files before this one. */
  readonly done: number;
  readonly total: number;
}

/** One or the other, never both. */
export interface SourceResult {
  readonly article?: ReadArticle;
  readonly diagnostic?: Diagnostic;
}

const STDIN = '-';

/**
 * Files, folders (with all in them but hidden files), glob patterns and `-` for standard input -> their articles and diagnostics.
 * Order: the paths as given, each folder and pattern sorted by path. A file is read once, however often it is named.
 */
export async function* readSources(
  paths: readonly string[],
  options: ReadSourcesOptions = {},
): AsyncGenerator<SourceResult> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const registry = createArticleRegistry();
  const meta = { fallback: { publishedOn: options.date, publisher: options.publisher } };
  const { files, diagnostics } = await findFiles(paths);
  for (const diagnostic of diagnostics) yield { diagnostic };
  for (const [done, file] of files.entries()) {
    const source = file === STDIN ? 'stdin' : toPosix(file);
    options.onProgress?.({ source, done, total: files.length });
    const bytes = file === STDIN ? await readStdin(options.stdin, limits) : await readBytes(file, limits);
    if (!(bytes instanceof Uint8Array)) {
      yield { diagnostic: bytes };
      continue;
    }
    const read = readSource(bytes, source, { meta, registry, limits });
    for (const diagnostic of read.diagnostics) yield { diagnostic };
    for (const article of read.articles) yield { article };
  }
}

interface FoundFiles {
  readonly files: string[];
  readonly diagnostics: Diagnostic[];
}

async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], diagnostics: [] };
  const seen = new Set<string>();
  const add = async (file: string): Promise<void> => {
    const real = file === STDIN ? STDIN : await realpath(file).catch(() => path.resolve(file));
    if (seen.has(real)) return;
    seen.add(real);
    found.files.push(file);
  };
  for (const given of paths) {
    const info = given === STDIN ? undefined : await stat(given).catch(() => undefined);
    if (given === STDIN) await add(STDIN);
    else if (info?.isDirectory()) await addWholeFolder(given, add, found);
    else if (info) await add(given);
    else await addPattern(given, add, found.diagnostics);
  }
  return found;
}

type AddFile = (file: string) => Promise<void>;

async function addWholeFolder(folder: string, add: AddFile, found: FoundFiles): Promise<void> {
  let files = 0;
  const count: AddFile = (file) => {
    files++;
    return add(file);
  };
  await addFolder(folder, new Set(), count, found.diagnostics);
  if (files > 0) return;
  const message = `There is no file in this folder that is read (${READ_EXTENSIONS.join(', ')}).`;
  found.diagnostics.push(finding('warning', 'empty-folder', message, toPosix(folder)));
}

/** @param ancestors real paths of the folders on the way here: a link back to one of them is a loop. */
async function addFolder(
  folder: string,
  ancestors: ReadonlySet<string>,
  add: AddFile,
  diagnostics: Diagnostic[],
): Promise<void> {
  const real = await realpath(folder).catch(() => path.resolve(folder));
  if (ancestors.has(real)) return;
  const names = await readdir(folder).catch((error: unknown) => {
    diagnostics.push(unreadable(folder, error));
    return [];
  });
  const visible = names.filter((name) => !name.startsWith('.')).sort(byCodeUnit);
  for (const name of visible) {
    const file = path.join(folder, name);
    const info = await stat(file).catch((error: unknown) => {
      diagnostics.push(unreadable(file, error));
      return undefined;
    });
    if (info?.isDirectory()) await addFolder(file, new Set([...ancestors, real]), add, diagnostics);
    else if (info && (extensionOf(name) === '' || READ_EXTENSIONS.includes(extensionOf(name)))) await add(file);
    else if (info) diagnostics.push(skipped(file));
  }
}

async function addPattern(given: string, add: AddFile, diagnostics: Diagnostic[]): Promise<void> {
  const pattern = toPosix(given);
  const matches = isDynamicPattern(pattern)
    ? await glob(pattern, { onlyFiles: true, followSymbolicLinks: false, expandDirectories: false }).catch(() => [])
    : [];
  if (matches.length === 0) {
    const message = `There is no file, folder or match for "${given}". Check the spelling; quote patterns so that the shell does not change them.`;
    diagnostics.push(finding('error', 'not-found', message, given));
  }
  for (const match of matches.sort(byCodeUnit)) await add(match);
}

/** The bytes of a file, or why they are not to be had. */
async function readBytes(file: string, limits: IngestLimits): Promise<Uint8Array | Diagnostic> {
  const place = toPosix(file);
  try {
    const info: Stats = await stat(file);
    // Opening a pipe or a device could wait for ever.
    if (!info.isFile())
      return finding(
        'error',
        'no-file',
        'This is neither a file nor a folder (a pipe or a device). Give it through standard input as "-".',
        place,
      );
    if (info.size > limits.fileBytes) return tooLarge('file', info.size, limits.fileBytes, place);
    const handle = await open(file, 'r');
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(place, error);
  }
}

async function readStdin(
  stdin: AsyncIterable<Uint8Array> | undefined,
  limits: IngestLimits,
): Promise<Uint8Array | Diagnostic> {
  if (!stdin)
    return finding(
      'error',
      'no-stdin',
      'Standard input ("-") was asked for, but there is none. Give a file instead.',
      'stdin',
    );
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stdin) {
      size += chunk.length;
      if (size > limits.fileBytes) return tooLarge('input', size, limits.fileBytes, 'stdin');
      chunks.push(chunk);
    }
  } catch (error) {
    return unreadable('stdin', error);
  }
  return size === 0 ? emptyFinding('stdin') : Buffer.concat(chunks);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it; change its permissions',
  EPERM: 'you may not read it; change its permissions',
  ENOENT: 'it is not there, or the link leads nowhere',
  ELOOP: 'its links lead round in a circle',
  EISDIR: 'it is a folder',
};

function unreadable(file: string, error: unknown): Diagnostic {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : 'unknown reason');
  return finding('error', 'unreadable', `This could not be read: ${reason}.`, toPosix(file));
}

const skipped = (file: string): Diagnostic =>
  finding(
    'note',
    'skipped',
    `Files of this kind are not read from a folder (only ${READ_EXTENSIONS.join(', ')}). Name the file itself to read it all the same.`,
    toPosix(file),
  );

const toPosix = (file: string): string => (path.sep === '\\' ? file.replaceAll('\\', '/') : file);

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
