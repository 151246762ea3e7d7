import type { ExpiredCase } from '@gongkai/contract';
import { Alert, Form, Input } from 'antd';
import { api } from '../../api/api.ts';
import { TaskDrawer } from '../../component/task-drawer.tsx';

/** 销毁: what goes, what stays, and on what opinion. */
export const DestroyDrawer = ({
  agencyId,
  cases,
  onClose,
  onDone,
}: {
  readonly agencyId: string;
  readonly cases: readonly ExpiredCase[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => (
  <TaskDrawer<{ reason: string }>
    title={`销毁 ${cases.length} 件案卷`}
    submit={`销毁 ${cases.length} 件案卷`}
    done={`已销毁 ${cases.length} 件案卷`}
    danger
    note="销毁后不能恢复。"
    intro={
      <>
        <Alert
          type="warning"
          showIcon
          title="销毁后不能恢复"
          description="销毁：申请人信息、申请内容、填写的意见、全部文书和材料。保留：登记编号、日期、办理步骤和办理结果，统计数字不变。此前的系统备份中仍有这些内容，直到备份被删除。"
        />
        <ul className="names archive-chosen">
          {cases.map(({ id, number }) => (
            <li key={id}>{number}</li>
          ))}
        </ul>
      </>
    }
    onClose={onClose}
    onSubmit={({ reason }, context) =>
      api.requestArchive.destroy.call({ agencyId, ids: cases.map(({ id }) => id), reason }, { context })
    }
    onDone={onDone}
  >
    <Form.Item
      name="reason"
      label="鉴定意见"
      extra="写入销毁记录，长期保留。不要写申请人的信息。"
      rules={[{ required: true, whitespace: true, message: '请写明鉴定意见' }]}
    >
      <Input.TextArea
        rows={4}
        maxLength={500}
        showCount
        placeholder="如：保存期限届满，经鉴定无继续保存价值，同意销毁"
      />
    </Form.Item>
  </TaskDrawer>
);
