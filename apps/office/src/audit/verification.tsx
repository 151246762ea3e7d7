import type { AuditVerification, NotedHead } from '@gongkai/contract';
import { Alert, Drawer, Form, Input, InputNumber, Progress } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { Facts } from '../component/page.tsx';
import { showMomentExactly, showNumber } from '../component/show-time.ts';
import { TaskForm } from '../component/task-form.tsx';

interface Values {
  position: number | null;
  hash: string;
}

const Result = ({ result }: { readonly result: AuditVerification }) =>
  result.broken ? (
    <>
      <Alert type="error" showIcon title="日志有问题" description={result.broken.message} />
      <Facts
        facts={[
          ['校验链位置', result.broken.position ?? '不明'],
          ['记录编号', result.broken.eventId ?? '不明'],
          ['时间', result.broken.at ? showMomentExactly(result.broken.at) : '不明'],
        ]}
      />
      <p className="hint">
        请保护现场：不要重启或修改系统，立即报告网络安全负责人，用此前的备份和导出文件比对。
      </p>
    </>
  ) : (
    <>
      <Alert
        type="success"
        showIcon
        title={`校验完毕，${showNumber(result.links)} 条记录全部完好`}
        description="请把下面的末端抄录在纸上或存放在系统之外。下次校验时填入，可以发现末尾被截断。"
      />
      <Facts
        facts={[
          ['末端位置', result.head.position],
          [
            '末端校验值',
            <code key="hash" className="once">
              {result.head.hash}
            </code>,
          ],
        ]}
      />
    </>
  );

/** Proves the log unchanged, part by part, and shows how far it is. */
export const Verification = ({ onClose }: { readonly onClose: () => void }) => {
  const [progress, setProgress] = useState<AuditVerification>();
  const verify = async ({ position, hash }: Values): Promise<void> => {
    setProgress(undefined);
    const noted: NotedHead | undefined =
      position !== null && position !== undefined && hash?.trim()
        ? { position, hash: hash.trim() }
        : undefined;
    let part = await api.audit.verify.call({ ...(noted && { noted }) });
    setProgress(part);
    while (part.ok && !part.done) {
      part = await api.audit.verify.call({ after: part.position, ...(noted && { noted }) });
      setProgress(part);
    }
  };
  const isOver = progress && (progress.done || !progress.ok);
  return (
    <Drawer open title="校验审计日志" size={560} onClose={onClose}>
      <p className="drawer-intro">从第一条起逐条核对校验链。条数多时需要几分钟，期间可以继续使用系统。</p>
      <TaskForm<Values> submit={isOver ? '重新校验' : '开始校验'} onSubmit={verify}>
        <Form.Item name="position" label="此前记下的末端位置" extra="没有可以不填。">
          <InputNumber min={0} precision={0} />
        </Form.Item>
        <Form.Item
          name="hash"
          label="此前记下的末端校验值"
          rules={[{ pattern: /^\s*[0-9a-fA-F]{64}\s*$/, message: '校验值应为 64 位十六进制字符' }]}
        >
          <Input className="mono" />
        </Form.Item>
      </TaskForm>
      {progress && !isOver && (
        <div className="section" role="status">
          <Progress percent={Math.floor((progress.links / Math.max(1, progress.total)) * 100)} />
          已校验 {showNumber(progress.links)} 条，共 {showNumber(progress.total)} 条
        </div>
      )}
      {isOver && (
        <div className="section" role="status">
          <Result result={progress} />
        </div>
      )}
    </Drawer>
  );
};
