import type { Letter } from '@gongkai/contract';

/** The letters of a case. */
export const CaseLetters = (_: { readonly requestId: string; readonly letters: readonly Letter[] }) => null;
