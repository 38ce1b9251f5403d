import { constants } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** A file could not be written; the message names the file and what the system said. Nothing half-written is left behind. */
export class WriteError extends Error {
  readonly code: string;
  readonly path: string;
  constructor(target: string, error: unknown) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'EUNKNOWN';
    super(
      `cannot write ${target}: ${REASONS[code] ?? (error instanceof Error ? error.message : String(error))} (${code})`,
    );
    this.name = 'WriteError';
    this.code = code;
    this.path = target;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'this is a folder; give the name of a file',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EFBIG: 'the file would be too large',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk reported an error',
};

let counter = 0;

/**
 * Looks whether a file could be made, so that hours of reading do not end at a wrong path. A full disk shows only when writing.
 * @throws WriteError
 */
export async function checkWritable(target: string): Promise<void> {
  const info = await stat(target).catch(() => undefined);
  if (info?.isDirectory()) throw new WriteError(target, Object.assign(new Error('folder'), { code: 'EISDIR' }));
  try {
    if (info && !info.isFile()) return;
    const folder = path.dirname(target);
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' });
    await access(folder, constants.W_OK);
  } catch (error) {
    throw new WriteError(target, error);
  }
}

/**
 * Writes to a temporary file in the target's folder, then renames: whoever reads `target` sees the old content or the new one, never a part.
 * A device or pipe (`/dev/stdout`) is written directly. On abort the temporary file is removed.
 * @throws WriteError
 */
export async function writeFileAtomic(
  target: string,
  content: string | Uint8Array | Iterable<string> | AsyncIterable<string>,
  options: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  await checkWritable(target);
  const info = await stat(target).catch(() => undefined);
  const special = info !== undefined && !info.isFile();
  const temporary = special
    ? target
    : path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}-${counter++}.tmp`);
  try {
    await writeAll(temporary, special ? 'w' : 'wx', content, options.signal);
    if (!special) await rename(temporary, target);
  } catch (error) {
    if (!special) await rm(temporary, { force: true }).catch(() => undefined);
    if (error instanceof WriteError || (error instanceof Error && error.name === 'AbortError')) throw error;
    throw isSystemError(error) ? new WriteError(target, error) : error;
  }
}

async function writeAll(
  file: string,
  flags: string,
  content: string | Uint8Array | Iterable<string> | AsyncIterable<string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const handle = await open(file, flags);
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content);
    else
      for await (const part of content) {
        signal?.throwIfAborted();
        await handle.writeFile(part);
      }
    signal?.throwIfAborted();
    // Some file systems report a full disk only here. Pipes and devices cannot be synced.
    if (flags === 'wx') await handle.sync();
  } finally {
    await handle.close();
  }
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'errno' in error;
