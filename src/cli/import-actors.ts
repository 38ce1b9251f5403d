import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type DictionarySource, importDictionaries } from '../knowledge/petrarch-import.ts';
import { readTextBytes } from '../knowledge/text-file.node.ts';
import { lintOwnKnowledge, loadKnowledge, writeFileAtomic } from '../node.ts';
import { CliError, EXIT, type ExitCode } from './errors.ts';
import { type CliIo, formatDiagnostic, say, writeLine } from './io.ts';
import type { ImportActorsOptions } from './knowledge-commands.ts';
import { READ_REASONS } from './load-graph.ts';

/**
 * `dragoman import-actors`: what is left out is named on standard error by file and line. Ends with 1 when a dictionary could not be read in
 * whole or in part; what could be read is written all the same.
 */
export async function runImportActors(
  io: CliIo,
  files: readonly string[],
  options: ImportActorsOptions,
): Promise<ExitCode> {
  let failed = false;
  const sources: DictionarySource[] = [];
  for (const file of files) {
    const text = await readDictionary(file);
    if (typeof text === 'object') sources.push({ place: file, name: path.basename(file), text: text.text });
    else {
      failed = true;
      say(io, formatDiagnostic({ code: 'cli/unreadable', severity: 'error', place: file, message: text }));
    }
  }
  if (sources.length === 0) return EXIT.failed;
  const imported = importDictionaries(sources, await loadKnowledge(), options);
  for (const diagnostic of imported.diagnostics) {
    failed ||= diagnostic.severity === 'error';
    say(io, formatDiagnostic(diagnostic));
  }
  const rows = Object.entries(imported.counts).filter(([, n]) => n > 0);
  const left = imported.diagnostics.length;
  const summary = `${rows.map(([name, n]) => `${n} ${name}`).join(', ') || 'no rows'}; ${imported.known} entries known already; ${left} findings on what was left out`;
  if (rows.length === 0) {
    say(io, `dragoman: ${summary}; nothing was written`);
    return failed ? EXIT.failed : EXIT.fine;
  }
  await writeAll(io, options, imported.files);
  await writeLine(io.stdout, `${summary} -> ${options.output}`);
  return (await isSound(io, options.output)) && !failed ? EXIT.fine : EXIT.failed;
}

/** The text of a dictionary, or what is wrong with the file. Bytes that are no UTF-8 become U+FFFD, which the parser names by line. */
async function readDictionary(file: string): Promise<{ readonly text: string } | string> {
  try {
    const bytes = await readTextBytes(file);
    return typeof bytes === 'string' ? bytes : { text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return `cannot be read: ${READ_REASONS[String(error.code)] ?? error.message}`;
  }
}

async function writeAll(io: CliIo, options: ImportActorsOptions, files: ReadonlyMap<string, string>): Promise<void> {
  const targets = [...files].map(([file, text]) => ({ file: path.join(options.output, file), text }));
  const there = options.force ? [] : targets.filter(({ file }) => existsSync(file));
  if (there.length > 0)
    throw new CliError(
      `${there.map((t) => t.file).join(', ')}: there already; name another folder, or --force to write over`,
    );
  for (const { file, text } of targets) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFileAtomic(file, text, { signal: io.signal });
  }
}

/** What was written must be readable by --knowledge; other files of the folder may be at odds with it. */
async function isSound(io: CliIo, dir: string): Promise<boolean> {
  const { diagnostics } = await lintOwnKnowledge([dir]);
  const errors = diagnostics.filter((d) => d.severity === 'error');
  for (const diagnostic of errors) say(io, formatDiagnostic(diagnostic));
  return errors.length === 0;
}
