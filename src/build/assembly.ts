import { existsSync, readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

const SOURCES = new URL('../', import.meta.url);

/**
 * Compiles one AssemblyScript file of `src`, with what it imports, to WebAssembly that imports its memory as `env.memory`.
 * @param memory pages of 64 KiB of a memory shared by several threads; without it the memory is not shared
 * @throws Error with the compiler's messages
 */
export async function compileAssembly(
  file: URL,
  memory?: { readonly initial: number; readonly maximum: number },
): Promise<Uint8Array> {
  const shared = memory
    ? ['--sharedMemory', '--initialMemory', `${memory.initial}`, '--maximumMemory', `${memory.maximum}`]
    : [];
  const features = ['--enable', memory ? 'simd,bulk-memory,threads' : 'simd,bulk-memory'];
  const options = ['-O3', ...features, '--runtime', 'stub', '--importMemory', ...shared, '--outFile', 'out.wasm'];
  let binary: Uint8Array | undefined;
  // Names of files are relative to `src`, so that one kernel can import from another folder.
  const { error, stderr } = await asc.main([file.href.slice(SOURCES.href.length), ...options], {
    readFile: (name: string) =>
      existsSync(new URL(name, SOURCES)) ? readFileSync(new URL(name, SOURCES), 'utf8') : null,
    writeFile: (_name: string, contents: string | Uint8Array) => {
      if (typeof contents !== 'string') binary = Uint8Array.from(contents);
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`${file.pathname} does not compile:\n${stderr.toString()}`);
  return binary;
}
