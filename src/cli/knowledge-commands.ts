import { type Command, Option } from 'commander';
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

const IMPORT_HELP = `
Reads actor and agent dictionaries as TABARI and PETRARCH have them:
  NAME_WITH_UNDERSCORES [CODE]       # a comment
  +SYNONYM
      [CODE 960101-991231]           also <960101 and >960101
  NOUN {PLURAL} [~CODE]
and writes gazetteer/*.tsv and lexicon/en/agents.tsv for --knowledge. Codes are taken apart into country and PLOVER sector (CAMEO's
MED becomes JRN, HLH becomes MED …), dated codes of people become offices. Names that Dragoman has already stay as they are and get
what spellings are new. Whether a name is a person's or a body's is told from its words: look at the tables before you use them.
What cannot be kept is named on standard error by file and line.

Example:
  $ dragoman import-actors my.actors.txt my.agents.txt -o mine
  $ dragoman lint mine
  $ echo '{"id": 1, "actor": "…"}' | dragoman actor --knowledge mine`;

export interface ImportActorsOptions {
  readonly output: string;
  readonly codes?: 'cameo' | 'plover';
  readonly kind?: 'person' | 'body';
  readonly force?: true;
}

/** The commands for knowledge of the user's own: `lint`, `import-actors`. */
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
  program
    .command('import-actors')
    .description('turn actor dictionaries of PETRARCH into a folder for --knowledge')
    .argument('<FILES...>', 'dictionaries of actors or agents')
    .requiredOption('-o, --output <dir>', 'folder to write to')
    .addOption(
      new Option('--codes <scheme>', 'codes of the dictionaries; told from the codes themselves if not given').choices([
        'cameo',
        'plover',
      ]),
    )
    .addOption(new Option('--kind <kind>', 'what all names with a sector are').choices(['person', 'body']))
    .option('--force', 'write over files that are there')
    .addHelpText('after', IMPORT_HELP)
    .action((files: string[], options: ImportActorsOptions) =>
      session.run(async (io) => {
        const { runImportActors } = await import('./import-actors.ts');
        return runImportActors(io, files, options);
      }),
    );
}
