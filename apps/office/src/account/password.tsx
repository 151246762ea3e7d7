import { App } from 'antd';
import { useState } from 'react';
import { refreshAll } from '../api/query-client.ts';
import { PasswordForm } from '../session/password-form.tsx';
import { setSession } from '../session/use-session.ts';

/** Changes one's own password; what was typed goes away once it is done. */
export const Password = () => {
  const { message } = App.useApp();
  const [times, setTimes] = useState(0);
  return (
    <PasswordForm
      key={times}
      submit="修改密码"
      onDone={(session) => {
        setSession(session);
        void message.success('密码已修改，其他登录已结束');
        setTimes(times + 1);
        void refreshAll();
      }}
    />
  );
};
