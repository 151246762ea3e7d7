import type { RequestState } from '@gongkai/contract';

/** The archive file of a case. */
export const CaseArchive = (_: { readonly requestId: string; readonly state: RequestState }) => null;
