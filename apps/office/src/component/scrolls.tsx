import { type ReactNode, useCallback } from 'react';

/** A frame in which a wide table scrolls: reached by the Tab key where it does, no stop where everything is in view. */
export const Scrolls = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const watch = useCallback(
    (frame: HTMLDivElement | null) => {
      if (!frame) return;
      const mark = (): void => {
        const scrolls = frame.scrollWidth > frame.clientWidth;
        if (scrolls) {
          frame.tabIndex = 0;
          frame.setAttribute('role', 'group');
          frame.setAttribute('aria-label', `${label}，可左右滚动`);
        } else {
          for (const name of ['tabindex', 'role', 'aria-label']) frame.removeAttribute(name);
        }
      };
      const observer = new ResizeObserver(mark);
      observer.observe(frame);
      if (frame.firstElementChild) observer.observe(frame.firstElementChild);
      return () => observer.disconnect();
    },
    [label],
  );
  return (
    <div className="scrolls" ref={watch}>
      {children}
    </div>
  );
};
