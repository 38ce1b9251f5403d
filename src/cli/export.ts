import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { writeCsv } from '../export/csv.ts';
import { writeGexf } from '../export/gexf.ts';
import { writeGraphml } from '../export/graphml.ts';
import { writeJsonl } from '../export/jsonl.ts';
import { writeFileAtomic } from '../export/write-file.node.ts';
import type { DragomanGraph } from '../graph/attributes.ts';
import { CliError, EXIT, type ExitCode } from './errors.ts';
import type { ExportOptions } from './graph-commands.ts';
import { type CliIo, say, writeLine } from './io.ts';
import { loadGraph } from './load-graph.ts';

interface Exported {
  readonly text: string;
  readonly losses: readonly string[];
}

/** `dragoman export`: what the format cannot hold is named on stderr. @throws CliError, WriteError */
export async function runExport(io: CliIo, file: string, options: ExportOptions): Promise<ExitCode> {
  if (options.format === 'csv' && (options.output === undefined || options.output === '-'))
    throw new CliError('csv makes two files; name their stem with -o NAME', EXIT.usage);
  const { graph } = await loadGraph(file);
  if (options.format === 'csv') return exportCsv(io, graph, options.output ?? '');
  const { text, losses } = write(graph, options.format);
  if (options.output === undefined || options.output === '-') await writeLine(io.stdout, text.replace(/\n$/, ''));
  else {
    await writeFileAtomic(options.output, text, { signal: io.signal });
    say(io, `${graph.order} nodes, ${graph.size} relations -> ${options.output}`);
  }
  tellLosses(io, losses);
  return EXIT.fine;
}

function write(graph: DragomanGraph, format: Exclude<ExportOptions['format'], 'csv'>): Exported {
  switch (format) {
    case 'gexf':
      return writeGexf(graph, { profile: 'interop' });
    case 'gexf-strict':
      return writeGexf(graph, { profile: 'strict' });
    case 'graphml':
      return writeGraphml(graph);
    case 'jsonl':
      return { text: writeJsonl(graph), losses: [] };
  }
}

/** Both tables or none. */
async function exportCsv(io: CliIo, graph: DragomanGraph, output: string): Promise<ExitCode> {
  const stem = output.replace(/\.csv$/i, '');
  const { nodes, edges, losses } = writeCsv(graph);
  const [nodeFile, edgeFile] = [`${stem}.nodes.csv`, `${stem}.edges.csv`];
  const before = existsSync(nodeFile);
  await writeFileAtomic(nodeFile, nodes, { signal: io.signal });
  try {
    await writeFileAtomic(edgeFile, edges, { signal: io.signal });
  } catch (error) {
    if (!before) await rm(nodeFile, { force: true });
    throw error;
  }
  say(io, `${graph.order} nodes -> ${nodeFile}, ${graph.size} relations -> ${edgeFile}`);
  tellLosses(io, losses);
  return EXIT.fine;
}

const tellLosses = (io: CliIo, losses: readonly string[]): void => {
  for (const loss of losses) say(io, `note: ${loss}`);
};
