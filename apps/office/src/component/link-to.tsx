import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The server names pages of the office as its router knows them; null for everything else. */
export const insideOffice = (link: string | null): string | null =>
  link?.startsWith('/') && !link.startsWith('//') ? link : null;

/** A link to a page of the office as the server names it; only the words where there is none. */
export const LinkTo = ({
  href,
  children,
}: {
  readonly href: string | null;
  readonly children: ReactNode;
}) => {
  const inside = insideOffice(href);
  return inside === null ? children : <Link to={inside}>{children}</Link>;
};
