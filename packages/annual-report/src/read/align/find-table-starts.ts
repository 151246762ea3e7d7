import type { TableId } from '../../form/form.ts';
import type { Source } from '../source.ts';
import { findInstances } from './find-instances.ts';

/** Where one statutory table begins. */
export interface TableStart {
  readonly table: TableId;
  /** Index into `Source.lines`. */
  readonly line: number;
}

/**
 * Every statutory table of a document in reading order, each instance by itself: a collection of
 * reports, or a report printed twice, has the same table several times.
 */
export const findTableStarts = (source: Source): readonly TableStart[] =>
  findInstances(source)
    .flatMap((instance) => instance.starts)
    .toSorted((left, right) => left.line - right.line);
