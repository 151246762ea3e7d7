import { htmlStyle } from '@gongkai/reply-document/html-style';
import { type ReactNode, useCallback } from 'react';

/** Made by script, so that it needs no exception from the policy; kept for all letters. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(htmlStyle);

/**
 * A letter as it prints, in a tree of its own: neither do its styles reach the page nor the page's styles the letter.
 * `html` comes from the server, which has escaped every word that people wrote.
 */
export const LetterPaper = ({
  html,
  label,
}: {
  readonly html: string;
  readonly label: string;
}): ReactNode => {
  const show = useCallback(
    (frame: HTMLElement | null) => {
      if (!frame) return;
      const root = frame.shadowRoot ?? frame.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [sheet];
      root.innerHTML = html;
    },
    [html],
  );
  return <section className="letter-paper" ref={show} aria-label={label} />;
};
