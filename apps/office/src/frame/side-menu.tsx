import { NavLink } from 'react-router';
import { useMay } from '../session/use-session.ts';
import { menu } from './menu.ts';

/** The menu by role: what one may not do anywhere isn't there. */
export const SideMenu = ({ onGo }: { readonly onGo?: () => void }) => {
  const mayDo = useMay();
  const groups = menu
    .map(({ label, entries }) => ({
      label,
      entries: entries.filter(({ action }) => action === undefined || mayDo(action)),
    }))
    .filter(({ entries }) => entries.length > 0);
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
                <NavLink to={entry.to} end={entry.to === '/'} onClick={onGo}>
                  {entry.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
};
