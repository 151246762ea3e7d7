import { type RefObject, useEffect, useState } from 'react';

/** The width inside an element in pixels, followed as it changes. */
export const useRoom = (element: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(700);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
};
