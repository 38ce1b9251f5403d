import { EXIT, type ExitCode } from './errors.ts';
import type { CliIo } from './io.ts';

/** Runs a command's body and keeps its exit code for the caller of the program. */
export interface Session {
  readonly io: CliIo;
  readonly run: (body: (io: CliIo) => Promise<ExitCode>) => Promise<void>;
  readonly exitCode: () => ExitCode;
}

export function createSession(io: CliIo): Session {
  let code: ExitCode = EXIT.fine;
  return {
    io,
    run: async (body) => {
      code = await body(io);
    },
    exitCode: () => code,
  };
}
