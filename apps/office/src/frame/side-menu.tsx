import { Link, useLocation } from 'react-router';
import { useMay } from '../session/use-session.ts';
import { menu } from './menu.ts';

/** The menu by role: what one may not do anywhere isn't there. */
export const SideMenu = ({ onGo }: { readonly onGo?: () => void }) => {
  const mayDo = useMay();
  const { pathname } = useLocation();
  const groups = menu
    .map(({ label, entries }) => ({
      label,
      entries: entries.filter(({ action }) => action === undefined || mayDo(action)),
    }))
    .filter(({ entries }) => entries.length > 0);
  // A page below an entry counts as it, unless it has an entry of its own.
  const [current] = groups
    .flatMap(({ entries }) => entries.map(({ to }) => to))
    .filter((to) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)))
    .toSorted((a, b) => b.length - a.length);
  return (
    <nav className="side-menu" aria-label="主菜单">
      {groups.map(({ label, entries }) => (
        <div key={label}>
          <p className="side-group" id={`menu-${label}`}>
            {label}
          </p>
          <ul aria-labelledby={`menu-${label}`}>
            {entries.map((entry) => (
              <li key={entry.to}>
                <Link to={entry.to} aria-current={entry.to === current ? 'page' : undefined} onClick={onGo}>
                  {entry.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};
