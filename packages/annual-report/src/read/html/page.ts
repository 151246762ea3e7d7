/** What a page holds, in order: text with hard breaks, and tables. */
export interface Flow {
  readonly parts: (string | PageTable)[];
}

export interface PageCell {
  readonly flow: Flow;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface PageTable {
  readonly rows: PageCell[][];
}

export interface Page {
  readonly flow: Flow;
  readonly title: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly embedded: string | null;
  /** Characters in elements that style or attribute hides. */
  readonly hiddenLength: number;
}

export const addText = (flow: Flow, text: string): void => {
  const last = flow.parts.length - 1;
  const before = flow.parts[last];
  if (typeof before === 'string') flow.parts[last] = before + text;
  else flow.parts.push(text);
};
