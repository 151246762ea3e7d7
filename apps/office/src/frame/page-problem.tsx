import { Button } from 'antd';
import { Page } from '../component/page.tsx';

/**
 * A page that could not be shown: its code is no longer there after an update of the system, the network is gone,
 * or it is faulty. In all three cases reading it anew is what helps.
 */
export const PageProblem = () => (
  <Page title="页面没有打开">
    <p>系统可能刚刚更新过，或者网络中断。请重新打开；如果一直这样，请把出现的时间告诉系统管理员。</p>
    <p>
      <Button type="primary" onClick={() => location.reload()}>
        重新打开
      </Button>
    </p>
  </Page>
);
