import { type Applicant, applicantKinds } from '@gongkai/contract';
import { identityKindNames } from '@gongkai/statute';
import { Button, Form, Input } from 'antd';
import { api } from '../../api/api.ts';
import { Facts } from '../../component/page.tsx';
import { TaskDrawer } from '../../component/task-drawer.tsx';

/** Asks why the applicant is to be seen in full: the reading stands in the record (个人信息保护法第五十一条). */
export const ShowApplicant = ({
  id,
  onShown,
  onClose,
}: {
  readonly id: string;
  readonly onShown: (applicant: Applicant | null) => void;
  readonly onClose: () => void;
}) => (
  <TaskDrawer<{ reason: string }>
    title="查看申请人的完整信息"
    intro="查看的人、时间和理由记入审计日志。只在办理需要时查看。"
    submit="查看"
    onClose={onClose}
    onSubmit={async ({ reason }, context) =>
      onShown(await api.request.showApplicant.call({ id, reason }, { context }))
    }
  >
    <Form.Item
      name="reason"
      label="查看的理由"
      rules={[{ required: true, whitespace: true, message: '请写明查看的理由' }]}
    >
      <Input.TextArea rows={3} maxLength={200} showCount placeholder="例如：电话联系申请人确认收到" />
    </Form.Item>
  </TaskDrawer>
);

/** The applicant in full, until it is hidden again or the page is left. */
export const ApplicantInFull = ({
  applicant,
  onHide,
}: {
  readonly applicant: Applicant | null;
  readonly onHide: () => void;
}) => (
  <section className="applicant" aria-label="申请人的完整信息">
    {applicant === null ? (
      <p>申请人的信息已按保存期限销毁。</p>
    ) : (
      <Facts
        facts={[
          ['姓名或者名称', applicant.name],
          ['类别', applicantKinds[applicant.kind]],
          [
            '身份证明',
            applicant.identity &&
              `${identityKindNames[applicant.identity.kind]} ${applicant.identity.number}`,
          ],
          ...(applicant.contactPerson ? [['联系人', applicant.contactPerson] as const] : []),
          ['联系电话', applicant.phone],
          ['电子邮箱', applicant.email],
          ['通信地址', applicant.address],
        ]}
      />
    )}
    <Button className="no-print" onClick={onHide}>
      不再显示
    </Button>
  </section>
);
