/** Where an event belongs; the audit search groups kinds so. */
export const eventAreas = {
  agency: '单位与人员',
  session: '登录',
  permission: '授权',
  setting: '设置',
  column: '栏目',
  audit: '审计',
  operation: '运行维护',
  personal_data: '个人信息',
} as const;

export type EventArea = keyof typeof eventAreas;

export interface EventKindRow {
  readonly area: EventArea;
  /**
   * What happened, as people read it. `{actor}` is who did it, `{agency}` the agency it happened at, `{name}` any
   * other name a value of the event's data.
   */
  readonly sentence: string;
}

/**
 * Every kind of event there is: a closed vocabulary, past tense. A kind that was ever recorded stays here for
 * ever, because events stay readable for ever. Printed into docs/events.md; a repository test finds kinds that
 * are recorded without standing here.
 */
export const eventKinds = {
  agency_changed: { area: 'agency', sentence: '{actor}修改了{agency}的信息' },
  permission_denied: { area: 'permission', sentence: '{actor}尝试了没有权限的操作（{action}），已被拒绝' },
  audit_searched: { area: 'audit', sentence: '{actor}查询了审计日志' },
  audit_exported: { area: 'audit', sentence: '{actor}导出了审计日志' },
  chain_verified: { area: 'audit', sentence: '{actor}校验了审计日志，{links} 条全部完好' },
  chain_found_broken: {
    area: 'audit',
    sentence: '{actor}校验审计日志时发现第 {position} 环有问题（{fault}）',
  },
  events_pruned: {
    area: 'audit',
    sentence: '按保存期限清理了 {upTo} 以前的审计日志，共 {events} 条（保存 {months} 个月）',
  },
  mail_list_viewed: { area: 'operation', sentence: '{actor}查看了邮件发送情况' },
  mail_failed: { area: 'operation', sentence: '一封邮件没有发出去，已停止重试（{problem}）' },
  job_failed: { area: 'operation', sentence: '后台任务“{job}”多次失败，已停止重试' },
  job_retried: { area: 'operation', sentence: '{actor}让失败的后台任务“{job}”重新执行' },
  personal_data_shown: {
    area: 'personal_data',
    sentence: '{actor}查看了个人信息（{fields}），理由：{reason}',
  },
} as const satisfies Readonly<Record<string, EventKindRow>>;

export type EventKind = keyof typeof eventKinds;

export const eventKindNames = Object.keys(eventKinds) as readonly EventKind[];

export const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(eventKinds, kind);

const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '—';
  if (Array.isArray(value)) return value.map(shown).join('、');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The event as a sentence. Values the event doesn't have are shown as a dash; an unknown kind as itself. */
export const eventSentence = (
  kind: string,
  words: Readonly<Record<'actor' | 'agency', string | null>>,
  data: Readonly<Record<string, unknown>>,
): string => {
  if (!isEventKind(kind)) return kind;
  return eventKinds[kind].sentence.replace(/\{(\w+)\}/g, (_, name: string) =>
    shown(name === 'actor' || name === 'agency' ? words[name] : data[name]),
  );
};
