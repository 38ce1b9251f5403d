/**
 * `npm run bench -- NAME… [--shared DIR]`: measures parts of Dragoman on development sets, which lie in a folder outside the project.
 * NAME is one of the files NAME.bench.ts beside this one, or `all`; each exports `run(shared)`, prints its numbers and throws when data is missing.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const SUFFIX = '.bench.ts';

interface Bench {
  readonly run: (shared: string) => void | Promise<void>;
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const benchNames = (): string[] =>
  readdirSync(HERE)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .sort();

/** @returns false when the benchmark could not run */
async function runBench(name: string, shared: string): Promise<boolean> {
  say(`\n== ${name}`);
  const began = performance.now();
  try {
    const bench = (await import(pathToFileURL(path.join(HERE, name + SUFFIX)).href)) as Bench;
    await bench.run(shared);
    say(`(${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    say(`not measured: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { shared: { type: 'string', default: '../shared' } },
  });
  const known = benchNames();
  const asked = positionals.includes('all') ? known : positionals;
  const unknown = asked.filter((name) => !known.includes(name));
  if (asked.length === 0 || unknown.length > 0) {
    say(
      `${unknown.length > 0 ? `no benchmark called ${unknown.join(', ')}; ` : ''}give some of: ${known.join(', ')}, all`,
    );
    return 2;
  }
  const shared = path.resolve(values.shared);
  if (!existsSync(shared)) {
    say(`the folder with development sets is not there: ${values.shared}; give it with --shared DIR`);
    return 1;
  }
  let failed = 0;
  for (const name of asked) if (!(await runBench(name, shared))) failed++;
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
