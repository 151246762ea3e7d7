import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** A link as the server names it: inside the office by its router, elsewhere on this site as a plain address. */
export const LinkTo = ({
  href,
  children,
}: {
  readonly href: string | null;
  readonly children: ReactNode;
}) => {
  if (href === null) return children;
  if (href.startsWith('/office/')) return <Link to={href.slice('/office'.length)}>{children}</Link>;
  return href.startsWith('/') && !href.startsWith('//') ? <a href={href}>{children}</a> : children;
};
