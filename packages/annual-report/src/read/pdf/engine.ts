import { init } from '@embedpdf/pdfium';
import { ReadError } from '../../problem.ts';
import type { PdfiumCalls } from './pdfium-calls.ts';
import {
  type WasmImports,
  type WasmInstance,
  type WasmMemory,
  type WasmModule,
  webAssembly,
} from './web-assembly.ts';

/**
 * One instance of PDFium (compiled to WebAssembly), opened once a worker thread and used for every PDF
 * read there. Not to be shared between threads, and never used by two readings at once.
 */
export interface PdfEngine {
  /**
   * True after PDFium has aborted. Nothing read with it afterwards can be trusted, so every further use
   * throws; the host opens a new engine (some 30 ms) and lets this one go.
   */
  readonly broken: boolean;
  /**
   * Bytes of PDFium's own memory. It grows to what the largest file needed and never shrinks; a host that
   * wants it back opens a new engine. Opening fresh: about 18 MB.
   */
  readonly memoryBytes: number;
  /** For the readers of this package and of packages/redaction only. */
  readonly pdfium: Pdfium;
}

/** The raw exports. Called directly: the wrappers of the npm package cost ten times the call itself. */
export interface Pdfium {
  readonly call: PdfiumCalls;
  /** Copies bytes in; the caller frees the pointer. */
  readonly copyIn: (bytes: Uint8Array) => number;
  readonly allocate: (size: number) => number;
  readonly free: (pointer: number) => void;
  /** 256 bytes for out-parameters, always there. */
  readonly scratch: number;
  readonly bytes: () => Uint8Array;
  readonly floats: () => Float32Array;
  readonly doubles: () => Float64Array;
  readonly words: () => Int32Array;
  /** Runs work; a trap inside PDFium marks the engine as broken and comes out as 'file.damaged'. */
  readonly guard: <T>(work: () => T) => T;
}

/** More than any honest report needs; a bomb in a content stream ends here instead of taking the machine. */
const memoryCeiling = 384 * 1024 * 1024;

interface Exports {
  readonly memory: WasmMemory;
  readonly malloc: (size: number) => number;
  readonly free: (pointer: number) => void;
}

/**
 * Opens PDFium. `wasm` is the file `pdfium.wasm` of the npm package @embedpdf/pdfium, as bytes or already
 * compiled (a compiled module can be handed to many workers); the host reads it, this package reads no files.
 */
export const openPdfEngine = async (wasm: Uint8Array | WasmModule): Promise<PdfEngine> => {
  const module = wasm instanceof Uint8Array ? await webAssembly.compile(wasm) : wasm;
  let memory: WasmMemory | undefined;
  const wrapped = await init({
    print: () => {},
    printErr: () => {},
    instantiateWasm: (imports: WasmImports, done: (instance: WasmInstance) => void) => {
      const env = imports.env as Record<string, (size: number) => number>;
      const grow = env.emscripten_resize_heap as (size: number) => number;
      const capped = (size: number): number => (size >>> 0 > memoryCeiling ? 0 : grow(size));
      const instance = new webAssembly.Instance(module, {
        ...imports,
        env: { ...env, emscripten_resize_heap: capped },
      });
      memory = instance.exports.memory as WasmMemory;
      done(instance);
      return instance.exports;
    },
  } as Parameters<typeof init>[0]);
  const exports = wrapped.pdfium.wasmExports as unknown as Exports & PdfiumCalls;
  wrapped.PDFiumExt_Init();
  return wrap(exports, memory ?? exports.memory);
};

const wrap = (exports: Exports & PdfiumCalls, memory: WasmMemory): PdfEngine => {
  let broken = false;
  let buffer = memory.buffer;
  let bytes = new Uint8Array(buffer);
  let floats = new Float32Array(buffer);
  let doubles = new Float64Array(buffer);
  let words = new Int32Array(buffer);
  // Growing the memory detaches every view of it.
  const refresh = (): void => {
    if (memory.buffer === buffer) return;
    buffer = memory.buffer;
    bytes = new Uint8Array(buffer);
    floats = new Float32Array(buffer);
    doubles = new Float64Array(buffer);
    words = new Int32Array(buffer);
  };
  const view = <T>(read: () => T) => {
    return (): T => {
      refresh();
      return read();
    };
  };
  const allocate = (size: number): number => {
    const pointer = exports.malloc(size);
    if (pointer === 0) throw new ReadError('file.hostile', { detail: '内存不足' });
    return pointer;
  };
  const pdfium: Pdfium = {
    call: exports,
    allocate,
    free: (pointer) => exports.free(pointer),
    copyIn: (source) => {
      const pointer = allocate(Math.max(1, source.length));
      refresh();
      bytes.set(source, pointer);
      return pointer;
    },
    scratch: allocate(256),
    bytes: view(() => bytes),
    floats: view(() => floats),
    doubles: view(() => doubles),
    words: view(() => words),
    guard: (work) => {
      if (broken) throw new ReadError('file.damaged', { detail: 'PDF 引擎需要重新启动' });
      try {
        return work();
      } catch (error) {
        if (error instanceof ReadError) throw error;
        // Whatever ends a call half way (a trap, an abort, a full stack) leaves PDFium's heap in doubt.
        broken = true;
        if (!isPdfiumFailure(error)) throw error;
        throw new ReadError('file.damaged', { detail: 'PDF 内部结构无法解析' });
      }
    },
  };
  return {
    get broken() {
      return broken;
    },
    get memoryBytes() {
      return memory.buffer.byteLength;
    },
    pdfium,
  };
};

const isPdfiumFailure = (error: unknown): boolean =>
  error instanceof webAssembly.RuntimeError ||
  error instanceof RangeError ||
  !(error instanceof Error) ||
  /Aborted|unreachable/.test(error.message);
