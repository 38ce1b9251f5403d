import { createProgram } from './program.ts';

await createProgram(
  (line) => process.stderr.write(`${line}\n`),
  (status) => {
    process.exitCode = status;
  },
).parseAsync();
