#!/usr/bin/env node
import { runCli } from './program.ts';

const abort = new AbortController();
let interrupts = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // The first one lets the command clean up; whoever insists gets out at once.
    if (++interrupts > 1) process.exit(130);
    abort.abort();
  });
}
// Writing to a closed pipe also raises an event, on top of the error that the command sees.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`dragoman: cannot write the output: ${error.message}\n`);
    process.exit(1);
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  interactive: process.stderr.isTTY === true,
  signal: abort.signal,
});
if (abort.signal.aborted) process.exitCode = 130;
// A source that was only half read must not keep the program alive.
if (process.stdin.readable) process.stdin.destroy();
