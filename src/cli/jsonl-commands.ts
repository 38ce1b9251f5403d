import type { Command } from 'commander';
import type { AnswerOptions } from './jsonl-answers.ts';
import { type KnowledgeOptions, knowledgeOption } from './knowledge-option.ts';
import type { Session } from './session.ts';

/** The commands that read and write JSON Lines: `analyze`, `code`, `actor`. */
export function addJsonlCommands(program: Command, session: Session): void {
  add(program, session, {
    name: 'analyze',
    description: 'read texts from JSON Lines and write their entities and events',
    flags: [['--explain', 'add "explanation": how each event was read, as "dragoman explain --text" gives it']],
    reads: '{"id", "text", "title"?, "date"?}',
    writes: '{"id", "entities": […], "events": […], "readings": […], "diagnostics": […]}',
    example: `echo '{"id": 1, "text": "France accused Iran of delay."}' | dragoman analyze`,
  });
  add(program, session, {
    name: 'code',
    description: 'say which type of event holds between two marked stretches of each text',
    reads: '{"id", "text", "source": {"start", "end"}, "target": {"start", "end"}, "date"?}',
    writes: '{"id", "root", "mode"?, "status", "confidence", "basis"}',
    example: 'dragoman code pairs.jsonl -o codes.jsonl',
  });
  add(program, session, {
    name: 'actor',
    description: 'find country and sector of actor phrases such as "Turkish foreign minister"',
    reads: '{"id", "actor", "context"?, "date"?}',
    writes: '{"id", "country", "code_1", "name"?, "wikidata"?}',
    example: `echo '{"id": 1, "actor": "Turkish foreign minister"}' | dragoman actor`,
  });
}

interface JsonlCommand {
  readonly name: 'analyze' | 'code' | 'actor';
  readonly description: string;
  readonly flags?: readonly (readonly [flag: string, description: string])[];
  readonly reads: string;
  readonly writes: string;
  readonly example: string;
}

function add(program: Command, session: Session, spec: JsonlCommand): void {
  const command = program
    .command(spec.name)
    .description(spec.description)
    .argument('[FILES...]', 'JSON Lines files; "-" or none: standard input')
    .option('-o, --output <file>', 'write to this file instead of standard output')
    .addOption(knowledgeOption())
    .addHelpText(
      'after',
      `\nReads   ${spec.reads}\nWrites  ${spec.writes}\n\nOne line an item, in order; other fields are ignored. A line that cannot be answered is named on stderr and, where it has an id,\nanswered with {"id", "error"}; the exit code is then 1.\n\nExample:\n  $ ${spec.example}`,
    );
  for (const [flag, description] of spec.flags ?? []) command.option(flag, description);
  command.action((inputs: string[], options: KnowledgeOptions & AnswerOptions & { output?: string }) =>
    session.run(async (io) => {
      // Loaded here so that --help need not wait for the extractor.
      const [{ createNodeExtractor }, { runJsonl }, { ANSWERS }] = await Promise.all([
        import('../node.ts'),
        import('./jsonl-command.ts'),
        import('./jsonl-answers.ts'),
      ]);
      const answer = ANSWERS[spec.name](await createNodeExtractor(options), options);
      return runJsonl(io, { inputs, output: options.output }, answer);
    }),
  );
}
