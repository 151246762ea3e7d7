import type { TrackedRequest } from '@gongkai/contract';
import { type CivilDate, inChinese } from '@gongkai/statute';

/** What an applicant who has just submitted should know, in its order; on the page and on paper the same. */
export const nextAfterSubmitting = ({
  agencyName,
  clock,
}: Pick<TrackedRequest, 'agencyName' | 'clock'>): readonly {
  readonly label: string;
  readonly value: string;
}[] => [
  {
    label: '确认收到',
    value:
      clock.receivedOn === null
        ? `${agencyName}会和您确认。通过互联网提交的申请，双方确认之日才是“收到申请之日”（条例第三十一条第（三）项），请留意电话和邮件。`
        : `已经确认，收到申请之日是${inChinese(clock.receivedOn as CivilDate)}。`,
  },
  {
    label: '答复期限',
    value:
      clock.dueOn === null
        ? '自收到申请之日起 20 个工作日内（条例第三十三条第二款）。确认收到以后，凭登记编号和查询码可以看到是哪一天。'
        : `${inChinese(clock.dueOn as CivilDate)}前（含当日）。`,
  },
  {
    label: '内容不明确的',
    value: '会在 7 个工作日内一次性告诉您补正什么，收到补正后重新计算期限（条例第三十条）。',
  },
];
