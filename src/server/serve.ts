import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { contentSecurityPolicy } from './content-security.ts';

/** The viewer cannot be served; the message says what to do. */
export class ServeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ServeError';
  }
}

export interface ServeOptions {
  /** Folder of the built viewer. */
  readonly webDir: string;
  /** The graph file's text. */
  readonly graph: string | Uint8Array;
  /** Text of what the extractor reads by, for explanations; asked for when the page first wants it. */
  readonly resources?: () => Promise<string | Uint8Array>;
  /** First port to try; the next free one of 100 is taken. 0: any. Default 4173. */
  readonly port?: number;
}

export interface RunningServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';
/** Port that is tried first when none is asked for. */
export const FIRST_PORT = 4173;
const PORTS = 100;

/**
 * Serves the viewer and one graph on this machine only.
 * @throws ServeError when the viewer was not built or no port is free
 */
export async function serveViewer(options: ServeOptions): Promise<RunningServer> {
  const page = path.join(options.webDir, 'index.html');
  if (!existsSync(page))
    throw new ServeError(`the viewer is not built (no ${page}); run "npm run build" in Dragoman's folder first`);
  const handler = createHandler(options, contentSecurityPolicy(await readFile(page, 'utf8')));
  const server = createServer(handler);
  const port = await listen(server, options.port ?? FIRST_PORT);
  return {
    url: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A JSON text, plain and packed. */
interface Body {
  readonly plain: Buffer;
  readonly packed: Buffer;
}

function toBody(text: string | Uint8Array): Body {
  const plain = Buffer.from(text);
  return { plain, packed: gzipSync(plain) };
}

function createHandler(options: ServeOptions, policy: string): (req: IncomingMessage, res: ServerResponse) => void {
  const graph = toBody(options.graph);
  const files = sirv(options.webDir, { dev: true, single: false, dotfiles: false });
  let resources: Promise<Body> | undefined;
  return (req, res) => {
    res.setHeader('Content-Security-Policy', policy);
    res.setHeader('X-Content-Type-Options', 'nosniff');
    res.setHeader('Referrer-Policy', 'no-referrer');
    res.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    res.setHeader('Cache-Control', 'no-store');
    // A page elsewhere on the web could let its own name point to this machine and read the graph (DNS rebinding).
    if (!isLocal(req.headers.host)) return void answer(res, 421, 'This server answers only to its local address.\n');
    if (req.method !== 'GET' && req.method !== 'HEAD') return void answer(res, 405, 'Only GET.\n');
    const asked = req.url?.split('?')[0];
    if (asked === '/graph.json') return void sendJson(req, res, graph);
    if (asked !== '/resources.json' || !options.resources)
      return void files(req, res, () => answer(res, 404, 'Not found.\n'));
    resources ??= options.resources().then(toBody);
    resources.then(
      (body) => sendJson(req, res, body),
      () => answer(res, 500, 'What the extractor reads by cannot be loaded.\n'),
    );
  };
}

function sendJson(req: IncomingMessage, res: ServerResponse, { plain, packed }: Body): void {
  const gzip = /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? ''));
  const body = gzip ? packed : plain;
  res.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    Vary: 'Accept-Encoding',
    ...(gzip ? { 'Content-Encoding': 'gzip' } : {}),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

const isLocal = (host: string | undefined): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');

function answer(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  res.end(text);
}

/** Takes the first free port from `first` on. */
async function listen(server: Server, first: number): Promise<number> {
  if (first === 0) return tryPort(server, 0);
  for (let port = first; port < Math.min(first + PORTS, 65_536); port++) {
    try {
      return await tryPort(server, port);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    }
  }
  throw new ServeError(`none of the ports from ${first} on is free; give another with --port`);
}

function tryPort(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.removeListener('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
