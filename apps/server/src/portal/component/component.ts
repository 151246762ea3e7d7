import type { Markup } from '../markup.ts';

/** One example of a component, drawn when asked for. */
export interface Example {
  readonly name: string;
  readonly draw: () => Markup;
}

/** A component with the examples that show it, test it and document it. */
export interface Component {
  /** Name of its folder and its file. */
  readonly name: string;
  /** What it is called among designers and case officers. */
  readonly title: string;
  readonly purpose: string;
  readonly examples: readonly Example[];
}

/** Ties a component to its examples: data by a name that says what is shown. */
export const describeComponent = <Data>(
  name: string,
  title: string,
  purpose: string,
  draw: (data: Data) => Markup,
  examples: Readonly<Record<string, Data>>,
): Component => ({
  name,
  title,
  purpose,
  examples: Object.entries(examples).map(([example, data]) => ({ name: example, draw: () => draw(data) })),
});
