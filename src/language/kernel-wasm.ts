import { fromBase64 } from '../base/base64.ts';
import { WASM_PAGE, webAssembly } from '../base/web-assembly.ts';
import type { Kernel } from './kernel.ts';
import { KERNEL_BINARY } from './kernel-binary.ts';

/** The kernel on WebAssembly SIMD, or nothing where the runtime lacks it or forbids it (a strict content policy). */
export function createWasmKernel(bytes: number): Kernel | undefined {
  if (!webAssembly) return undefined;
  try {
    const memory = new webAssembly.Memory({ initial: Math.ceil(bytes / WASM_PAGE) });
    const module = new webAssembly.Module(fromBase64(KERNEL_BINARY));
    const { exports } = new webAssembly.Instance(module, { env: { memory } });
    return { ...(exports as Omit<Kernel, 'name' | 'buffer'>), name: 'wasm', buffer: memory.buffer };
  } catch {
    return undefined;
  }
}
