import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../src/build/steps.ts';
import { parseGraph } from '../../src/graph/file.ts';

/** Runs an npm script until it prints an address; the caller stops it. */
function startScript(name: string, args: readonly string[]) {
  // A group of its own: npm, the script and the program must all hear the signal, as they do from a terminal.
  const child = spawn('npm', ['run', '--silent', name, '--', ...args], { cwd: ROOT, detached: true });
  let [out, err] = ['', ''];
  child.stderr.on('data', (part: Buffer) => {
    err += part;
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const address = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part;
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(out)?.[0];
      if (url) resolve(url);
    });
    child.on('error', reject);
    void closed.then(() => reject(new Error(`ended without an address:\n${out}\n${err}`)));
  });
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
    await closed;
  };
  return { address, stop };
}

it('npm start builds, reads the samples and serves viewer and graph until it is stopped', async () => {
  const { address, stop } = startScript('start', ['--no-open', '--port', '0']);
  try {
    const url = await address;
    expect(existsSync(path.join(ROOT, 'out/graph.json'))).toBe(true);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<script');
    const parsed = parseGraph(await (await fetch(`${url}graph.json`)).text());
    expect(parsed.graph?.hasNode('country:IRN')).toBe(true);
  } finally {
    await stop();
  }
  await expect(fetch(await address)).rejects.toThrow();
});
