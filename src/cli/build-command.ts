import { type Command, Option } from 'commander';
import { type KnowledgeOptions, knowledgeOption } from './knowledge-option.ts';
import { dayOption, wholeNumber } from './option-values.ts';
import type { Session } from './session.ts';

const HELP = `
PATHS are files, folders and quoted patterns; "-" is standard input. Plain text, HTML and JSON Lines
({"text", "title"?, "date"?, "publisher"?, "url"?} a line) are read.

Examples:
  $ dragoman build articles/ -o graph.json
  $ dragoman build report.txt --date 2016-02-06 --publisher Tasnim -o graph.json
  $ dragoman build "archive/**/*.html" feed.jsonl --no-text -o graph.json
  $ curl -s https://example.org/page.html | dragoman build - -o graph.json`;

export interface BuildOptions extends KnowledgeOptions {
  readonly output: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly text: boolean;
  readonly seed: number;
  readonly isolates: 'none' | 'known' | 'all';
  readonly progress?: true;
}

/** `dragoman build`: articles in, graph file out. */
export function addBuildCommand(program: Command, session: Session): void {
  program
    .command('build')
    .description('read articles and write the graph')
    .argument('<PATHS...>', 'files, folders, patterns, or "-"')
    .option('-o, --output <file>', 'graph file to write; "-": standard output', 'graph.json')
    .option('--date <day>', 'day of publication of articles that name none (YYYY-MM-DD)', dayOption)
    .option('--publisher <name>', 'publisher of articles that name none')
    .option('--no-text', 'leave the texts out of the graph file; quotes stay')
    .addOption(
      new Option('--isolates <which>', 'actors that are named but have no relation')
        .choices(['none', 'known', 'all'])
        .default('known'),
    )
    .addOption(knowledgeOption())
    .option('--seed <number>', 'seed of the layout', wholeNumber, 1)
    .option('--progress', 'report progress also when no terminal is there')
    .addHelpText('after', HELP)
    .action((paths: string[], options: BuildOptions) =>
      session.run(async (io) => {
        const { runBuild } = await import('./build.ts');
        return runBuild(io, paths, options);
      }),
    );
}
