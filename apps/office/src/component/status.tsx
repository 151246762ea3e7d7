import type { ReactNode } from 'react';

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

/** A state as a word behind a sign: never colour alone. */
export const Status = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) => (
  <span className={`status status-${tone}`}>
    <span className="status-sign" aria-hidden="true" />
    {children}
  </span>
);
