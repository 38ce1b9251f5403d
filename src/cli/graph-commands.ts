import { type Command, Option } from 'commander';
import { DEFAULT_CONFIDENCE } from '../graph/attributes.ts';
import { type KnowledgeOptions, knowledgeOption } from './knowledge-option.ts';
import {
  countOption,
  dayOption,
  listOption,
  portOption,
  shareOption,
  sinceOption,
  untilOption,
} from './option-values.ts';
import type { Session } from './session.ts';

const KINDS = ['country', 'person', 'organization', 'event', 'place', 'issue'] as const;
const STATUSES = ['asserted', 'reported', 'planned', 'hypothetical', 'negated', 'all'] as const;
/** Values of `--format`. */
export const EXPORT_FORMATS = ['gexf', 'gexf-strict', 'graphml', 'csv', 'jsonl'] as const;

export interface FilterOptions {
  readonly type?: readonly string[];
  readonly direction?: 'in' | 'out' | 'both';
  readonly kind?: readonly (typeof KINDS)[number][];
  readonly since?: string;
  readonly until?: string;
  readonly datedOnly?: true;
  readonly status?: readonly (typeof STATUSES)[number][];
  readonly minConfidence?: number;
  readonly limit?: number;
  readonly json?: true;
}

export interface ExplainOptions extends FilterOptions, KnowledgeOptions {
  readonly text?: string;
  readonly date?: string;
  readonly brief?: true;
}

export interface ExportOptions {
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly output?: string;
}

export interface ServeOptions extends KnowledgeOptions {
  readonly port: number;
  readonly open?: boolean;
}

/** The commands that read a graph file. What they do is loaded only when one of them runs. */
export function addGraphCommands(program: Command, session: Session): void {
  addNeighbours(program, session);
  addBetween(program, session);
  addExplain(program, session);
  addShow(program, session);
  addExport(program, session);
  addServe(program, session);
}

/** Options by which relations are chosen. */
function withFilters(command: Command): Command {
  return command
    .option(
      '--type <relations>',
      'only these relations, by id: met-with,accused (see "dragoman show GRAPH")',
      listOption(),
    )
    .option('--since <date>', 'acts on or after this day, month or year', sinceOption)
    .option('--until <date>', 'acts on or before it', untilOption)
    .option('--dated-only', 'leave out what has no date')
    .option('--status <statuses>', `${STATUSES.join(', ')} (default: asserted,reported)`, listOption(STATUSES))
    .option('--min-confidence <share>', `at least this sure, 0 to 1 (${DEFAULT_CONFIDENCE} when absent)`, shareOption)
    .option('--json', 'JSON for machines instead of a table');
}

function addNeighbours(program: Command, session: Session): void {
  withFilters(
    program
      .command('neighbours')
      .alias('neighbors')
      .description('who stands in which relation to a node')
      .argument('<GRAPH>', 'graph file')
      .argument('<NAME>', 'name, alias, acronym or id of a node'),
  )
    .addOption(new Option('--direction <way>', 'relations to it, from it, or both').choices(['in', 'out', 'both']))
    .option('--kind <kinds>', `only neighbours of these kinds: ${KINDS.join(', ')}`, listOption(KINDS))
    .option('--limit <number>', 'show at most so many rows', countOption)
    .addHelpText(
      'after',
      `
Examples:
  $ dragoman neighbours graph.json Iran
  $ dragoman neighbours graph.json "United Nations" --type mediates-between,met-with --since 2015
  $ dragoman neighbours graph.json Iran --direction in --kind country --status all --json`,
    )
    .action((file: string, name: string, options: FilterOptions) =>
      session.run(async (io) => (await import('./query-commands.ts')).runNeighbours(io, file, name, options)),
    );
}

function addBetween(program: Command, session: Session): void {
  withFilters(
    program
      .command('between')
      .description('all relations between two nodes, in both directions')
      .argument('<GRAPH>', 'graph file')
      .argument('<A>', 'name of a node')
      .argument('<B>', 'name of another'),
  )
    .addHelpText('after', '\nExample:\n  $ dragoman between graph.json Iran "United States" --since 2013 --until 2018')
    .action((file: string, a: string, b: string, options: FilterOptions) =>
      session.run(async (io) => (await import('./query-commands.ts')).runBetween(io, file, a, b, options)),
    );
}

function addExplain(program: Command, session: Session): void {
  withFilters(
    program
      .command('explain')
      .description('the evidence: every sentence behind the relations of two nodes, and how each was read')
      .argument('[GRAPH]', 'graph file')
      .argument('[A]', 'name of a node')
      .argument('[B]', 'name of another'),
  )
    .option('--brief', 'the sentences alone, without how they were read')
    .option('--text <text>', 'explain what is read in this text instead of a graph')
    .addOption(new Option('--date <day>', 'with --text: the day on which it was published').argParser(dayOption))
    .addOption(knowledgeOption())
    .addHelpText('after', EXPLAIN_HELP)
    .action((file: string | undefined, a: string | undefined, b: string | undefined, options: ExplainOptions) =>
      session.run(async (io) => (await import('./explain.ts')).runExplain(io, [file, a, b], options)),
    );
}

const EXPLAIN_HELP = `
Each sentence is read again: its frame and where it stands in the lexicon, how every slot was filled, by which words it counts
as planned, denied or reported, which rule coded it otherwise than it reads, what its confidence is made of, and which other frames
of the same word were ruled out, and why. A graph built with --no-text gives only the sentence to read again.

With --json: {"a", "b", "relations": [{…, "occurrences": [{…, "derivation"?: {"from", "event": EVENT | "fact": FACT, "passedOver"},
"pattern"?, "unread"?}]}]}; with --text: {"text", "events": [EVENT…], "facts": [FACT…], "passedOver": […]}.
FACT: {"relation", "label", "sentence", "trigger", "frame", "fixed", "slots", "ruledOut"}
EVENT: the same without relation and label, and {"mention", "sense", "status", "statusSteps", "attribution"?, "reading"?,
"uncoded"?, "confidence", "confidenceParts"}

Examples:
  $ dragoman explain graph.json France Iran --type accused
  $ dragoman explain graph.json France Iran --brief
  $ dragoman explain --text "Iran vowed to attack Israel."`;

function addShow(program: Command, session: Session): void {
  withFilters(
    program
      .command('show')
      .description('a summary of the graph, or one node with its relations and quotes')
      .argument('<GRAPH>', 'graph file')
      .argument('[NAME]', 'name, alias, acronym or id of a node'),
  )
    .option('--limit <number>', 'show at most so many rows', countOption)
    .addHelpText('after', '\nExamples:\n  $ dragoman show graph.json\n  $ dragoman show graph.json "Kofi Annan"')
    .action((file: string, name: string | undefined, options: FilterOptions) =>
      session.run(async (io) => (await import('./show.ts')).runShow(io, file, name, options)),
    );
}

function addExport(program: Command, session: Session): void {
  program
    .command('export')
    .description('write the graph for other programs')
    .argument('<GRAPH>', 'graph file')
    .addOption(
      new Option(
        '-f, --format <format>',
        'gexf opens in Gephi; gexf-strict keeps to the letter of GEXF 1.3; csv writes two files',
      )
        .choices(EXPORT_FORMATS)
        .default('gexf'),
    )
    .option(
      '-o, --output <file>',
      'file to write; for csv the stem of NAME.nodes.csv and NAME.edges.csv; standard output if absent',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ dragoman export graph.json -f gexf -o graph.gexf
  $ dragoman export graph.json -f csv -o tables/graph
  $ dragoman export graph.json -f jsonl | head`,
    )
    .action((file: string, options: ExportOptions) =>
      session.run(async (io) => (await import('./export.ts')).runExport(io, file, options)),
    );
}

function addServe(program: Command, session: Session): void {
  program
    .command('serve')
    .description('show the graph in the browser; only this machine can reach it')
    .argument('<GRAPH>', 'graph file')
    .option('--port <number>', 'first port to try; 0: any free one', portOption, 4173)
    .option('--open', 'open the browser (only where there is one)')
    .option('--no-open', 'open no browser')
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      '\nPrints the address on standard output and runs until Ctrl-C.\n\nExample:\n  $ dragoman serve graph.json --open',
    )
    .action((file: string, options: ServeOptions) =>
      session.run(async (io) => (await import('./serve.ts')).runServe(io, file, options)),
    );
}
