/** `npm run build`: the library, the compiled data and the viewer. `--force` builds what is up to date too. */
import { buildAll } from './steps.ts';

buildAll({ force: process.argv.includes('--force') }).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
