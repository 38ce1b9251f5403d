import type { Command } from 'commander';
import type { Session } from './session.ts';

const LINT_HELP = `
A folder of your own holds any of the files of data/, in the same places and with the same columns:
  lexicon/en/frames/TYPE.tsv   how a text says that an event of this type happened
  gazetteer/people.tsv         people (organizations, groups, media, places, countries .tsv likewise)
  gazetteer/aliases.tsv        further names of rows that are there already: id, aliases
  lexicon/en/agents.tsv        nouns for people and bodies that act
  off.tsv                      rows of data/ that are not to be read: file, key
and so on. A row whose key (id, frame, phrase) stands in data/ replaces that row, all others are added.
data/README.md describes each file.

Each frame's example is read, too; a frame that does not read its own example is named in a warning.

Example:
  $ dragoman lint mine
  $ dragoman build articles/ --knowledge mine -o graph.json`;

/** The commands for knowledge of the user's own: `lint`. */
export function addKnowledgeCommands(program: Command, session: Session): void {
  program
    .command('lint')
    .description('check folders of your own knowledge, as --knowledge reads them')
    .argument('<DIRS...>', 'folders, the uppermost last')
    .addHelpText('after', LINT_HELP)
    .action((dirs: string[]) =>
      session.run(async (io) => {
        const { runLint } = await import('./lint.ts');
        return runLint(io, dirs);
      }),
    );
}
