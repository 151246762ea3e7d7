import type { Action } from '@gongkai/contract';

export interface MenuEntry {
  readonly label: string;
  readonly to: string;
  /** Shown to those who may do this anywhere; to everybody where absent. */
  readonly action?: Action;
}

export interface MenuGroup {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** The side menu, in the order of the day's work. */
export const menu: readonly MenuGroup[] = [
  { label: '办公', entries: [{ label: '首页', to: '/' }] },
  {
    label: '依申请公开',
    entries: [
      { label: '申请', to: '/requests', action: 'request.view' },
      { label: '登记申请', to: '/requests/register', action: 'request.register' },
      { label: '多人申请', to: '/requests/similar', action: 'request.propose' },
      { label: '文书模板', to: '/letter-templates', action: 'letter_template.view' },
      { label: '待销毁的案卷', to: '/requests/expired', action: 'request.destroy' },
    ],
  },
  {
    label: '信息公开',
    entries: [
      { label: '栏目', to: '/columns', action: 'column.view' },
      { label: '工作日历', to: '/calendar', action: 'calendar.view' },
      { label: '年报体检', to: '/check' },
    ],
  },
  {
    label: '单位与人员',
    entries: [
      { label: '单位', to: '/agencies', action: 'agency.view' },
      { label: '人员与职责', to: '/people', action: 'person.view' },
      { label: '授权', to: '/authorisation', action: 'post.authorise' },
    ],
  },
  {
    label: '系统',
    entries: [
      { label: '系统设置', to: '/settings', action: 'setting.view' },
      { label: '安全设置', to: '/security', action: 'setting.view' },
      { label: '接口令牌', to: '/tokens', action: 'token.view' },
      { label: '后台任务', to: '/jobs', action: 'job.view' },
      { label: '邮件', to: '/mail', action: 'mail.view' },
      { label: '审计日志', to: '/audit', action: 'audit.search' },
    ],
  },
];
