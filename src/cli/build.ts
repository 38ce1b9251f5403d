import { checkWritable } from '../export/write-file.node.ts';
import type { DragomanGraph } from '../graph/attributes.ts';
import { serializeGraph } from '../graph/file.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { createNodeExtractor, readSources, writeFileAtomic } from '../node.ts';
import { buildGraph, type Extractor } from '../pipeline.ts';
import type { BuildOptions } from './build-command.ts';
import { EXIT, type ExitCode } from './errors.ts';
import { type CliIo, createProgress, formatDiagnostic, say, writeLine } from './io.ts';

/**
 * `dragoman build`. Writes the graph of all articles that could be read, and ends with 1 when any input had an error.
 * Without a single article nothing is written; a graph without a single node is written, but is no result: 1 too.
 */
export async function runBuild(io: CliIo, paths: readonly string[], options: BuildOptions): Promise<ExitCode> {
  if (options.output !== '-') await checkWritable(options.output);
  const extractor = await createNodeExtractor(options);
  const { analyses, failed } = await analyzeAll(io, extractor, paths, options);
  if (analyses.length === 0) {
    say(io, 'dragoman: no article could be read, so no graph was written');
    return EXIT.failed;
  }
  const graph = buildGraph(analyses, extractor.knowledge, {
    seed: options.seed,
    isolates: options.isolates,
    texts: options.text,
  });
  const text = serializeGraph(graph);
  io.signal.throwIfAborted();
  if (options.output === '-') await writeLine(io.stdout, text.trimEnd());
  else await writeFileAtomic(options.output, text, { signal: io.signal });
  say(io, summary(analyses.length, graph, options.output === '-' ? 'standard output' : options.output));
  return failed || graph.order === 0 ? EXIT.failed : EXIT.fine;
}

interface Analyzed {
  readonly analyses: readonly Analysis[];
  readonly failed: boolean;
}

async function analyzeAll(
  io: CliIo,
  extractor: Extractor,
  paths: readonly string[],
  options: BuildOptions,
): Promise<Analyzed> {
  const progress = createProgress(io, options.progress === true);
  const analyses: Analysis[] = [];
  let failed = false;
  const report = (diagnostic: Diagnostic): void => {
    failed ||= diagnostic.severity === 'error';
    progress.clear();
    say(io, formatDiagnostic(diagnostic));
  };
  const sources = readSources(paths, {
    date: options.date,
    publisher: options.publisher,
    stdin: io.stdin,
    onProgress: ({ source, done, total }) => progress.show(`reading ${done + 1} of ${total}: ${source}`),
  });
  for await (const { article, diagnostic } of sources) {
    io.signal.throwIfAborted();
    if (diagnostic) report(diagnostic);
    if (!article) continue;
    const analysis = extractor.analyze(article);
    for (const found of analysis.diagnostics) report(found);
    analyses.push(analysis);
    if (analyses.length % YIELD_EVERY === 0) {
      progress.show(`${analyses.length} articles read`);
      // Lets Ctrl-C in.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  progress.clear();
  return { analyses, failed };
}

const YIELD_EVERY = 50;

function summary(articles: number, graph: DragomanGraph, target: string): string {
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
  const made = `${count(articles, 'article')}: ${count(graph.order, 'node')}, ${count(graph.size, 'relation')} -> ${target}`;
  if (graph.size > 0) return made;
  const where = articles === 1 ? 'this article' : 'these articles';
  return graph.order > 0
    ? `${made}\nwarning: no relation was found in ${where}`
    : `${made}\nerror: neither a relation nor a known name was found in ${where}; the graph is empty`;
}
