import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BUILT = join(ROOT, 'dist/web');

/** Builds the viewer when it is missing or older than what it is made of. */
export function buildViewer(): void {
  const page = join(BUILT, 'index.html');
  const sources = ['web', 'src'].map((folder) => newest(join(ROOT, folder)));
  if (existsSync(page) && statSync(page).mtimeMs > Math.max(...sources)) return;
  const { status, stdout, stderr } = spawnSync('npx', ['vite', 'build', '--config', 'web/vite.config.ts'], {
    ...{ cwd: ROOT, encoding: 'utf8', timeout: 200_000 },
  });
  if (status !== 0) throw new Error(`vite build failed:\n${stdout}\n${stderr}`);
}

function newest(folder: string): number {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}

export interface ServedViewer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The built viewer on a free port, with `graph` as its graph.json, or without one. */
export async function serveViewer(graph: string | undefined): Promise<ServedViewer> {
  const files = sirv(BUILT);
  const server = createServer((request, response) => {
    const lost = (): void => {
      response.statusCode = 404;
      response.end();
    };
    if (request.url !== '/graph.json') return files(request, response, lost);
    if (graph === undefined) return lost();
    response.setHeader('content-type', 'application/json');
    response.end(graph);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
