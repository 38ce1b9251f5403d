/** What we use of WebAssembly; declared here because neither the core nor Node's types have it without those of a browser. */
export interface WasmMemory {
  readonly buffer: ArrayBufferLike;
}

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: object };
  readonly Memory: new (limits: {
    readonly initial: number;
    readonly maximum?: number;
    readonly shared?: boolean;
  }) => WasmMemory;
}

declare const WebAssembly: WebAssemblyApi | undefined;

/** `undefined` where the runtime has none. */
export const webAssembly: WebAssemblyApi | undefined = typeof WebAssembly === 'undefined' ? undefined : WebAssembly;

/** Bytes of one page of memory. */
export const WASM_PAGE = 65_536;
