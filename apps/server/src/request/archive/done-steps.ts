import type { ArchiveRecord } from './archive-record.ts';

/** A step of the record with what was written in it. */
export type Done = ArchiveRecord['timeline'][number];

/** Every step of a kind, in order. */
export const doneOf = ({ timeline }: Pick<ArchiveRecord, 'timeline'>, name: string): readonly Done[] =>
  timeline.filter(({ step }) => step === name);

/** What was written under a name; empty where nothing was. */
export const textOf = ({ texts }: Done, name: string): string => {
  const value = texts[name];
  return typeof value === 'string' ? value : '';
};
