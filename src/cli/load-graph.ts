import { readFile } from 'node:fs/promises';
import type { DragomanGraph } from '../graph/attributes.ts';
import { parseGraph } from '../graph/file.ts';
import { CliError } from './errors.ts';
import { formatDiagnostic } from './io.ts';

export interface LoadedGraph {
  readonly graph: DragomanGraph;
  readonly text: string;
}

/**
 * Reads a graph file.
 * @throws CliError that names the file and what is wrong with it
 */
export async function loadGraph(file: string): Promise<LoadedGraph> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const hint = code === 'ENOENT' ? ' (make one with "dragoman build PATHS… -o FILE")' : '';
    throw new CliError(
      `${file}: error: cannot be read: ${READ_REASONS[code] ?? String(error)}${hint} [cli/unreadable]`,
    );
  });
  const parsed = parseGraph(text);
  if (parsed.graph) return { graph: parsed.graph, text };
  const lines = parsed.diagnostics.map((d) =>
    formatDiagnostic({ ...d, place: d.place ? `${file}: ${d.place}` : file }),
  );
  throw new CliError(lines.join('\n'));
}

/** Why a file cannot be read, in words, by the code of the system's error. */
export const READ_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ENOTDIR: 'a part of its path is a file, not a folder',
};
