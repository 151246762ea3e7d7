import type { RegisterRequest } from '@gongkai/contract';

type Channel = RegisterRequest['channel'];

/** What the date beside each channel is, and when the period begins (条例第三十一条). */
export const channelRules: Readonly<Record<Channel, { readonly date: string; readonly rule: string }>> = {
  in_person: {
    date: '提交之日',
    rule: '当面提交的，以提交之日为收到申请之日，次日起算 20 个工作日（条例第三十一条第（一）项）。',
  },
  oral: {
    date: '口头提出之日',
    rule: '书写有困难的可以口头提出，由受理人员代为填写；请念给申请人听并请其确认（条例第二十九条第一款）。以提出之日为收到申请之日。',
  },
  signed_post: {
    date: '签收之日',
    rule: '邮寄的，以签收之日为收到申请之日（条例第三十一条第（二）项）。请保留信封并一起扫描。',
  },
  ordinary_mail: {
    date: '信函到达之日',
    rule: '平常信函等无需签收的，应当于收到的当日与申请人确认，确认之日为收到申请之日（条例第三十一条第（二）项）。登记后请在案卷中“确认收到申请”。',
  },
  misdirected_mail: {
    date: '转到公开工作机构之日',
    rule: '寄给其他内设机构或者个人的，转到后当日与申请人联系确认；联系不上的先登记，恢复联系之日起算。登记后请在案卷中“确认收到申请”。',
  },
  fax: {
    date: '传真到达之日',
    rule: '传真的，以双方确认之日为收到申请之日（条例第三十一条第（三）项）。登记后请在案卷中“确认收到申请”。',
  },
  other_agency: {
    date: '转来之日',
    rule: '其他机关转来的，与申请人确认后起算。请在描述中写明转来的机关。登记后请在案卷中“确认收到申请”。',
  },
};
