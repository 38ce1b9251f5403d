import { hash64 } from '../base/hash.ts';
import type { ArticleExplanation, FrameReading, SlotFilling } from '../model/explanation.ts';
import { createNodeExtractor } from '../node.ts';
import type { Extractor } from '../pipeline.ts';
import { type Derivation, derivations, patternNote } from '../query/derivation.ts';
import { type Explanation, explain } from '../query/explain.ts';
import { between } from '../query/neighbours.ts';
import { formatEvent, formatFact, formatPassedOver } from './derivation-text.ts';
import { CliError, EXIT, type ExitCode } from './errors.ts';
import { type Derived, formatExplanation, WIDEST } from './evidence.ts';
import { toQuery } from './filters.ts';
import { findPair, nodeRecord } from './find-node.ts';
import type { ExplainOptions } from './graph-commands.ts';
import { type CliIo, say, writeLine } from './io.ts';
import { loadGraph } from './load-graph.ts';
import { printable } from './printable.ts';
import { nothing, writeJson } from './query-commands.ts';

/** `dragoman explain`: relations of two nodes of a graph, or a text of one's own. @throws CliError */
export async function runExplain(
  io: CliIo,
  names: readonly (string | undefined)[],
  options: ExplainOptions,
): Promise<ExitCode> {
  const { text, date, brief, json, knowledge: _, ...filters } = options;
  const [file, a, b] = names;
  if (text === undefined) {
    if (file === undefined || a === undefined || b === undefined)
      throw new CliError('error: name a graph and two of its nodes, or give --text', EXIT.usage);
    if (date !== undefined) throw new CliError('error: --date belongs to --text', EXIT.usage);
    return explainPair(io, file, a, b, options);
  }
  if (file !== undefined || brief || Object.keys(filters).length > 0)
    throw new CliError('error: --text explains a text; it takes --date, --knowledge and --json alone', EXIT.usage);
  return explainText(io, text, options);
}

async function explainPair(io: CliIo, file: string, nameA: string, nameB: string, options: ExplainOptions) {
  const { graph } = await loadGraph(file);
  const [a, b] = findPair(graph, nameA, nameB);
  const rows = between(graph, a, b, toQuery(graph, options));
  const extractor = options.brief || rows.length === 0 ? undefined : await createNodeExtractor(options);
  const found = rows.map(({ edge }) => {
    const explained = explain(graph, edge);
    return extractor ? withDerivations(explained, derivations(graph, edge, extractor.explain)) : explained;
  });
  if (options.json)
    return writeJson(io, { a: nodeRecord(graph, a), b: nodeRecord(graph, b), relations: found }, found.length);
  if (found.length === 0) {
    const label = (node: string): string => graph.getNodeAttribute(node, 'label');
    return nothing(io, `no relation between ${label(a)} and ${label(b)} fits`);
  }
  await writeLine(io.stdout, found.map((e) => formatExplanation(e, io.columns)).join('\n\n'));
  return EXIT.fine;
}

const UNREAD =
  'read again now, these words give another event; was the graph built by another version, or with --knowledge?';

function withDerivations(explained: Explanation, found: readonly (Derivation | undefined)[]): Explanation {
  const occurrences = explained.occurrences.map((o, i): Derived => {
    const [derivation, pattern] = [found[i], patternNote(o.rule)];
    if (derivation) return { ...o, derivation };
    return pattern ? { ...o, pattern } : { ...o, unread: UNREAD };
  });
  return { ...explained, occurrences };
}

async function explainText(io: CliIo, text: string, options: ExplainOptions): Promise<ExitCode> {
  const explained = readText(await createNodeExtractor(options), text, options.date);
  if (options.json) return writeJson(io, { text, ...explained }, explained.events.length + explained.facts.length);
  const width = Math.min(io.columns ?? WIDEST, WIDEST);
  const events = explained.events.map(
    (e) => `${headOf(e, e.sense.label)}  [${e.status}]\n${formatEvent(e, width, '  ')}`,
  );
  const facts = explained.facts.map((f) => `${headOf(f, f.label)}  [holds]\n${formatFact(f, width, '  ')}`);
  const passed = explained.passedOver.map((p) => formatPassedOver(p, width, '  '));
  const blocks = [...events, ...facts, ...(passed.length > 0 ? [`Passed over:\n${passed.join('\n')}`] : [])];
  if (blocks.length > 0) await writeLine(io.stdout, blocks.join('\n\n'));
  if (events.length + facts.length > 0) return EXIT.fine;
  say(io, 'nothing was read in this text');
  return EXIT.failed;
}

const readText = (extractor: Extractor, given: string, date: string | undefined): ArticleExplanation => {
  const text = given.normalize('NFC');
  return extractor.explain({
    id: hash64(text),
    title: '',
    text,
    language: 'en',
    ...(date === undefined ? {} : { publishedOn: date }),
  });
};

/** `Iran attacked Israel` */
function headOf({ slots }: FrameReading, label: string): string {
  const side = (role: SlotFilling['role']): string =>
    slots
      .filter((s) => s.role === role)
      .map((s) => s.entities.map((e) => e.name).join(' and ') || `“${s.words.text}”`)
      .join(' and ');
  return printable([side('actor') || 'somebody', label, side('recipient')].filter(Boolean).join(' '));
}
