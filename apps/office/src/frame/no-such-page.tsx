import { Link } from 'react-router';
import { Page } from '../component/page.tsx';

/** 404 inside the office. */
export const NoSuchPage = () => (
  <Page title="没有这个页面">
    <p>请核对网址，或者从左侧的菜单进入。页面也可能已经移到别处。</p>
    <p>
      <Link to="/">回到首页</Link>
    </p>
  </Page>
);
