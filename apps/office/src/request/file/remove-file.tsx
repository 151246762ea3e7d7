import type { RequestFile } from '@gongkai/contract';
import { Form, Input } from 'antd';
import { api } from '../../api/api.ts';
import { TaskDrawer } from '../../component/task-drawer.tsx';

/** Takes a file that was added by mistake out of a case. */
export const RemoveFile = ({
  requestId,
  file,
  onClose,
  onRemoved,
}: {
  readonly requestId: string;
  readonly file: RequestFile;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}) => (
  <TaskDrawer<{ reason: string }>
    title="移除误传的材料"
    submit="移除"
    done="已移除"
    danger
    intro={<p>移除“{file.name}”。移除后不能再打开，也不随答复提供；谁、何时、因何移除，案卷中留有记录。</p>}
    onClose={onClose}
    onSubmit={async ({ reason }, context) => {
      await api.requestFile.remove.call({ id: requestId, fileId: file.id, reason }, { context });
      onRemoved();
    }}
  >
    <Form.Item
      name="reason"
      label="移除的原因"
      rules={[{ required: true, whitespace: true, message: '请写明移除的原因' }]}
    >
      <Input.TextArea rows={3} maxLength={200} showCount placeholder="如：属于另一件申请" />
    </Form.Item>
  </TaskDrawer>
);
