/** What the engine refuses, beyond files that can't be read (those are `ReadError`s of @gongkai/annual-report). */
export type RedactionErrorCode = 'area.noPage' | 'area.outside' | 'area.tooMany' | 'area.unknownReason';

/** Thrown before anything is written: what happened, where, and what to do, in Chinese for the officer. */
export class RedactionError extends Error {
  readonly code: RedactionErrorCode;
  constructor(code: RedactionErrorCode, message: string) {
    super(message);
    this.name = 'RedactionError';
    this.code = code;
  }
}
