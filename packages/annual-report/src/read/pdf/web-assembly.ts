/**
 * The few pieces of the WebAssembly API that are used here. TypeScript declares them only together with the
 * whole browser ("dom"), which this package must not see.
 */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** A compiled module; can be handed to many workers. */
export type WasmModule = object;

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface WasmApi {
  readonly compile: (bytes: Uint8Array) => Promise<WasmModule>;
  readonly Module: new (bytes: Uint8Array) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: WasmImports) => WasmInstance;
  readonly RuntimeError: new (message?: string) => Error;
}

export const webAssembly: WasmApi = (globalThis as unknown as { readonly WebAssembly: WasmApi }).WebAssembly;
