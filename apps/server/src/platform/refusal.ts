/** Why an act was not done, as a code that clients may rely on; each stands in docs/errors.md. */
export type RefusalKind =
  | 'invalid'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'signed_out'
  | 'too_many'
  | 'unavailable';

/**
 * An act that can't be done as asked. The message is for the person who asked: what is wrong, and what to do.
 * `field` names the input that it lies in, so that a form shows it there; `retryAfter` is in how many seconds it may
 * be asked again, where that is known.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly field: string | undefined;
  readonly retryAfter: number | undefined;
  constructor(kind: RefusalKind, code: string, message: string, field?: string, retryAfter?: number) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.code = code;
    this.field = field;
    this.retryAfter = retryAfter;
  }
}
