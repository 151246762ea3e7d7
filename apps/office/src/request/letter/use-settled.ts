import { useEffect, useState } from 'react';

/** What was typed, once nobody has typed for a moment. */
export const useSettled = <T>(value: T): T => {
  const [settled, settle] = useState(value);
  const key = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the value counts, not the object that holds it
  useEffect(() => {
    const timer = setTimeout(() => settle(value), 400);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
};
