/** Why an act was not done, as a code that clients may rely on; each stands in docs/errors.md. */
export type RefusalKind =
  | 'invalid'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'signed_out'
  | 'too_many'
  | 'unavailable';

/** An input, by its name in the contract, and what is wrong with it. */
export interface WrongField {
  readonly field: string;
  readonly message: string;
}

/**
 * An act that can't be done as asked. The message is for the person who asked: what is wrong, and what to do.
 * `fields` names the inputs that it lies in, so that a form shows it there; `retryAfter` is in how many seconds it may
 * be asked again, where that is known.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  /** The first of `fields`. */
  readonly field: string | undefined;
  readonly fields: readonly WrongField[];
  readonly retryAfter: number | undefined;
  constructor(
    kind: RefusalKind,
    code: string,
    message: string,
    field?: string | readonly WrongField[],
    retryAfter?: number,
  ) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.field = typeof field === 'string' ? field : field?.[0]?.field;
    this.fields = typeof field === 'string' ? [{ field, message }] : (field ?? []);
    this.retryAfter = retryAfter;
  }
}
