/** What differs from how the form was opened: only that is sent, so that nothing somebody else changed meanwhile is undone. */
export const onlyChanged = <T extends object>(before: Partial<T>, after: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => value !== before[name as keyof T]),
  ) as Partial<T>;
