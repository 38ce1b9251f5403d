/**
 * `npm start`: builds what is missing or out of date, reads the sample reports, writes out/graph.json and serves the viewer.
 * Everything after the build is the program itself: `dragoman build data/samples …` and `dragoman serve …`.
 */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { buildAll, ROOT } from './steps.ts';

const GRAPH = path.join('out', 'graph.json');
const CLI = path.join('dist', 'cli', 'main.js');

/** Runs the program with our own streams; Ctrl-C reaches both. */
function dragoman(...args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd: ROOT, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 0));
  });
}

async function main(): Promise<number> {
  await buildAll();
  await mkdir(path.join(ROOT, 'out'), { recursive: true });
  const code = await dragoman('build', path.join('data', 'samples', 'reports.jsonl'), '-o', GRAPH);
  return code === 0 ? dragoman('serve', GRAPH, '--open', ...process.argv.slice(2)) : code;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
