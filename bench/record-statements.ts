import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** What some work sends to the database, in order, so that the same can be sent bare. */
export const recordStatements = async <T>(
  work: () => Promise<T>,
): Promise<{ readonly sent: readonly Statement[]; readonly result: T }> => {
  const sent: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...given: never[]) {
    const [text, values] = given as unknown as [unknown, unknown];
    if (typeof text === 'string') sent.push({ text, values: (values ?? []) as unknown[] });
    return (query as (...all: never[]) => never).apply(this, given);
  } as typeof query;
  try {
    return { result: await work(), sent };
  } finally {
    pg.Client.prototype.query = query;
  }
};
