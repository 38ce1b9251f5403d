import { readFileSync, writeFileSync } from 'node:fs';
import { toBase64 } from '../base/base64.ts';
import { compileAssembly } from './assembly.ts';

const SOURCE = new URL('../language/assembly/kernel.ts', import.meta.url);
const TARGET = new URL('../language/kernel-binary.ts', import.meta.url);
const WIDTH = 110;

/** Source text of `language/kernel-binary.ts`. */
export async function kernelModule(): Promise<string> {
  const text = toBase64(await compileAssembly(SOURCE));
  const lines = text.match(new RegExp(`.{1,${WIDTH}}`, 'g')) ?? [];
  return `// Made by \`npm run build\` from assembly/kernel.ts.

/** WebAssembly of the parser's kernel, base64. */
export const KERNEL_BINARY = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
}

/**
 * Compiles the parser's kernel and writes it as text into the source, so that neither Node nor a browser fetches it. The file is left
 * alone when nothing changed.
 */
export async function writeKernel(): Promise<void> {
  const made = await kernelModule();
  if (readFileSync(TARGET, 'utf8') !== made) writeFileSync(TARGET, made);
}
