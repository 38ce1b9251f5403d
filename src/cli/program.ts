import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { addBuildCommand } from './build-command.ts';
import { CliError, EXIT, type ExitCode } from './errors.ts';
import { addGraphCommands } from './graph-commands.ts';
import { type CliIo, say } from './io.ts';
import { addJsonlCommands } from './jsonl-commands.ts';
import { addKnowledgeCommands } from './knowledge-commands.ts';
import { createSession, type Session } from './session.ts';

const EXIT_CODES = `
Exit codes:
  0  all is well
  1  the input had errors, or there is no result (unknown name, unreadable file, full disk)
  2  wrong usage (unknown option, missing argument)`;

/**
 * Runs the program once and returns its exit code. Messages go to stderr, results to stdout.
 * @param args without the names of node and of the script
 */
export async function runCli(args: readonly string[], io: CliIo): Promise<ExitCode> {
  const session = createSession(io);
  try {
    await createProgram(session).parseAsync(args, { from: 'user' });
    return session.exitCode();
  } catch (error) {
    return report(error, io);
  }
}

function createProgram(session: Session): Command {
  const { io } = session;
  const program = new Command('dragoman')
    .description('Turns news articles into an evidence-backed graph of diplomatic relations.')
    .version(VERSION, '-V, --version')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => io.columns ?? 100,
      getErrHelpWidth: () => io.columns ?? 100,
    })
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText('afterAll', EXIT_CODES);
  addBuildCommand(program, session);
  addGraphCommands(program, session);
  addJsonlCommands(program, session);
  addKnowledgeCommands(program, session);
  return program;
}

function report(error: unknown, io: CliIo): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // Whoever read our output has seen enough (`| head`).
  if (code === 'EPIPE') return EXIT.fine;
  if (error instanceof Error && error.name === 'AbortError') {
    say(io, 'stopped; nothing was written');
    return EXIT.failed;
  }
  if (error instanceof CliError) {
    say(io, error.message);
    return error.exitCode;
  }
  const known = error instanceof Error && KNOWN.has(error.name);
  if (known || (error instanceof Error && 'syscall' in error)) say(io, `dragoman: ${error.message}`);
  else say(io, `dragoman: this is a defect of the program:\n${error instanceof Error ? error.stack : String(error)}`);
  return EXIT.failed;
}

/** Errors whose message is meant for users. */
const KNOWN: ReadonlySet<string> = new Set([
  'WriteError',
  'ServeError',
  'ResourcesError',
  'KnowledgeError',
  'ModelError',
]);
