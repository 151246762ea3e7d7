/** What a check of somebody's input yields: the value, or why it can't be taken, in Chinese for that person. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

export const accepted = <T>(value: T): Checked<T> => ({ ok: true, value });

export const refused = (reason: string): { readonly ok: false; readonly reason: string } => ({
  ok: false,
  reason,
});
