import type { RequestFile } from '@gongkai/contract';

/** The files of a case. */
export const CaseFiles = (_: {
  readonly requestId: string;
  readonly files: readonly RequestFile[];
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}) => null;
