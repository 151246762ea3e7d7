import { type RefCallback, useCallback } from 'react';

/** A table wider than its frame is reached by the Tab key and scrolled by the arrows; one that fits isn't a stop. */
export const useScrollByKeyboard = (label: string): RefCallback<HTMLElement> =>
  useCallback(
    (frame) => {
      const content = frame?.querySelector<HTMLElement>('.ant-table-content');
      if (!content) return;
      const mark = (): void => {
        const scrolls = content.scrollWidth > content.clientWidth;
        content.tabIndex = scrolls ? 0 : -1;
        if (scrolls) {
          content.setAttribute('role', 'group');
          content.setAttribute('aria-label', `${label}，可左右滚动`);
        } else {
          content.removeAttribute('role');
          content.removeAttribute('aria-label');
        }
      };
      const observer = new ResizeObserver(mark);
      observer.observe(content);
      if (content.firstElementChild) observer.observe(content.firstElementChild);
      return () => observer.disconnect();
    },
    [label],
  );
