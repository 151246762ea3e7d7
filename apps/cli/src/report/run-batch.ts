/**
 * Maps many inputs through a function that runs elsewhere, in order, with only a window of them under way
 * or waiting to be handed on: memory stays flat however many there are.
 */
export async function* runBatch<Input, Result>(
  inputs: AsyncIterable<Input>,
  run: (input: Input) => Promise<Result>,
  window: number,
): AsyncGenerator<{ readonly input: Input; readonly result: Result }> {
  const waiting: { readonly input: Input; readonly result: Promise<Result> }[] = [];
  const next = async () => {
    const { input, result } = waiting.shift() as (typeof waiting)[number];
    return { input, result: await result };
  };
  for await (const input of inputs) {
    const result = run(input);
    // It is awaited later, in order; until then a failure must not count as unhandled.
    result.catch(() => {});
    waiting.push({ input, result });
    if (waiting.length >= window) yield next();
  }
  while (waiting.length > 0) yield next();
}
