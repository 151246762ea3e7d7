import { boundaryOf, crlf, type FormFault, headEnd, longestHead, parameter } from './multipart.ts';

/** A form that ends before it should, has too many parts or too many bytes, or is none. */
export class FormBroken extends Error {
  readonly fault: FormFault | 'tooLong';
  constructor(fault: FormFault | 'tooLong') {
    super(`form not read: ${fault}`);
    this.name = 'FormBroken';
    this.fault = fault;
  }
}

/** A field of a form as it comes over the line. */
export interface FormPart {
  readonly field: string;
  /** The file's name as sent; null for a field that is no file. */
  readonly name: string | null;
  /** To be read before the next part is asked for; what isn't read is passed over. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface FormLimits {
  /** Bytes of the whole body; past them nothing more is read. */
  readonly most: number;
  /** Fields, files or not. */
  readonly parts: number;
}

/**
 * The parts of a form (`multipart/form-data`, RFC 7578), one after the other as they arrive: a file of any size
 * takes no more memory than what the line brings at once. Throws `FormBroken`.
 */
export async function* readFormParts(
  request: Request,
  { most, parts }: FormLimits,
): AsyncGenerator<FormPart, void, undefined> {
  const boundary = boundaryOf(request.headers.get('content-type') ?? '');
  const reader = request.body?.getReader();
  if (boundary === null || !reader) throw new FormBroken('noForm');
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const end = Buffer.concat([crlf, delimiter]);
  let held: Buffer = Buffer.alloc(0);
  let length = 0;

  /** Reads on; a body that ends here was cut off. */
  const more = async (): Promise<void> => {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
    if (done || !value) throw new FormBroken('cutOff');
    length += value.length;
    if (length > most) throw new FormBroken('tooLong');
    held =
      held.length === 0
        ? Buffer.from(value.buffer, value.byteOffset, value.length)
        : Buffer.concat([held, value]);
  };
  /** Where a mark stands in what is held, reading on until it does. */
  const find = async (mark: Buffer, within: number): Promise<number> => {
    for (;;) {
      const at = held.indexOf(mark);
      if (at >= 0 && at <= within) return at;
      if (at > within || held.length > within + mark.length) throw new FormBroken('cutOff');
      await more();
    }
  };

  async function* body(state: { done: boolean }): AsyncGenerator<Uint8Array> {
    while (!state.done) {
      const at = held.indexOf(end);
      if (at >= 0) {
        const piece = held.subarray(0, at);
        held = held.subarray(at + end.length);
        state.done = true;
        if (piece.length > 0) yield piece;
        return;
      }
      // What could be the beginning of the delimiter stays.
      const sure = held.length - end.length + 1;
      if (sure > 0) {
        const piece = held.subarray(0, sure);
        held = held.subarray(sure);
        yield piece;
      }
      await more();
    }
  }

  const start = await find(delimiter, longestHead);
  held = held.subarray(start + delimiter.length);
  for (let count = 0; ; count += 1) {
    while (held.length < 2) await more();
    if (held.subarray(0, 2).toString('latin1') === '--') break;
    if (!held.subarray(0, 2).equals(crlf)) throw new FormBroken('cutOff');
    if (count >= parts) throw new FormBroken('tooMany');
    const headLength = await find(headEnd, longestHead);
    const head = held.subarray(2, headLength).toString('utf8');
    held = held.subarray(headLength + headEnd.length);
    const state = { done: false };
    yield {
      field: parameter(head, 'name') ?? '',
      name: parameter(head, 'filename'),
      bytes: body(state),
    };
    // A reader that stopped early closed its generator: the rest is passed over by another.
    for await (const _ of body(state));
  }
  // What follows the last part means nothing, be it endless or broken off.
  while (length <= most) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
    if (done || !value) return;
    length += value.length;
  }
}
