import { Form, Input } from 'antd';
import { api } from '../../api/api.ts';
import { TaskDrawer } from '../../component/task-drawer.tsx';

/** 暂缓销毁: why a case is kept beyond its period. */
export const HoldDrawer = ({
  requestId,
  onClose,
}: {
  readonly requestId: string;
  readonly onClose: () => void;
}) => (
  <TaskDrawer<{ reason: string }>
    title="列为暂缓销毁"
    submit="列为暂缓销毁"
    done="已列为暂缓销毁"
    intro="正在行政复议、行政诉讼、检查或者举报调查中的案卷，保存期限届满也不销毁，直到解除。"
    onClose={onClose}
    onSubmit={({ reason }, context) => api.requestArchive.hold.call({ id: requestId, reason }, { context })}
  >
    <Form.Item
      name="reason"
      label="原因"
      rules={[{ required: true, whitespace: true, message: '请写明暂缓销毁的原因' }]}
    >
      <Input.TextArea rows={4} maxLength={500} showCount />
    </Form.Item>
  </TaskDrawer>
);
