/** The command was called wrongly; the message says how to call it. Ends the program with 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
