import type { LetterInput } from '@gongkai/contract';

/** The letter that goes out with a step. */
export const LetterFields = (_: {
  readonly requestId: string;
  readonly taken: { readonly step: string };
  readonly value: LetterInput | null;
  readonly onChange: (value: LetterInput | null) => void;
}) => null;
