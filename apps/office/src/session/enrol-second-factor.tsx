import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { QueryView } from '../component/query-view.tsx';
import { TaskForm } from '../component/task-form.tsx';
import { QrCode } from './qr-code.tsx';
import { codeRules } from './second-factor-form.tsx';

/** The recovery codes, shown once: nobody goes on before having said that they are kept. */
export const RecoveryCodes = ({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) => {
  const [isKept, setKept] = useState(false);
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title="请保存备用码"
        description="手机丢失或更换时，用备用码登录，每个只能用一次。备用码只显示这一次，请抄录或打印后妥善保管，不要存放在办公电脑上。"
      />
      <ol className="recovery-codes" aria-label="备用码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p>
        <Checkbox checked={isKept} onChange={({ target }) => setKept(target.checked)}>
          我已保存备用码
        </Checkbox>
      </p>
      <div className="form-buttons">
        <Button type="primary" disabled={!isKept} onClick={onKept}>
          继续
        </Button>
      </div>
    </>
  );
};

const inFours = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** Ties an authenticator to the account: scan, type a code, keep the recovery codes. */
export const EnrolSecondFactor = ({ onDone }: { readonly onDone: () => void }) => {
  const [codes, setCodes] = useState<readonly string[]>();
  // Asked for once: a second asking would make another secret while the first is being scanned.
  const secret = useQuery(
    api.profile.beginSecondFactor.queryOptions({
      staleTime: 'static',
      gcTime: 0,
      retry: false,
    }),
  );
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  return (
    <QueryView query={secret}>
      {({ uri, secret: key }) => (
        <>
          <ol className="steps">
            <li>在手机上打开认证器应用（支持 TOTP 的都可以），扫描二维码：</li>
          </ol>
          <QrCode text={uri} label="绑定动态口令的二维码" />
          <p className="hint">
            扫不了时，在认证器中手工输入密钥：<code className="secret">{inFours(key)}</code>
          </p>
          <TaskForm<{ code: string }>
            submit="绑定动态口令"
            onSubmit={async (values, context) =>
              setCodes((await api.profile.confirmSecondFactor.call(values, { context })).recoveryCodes)
            }
          >
            <Form.Item name="code" label="认证器显示的 6 位数字" rules={codeRules}>
              <Input autoComplete="one-time-code" inputMode="numeric" maxLength={10} className="code-input" />
            </Form.Item>
          </TaskForm>
        </>
      )}
    </QueryView>
  );
};
