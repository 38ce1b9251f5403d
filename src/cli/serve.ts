import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { loadResources } from '../node.ts';
import { serializeResources } from '../resources.ts';
import { hasBrowser, openBrowser } from '../server/open-browser.ts';
import { serveViewer } from '../server/serve.ts';
import { EXIT, type ExitCode } from './errors.ts';
import type { ServeOptions } from './graph-commands.ts';
import { type CliIo, say, writeLine } from './io.ts';
import { loadGraph } from './load-graph.ts';

/** Beside the compiled program, or in the source tree in dist/. */
const webDir = (): string =>
  fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../dist/web' : '../web', import.meta.url));

/** `dragoman serve`: until Ctrl-C. @throws ServeError, CliError */
export async function runServe(io: CliIo, file: string, options: ServeOptions): Promise<ExitCode> {
  const { text } = await loadGraph(file);
  const load = async (): Promise<string> => serializeResources(await loadResources(options));
  // Folders of the user's own are read at once, so that their faults are told here and not in the page.
  const own = options.knowledge ? await load() : undefined;
  const server = await serveViewer({
    webDir: webDir(),
    graph: text,
    port: options.port,
    resources: async () => own ?? load(),
  });
  await writeLine(io.stdout, server.url);
  if (io.interactive) say(io, 'The viewer runs until you press Ctrl-C.');
  if (options.open && hasBrowser(process.env, io.columns !== undefined, process.platform))
    await openBrowser(server.url);
  if (!io.signal.aborted) await once(io.signal, 'abort');
  await server.close();
  return EXIT.fine;
}
