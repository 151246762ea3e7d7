import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Skeleton } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { AccountMenu } from './account-menu.tsx';
import { AgencySwitch } from './agency-switch.tsx';
import { Demonstration } from './demonstration.tsx';
import { Mark } from './mark.tsx';
import { Notifications } from './notifications.tsx';
import { SideMenu } from './side-menu.tsx';

/** What stands around every page. */
export const OfficeFrame = () => {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  // A page that was gone to begins at its top, for the eye and for the screen reader alike.
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#content">
        跳到正文
      </a>
      <Demonstration />
      <header className="office-header">
        <Button
          className="menu-button"
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label="打开菜单"
          onClick={() => setMenuOpen(true)}
        />
        <Link to="/" className="home-link">
          <Mark />
        </Link>
        <AgencySwitch />
        <div className="header-end">
          <a href="/" className="portal-link">
            公开门户
          </a>
          <Notifications />
          <AccountMenu />
        </div>
      </header>
      <div className="office-body">
        <div className="side">
          <SideMenu />
        </div>
        <main id="content" ref={main} tabIndex={-1}>
          <Suspense fallback={<Skeleton title={false} paragraph={{ rows: 6 }} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {isMenuOpen && (
        <Drawer open placement="left" title="菜单" size={260} onClose={() => setMenuOpen(false)}>
          <SideMenu onGo={() => setMenuOpen(false)} />
          <p className="menu-portal">
            <a href="/">公开门户</a>
          </p>
        </Drawer>
      )}
    </>
  );
};
