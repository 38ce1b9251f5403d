/**
 * What `npm run build` makes, each with what it is made of; a step whose inputs did not change since is skipped.
 * A lock keeps two builds (tests in parallel, a start beside a build) from writing over each other.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeFileAtomic } from '../export/write-file.node.ts';
import { compileResources } from '../node.ts';
import { serializeResources } from '../resources.ts';
import { writeKernel } from './kernel.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LOCK = path.join(ROOT, 'dist', '.build.lock');
const STAMPS = path.join(ROOT, 'dist', '.build.json');
const PATIENCE_MS = 300_000;

export interface Step {
  readonly name: 'kernel' | 'library' | 'resources' | 'viewer';
  readonly inputs: readonly string[];
  readonly output: string;
  readonly run: () => Promise<void>;
}

export const STEPS: readonly Step[] = [
  {
    name: 'kernel',
    inputs: ['src/language/assembly', 'src/build/assembly.ts', 'package-lock.json'],
    output: 'src/language/kernel-binary.ts',
    run: writeKernel,
  },
  {
    name: 'library',
    inputs: ['src', 'tsconfig.json', 'package-lock.json'],
    output: 'dist/cli/main.js',
    run: async () => {
      const began = Date.now();
      await node('node_modules/typescript/bin/tsc', '-p', 'src');
      removeLeftovers(path.join(ROOT, 'dist'), began);
      await chmod(path.join(ROOT, 'dist/cli/main.js'), 0o755);
    },
  },
  {
    name: 'resources',
    inputs: ['data', 'src/knowledge', 'src/resources.ts', 'src/base'],
    output: 'dist/resources/resources.json',
    run: compileData,
  },
  {
    name: 'viewer',
    inputs: ['web', 'src', 'package-lock.json'],
    output: 'dist/web/index.html',
    run: () => node('node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'),
  },
];

/**
 * Runs the steps that are out of date.
 * @param force run them all
 * @throws Error with the output of the step that failed
 */
export async function buildAll(
  options: { readonly force?: boolean; readonly steps?: readonly Step[]; readonly say?: (line: string) => void } = {},
): Promise<void> {
  const say = options.say ?? ((line: string) => process.stderr.write(`${line}\n`));
  await withLock(async () => {
    for (const step of options.steps ?? STEPS) {
      const print = fingerprint(step.inputs);
      const made = existsSync(path.join(ROOT, step.output)) && readStamps()[step.name] === print;
      if (made && !options.force) continue;
      const began = performance.now();
      await step.run();
      await writeFile(STAMPS, JSON.stringify({ ...readStamps(), [step.name]: print }));
      say(`built ${step.name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    }
  });
}

async function compileData(): Promise<void> {
  const { resources, diagnostics } = await compileResources();
  const errors = diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) {
    const lines = errors.slice(0, 20).map((d) => `${d.place ?? 'data'}: ${d.message}`);
    throw new Error(`data/ has ${errors.length} errors:\n${lines.join('\n')}`);
  }
  await mkdir(path.join(ROOT, 'dist/resources'), { recursive: true });
  await writeFileAtomic(path.join(ROOT, 'dist/resources/resources.json'), serializeResources(resources));
}

/** Modules that an earlier build wrote and whose source is gone: the compiler leaves them behind, and they would be published. */
function removeLeftovers(folder: string, began: number): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const compiled =
      entry.isFile() && /\.(js|d\.ts)$/.test(entry.name) && !/^(web|web-single)\b/.test(path.relative(folder, file));
    // File systems that keep whole seconds must not make a new file look old.
    if (compiled && statSync(file).mtimeMs < began - 2_000) rmSync(file);
  }
}

/** Runs a Node script in the project's folder; its output is shown only when it fails. */
function node(script: string, ...args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(ROOT, script), ...args], { cwd: ROOT });
    const output: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => output.push(part));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${script} failed (exit code ${code}):\n${Buffer.concat(output).toString('utf8')}`));
    });
  });
}

/** Names, sizes and times of all files of some paths, as one hash. */
function fingerprint(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  const visit = (file: string): void => {
    const info = statSync(file, { throwIfNoEntry: false });
    if (!info) return;
    if (info.isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    else hash.update(`${path.relative(ROOT, file)} ${info.size} ${info.mtimeMs}\n`);
  };
  for (const input of inputs) visit(path.join(ROOT, input));
  return hash.digest('hex');
}

function readStamps(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(STAMPS, 'utf8'));
  } catch {
    return {};
  }
}

async function withLock(body: () => Promise<void>): Promise<void> {
  await takeLock();
  try {
    await body();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

async function takeLock(): Promise<void> {
  await mkdir(path.dirname(LOCK), { recursive: true });
  for (const began = performance.now(); ; await sleep(100)) {
    try {
      await mkdir(LOCK);
      await writeFile(path.join(LOCK, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const gone = holderIsGone();
    if (gone || performance.now() - began > PATIENCE_MS) await rm(LOCK, { recursive: true, force: true });
  }
}

/** A build that was killed leaves its lock behind. */
function holderIsGone(): boolean {
  try {
    const pid = Number(readFileSync(path.join(LOCK, 'pid'), 'utf8'));
    if (!(pid > 0)) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
