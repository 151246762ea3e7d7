import type { CellId, Decimal, Explanation, Finding } from '@gongkai/annual-report';

/** One figure to be changed. */
export interface Change {
  readonly cell: CellId;
  readonly found: Decimal | null;
  readonly value: Decimal;
}

/** Everything that an explanation would change: its cell, and those to be changed together with it. */
export const correctionsOf = ({ cell, found, value, also = [] }: Explanation): readonly Change[] => [
  { cell, found, value },
  ...also,
];

export interface SplitMessage {
  /** What is wrong. */
  readonly message: string;
  /** What introduces the list of explanations; empty where there is none. */
  readonly lead: string;
}

/**
 * A finding's message tells the repair or all explanations once more in words, for those who read nothing
 * but the message. The page shows them as a list with links, so the words are taken off here.
 */
export const splitMessage = ({ message, repair, explanations }: Finding): SplitMessage => {
  if (repair) return { message: message.replace(repair.message, ''), lead: '' };
  const first = explanations?.[0];
  const at = first ? message.indexOf(`1. ${first.message}`) : -1;
  if (at < 0) return { message, lead: '' };
  const start = message.lastIndexOf('。', at) + 1;
  return { message: message.slice(0, start), lead: message.slice(start, at) };
};

/** For each cell that some finding would repair in one way only: what should stand there. */
export const repairsByCell = (findings: readonly Finding[]): ReadonlyMap<CellId, Decimal> =>
  new Map(
    findings
      .toReversed()
      .flatMap(({ repair }) => (repair ? correctionsOf(repair) : []))
      .map(({ cell, value }) => [cell, value]),
  );
