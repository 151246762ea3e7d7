/** Where an event belongs; the audit search groups kinds so. */
export const eventAreas = {
  agency: '单位与人员',
  session: '登录',
  permission: '授权',
  setting: '设置',
  column: '栏目',
  request: '依申请公开',
  audit: '审计',
  operation: '运行维护',
  personal_data: '个人信息',
} as const;

export type EventArea = keyof typeof eventAreas;

export interface EventKindRow {
  readonly area: EventArea;
  /**
   * What happened, as people read it. `{actor}` is who did it, `{agency}` the agency it happened at, `{person}` whom
   * it was done to, `{name}` any other name a value of the event's data.
   */
  readonly sentence: string;
}

/**
 * Every kind of event there is: a closed vocabulary, past tense. A kind that was ever recorded stays here for
 * ever, because events stay readable for ever. Printed into docs/events.md; a repository test finds kinds that
 * are recorded without standing here.
 */
export const eventKinds = {
  installation_set_up: { area: 'agency', sentence: '系统初始化，建立了{agency}' },
  demonstration_set_up: { area: 'agency', sentence: '演示区“{district}”已建立，内容都是虚构的' },
  agency_created: { area: 'agency', sentence: '{actor}新增了单位{agency}' },
  agency_changed: { area: 'agency', sentence: '{actor}修改了{agency}的信息' },
  agency_moved: { area: 'agency', sentence: '{actor}把{agency}的上级调整为{toName}' },
  agency_closed: { area: 'agency', sentence: '{actor}撤销了{agency}，自 {closedOn} 起' },
  agencies_imported: {
    area: 'agency',
    sentence: '{actor}导入了单位：新增 {created} 个，修改 {changed} 个',
  },
  competent_department_designated: {
    area: 'agency',
    sentence: '{actor}指定{agency}为政府信息公开工作主管部门',
  },
  work_reassigned: { area: 'agency', sentence: '{actor}改派了待办“{title}”：{reason}' },
  setting_changed: { area: 'setting', sentence: '{actor}把设置“{label}”由“{before}”改为“{after}”' },
  calendar_year_imported: {
    area: 'setting',
    sentence: '{actor}导入了 {year} 年工作日历，依据：{source}',
  },
  standard_columns_opened: { area: 'column', sentence: '{agency}的标准栏目已建立' },
  column_created: { area: 'column', sentence: '{actor}新增了{agency}的栏目“{name}”' },
  column_changed: { area: 'column', sentence: '{actor}修改了{agency}的一个栏目' },
  column_closed: { area: 'column', sentence: '{actor}停用了{agency}的栏目“{name}”' },
  permission_denied: { area: 'permission', sentence: '{actor}尝试了没有权限的操作（{action}），已被拒绝' },
  audit_searched: { area: 'audit', sentence: '{actor}查询了审计日志' },
  audit_exported: { area: 'audit', sentence: '{actor}导出了审计日志' },
  chain_verified: { area: 'audit', sentence: '{actor}校验了审计日志，{links} 条全部完好' },
  chain_found_broken: {
    area: 'audit',
    sentence: '{actor}校验审计日志时发现第 {position} 环有问题：{what}',
  },
  events_pruned: {
    area: 'audit',
    sentence: '按保存期限清理了 {upTo} 以前的审计日志，共 {events} 条（保存 {months} 个月）',
  },
  mail_list_viewed: { area: 'operation', sentence: '{actor}查看了邮件发送情况' },
  mail_failed: { area: 'operation', sentence: '一封邮件没有发出去，已停止重试（{problem}）' },
  job_failed: { area: 'operation', sentence: '后台任务“{job}”多次失败，已停止重试' },
  personal_data_shown: {
    area: 'personal_data',
    sentence: '{actor}查看了个人信息（{fields}），理由：{reason}',
  },
  sign_in_refused: { area: 'session', sentence: '{person}登录未成功（{reason}），来自 {address}' },
  password_accepted: { area: 'session', sentence: '{actor}输对了密码，待输入动态口令，来自 {address}' },
  signed_in: { area: 'session', sentence: '{actor}登录了' },
  signed_out: { area: 'session', sentence: '{actor}退出了登录' },
  session_ended: { area: 'session', sentence: '登录已结束（{reason}）' },
  account_locked: { area: 'session', sentence: '{person}的账号因连续输错被锁定 {minutes} 分钟' },
  password_refused: { area: 'session', sentence: '{actor}再次输入密码时输错（{reason}）' },
  password_changed: { area: 'session', sentence: '{actor}修改了密码' },
  second_factor_refused: { area: 'session', sentence: '{actor}输入的动态口令不正确（{reason}）' },
  second_factor_begun: { area: 'session', sentence: '{actor}开始绑定动态口令' },
  second_factor_bound: { area: 'session', sentence: '{actor}绑定了动态口令' },
  second_factor_removed: { area: 'session', sentence: '{actor}解除了动态口令' },
  recovery_code_used: { area: 'session', sentence: '{actor}用掉了一个备用码，还剩 {left} 个' },
  recovery_codes_renewed: { area: 'session', sentence: '{actor}重新生成了备用码' },
  identity_confirmed: { area: 'session', sentence: '{actor}再次核验了身份' },
  agency_switched: { area: 'session', sentence: '{actor}切换到{agency}办理业务' },
  person_created: { area: 'agency', sentence: '{actor}为{agency}新建了人员{person}' },
  person_changed: { area: 'agency', sentence: '{actor}修改了{agency}{person}的信息（{fields}）' },
  person_unlocked: { area: 'session', sentence: '{actor}解除了{person}的锁定' },
  password_reset: { area: 'session', sentence: '{actor}重置了{person}的密码' },
  second_factor_reset: { area: 'session', sentence: '{actor}重置了{person}的动态口令' },
  person_handed_over: {
    area: 'agency',
    sentence: '{actor}办理了{person}的离岗交接（{reason}），改派 {reassigned} 件',
  },
  post_proposed: { area: 'permission', sentence: '{actor}提出由{person}任{agency}{role}，待授权' },
  post_authorised: { area: 'permission', sentence: '{actor}授权{person}任{agency}{role}' },
  post_refused: { area: 'permission', sentence: '{actor}不予授权{person}任{agency}{role}，理由：{reason}' },
  post_ended: {
    area: 'permission',
    sentence: '{actor}结束了{person}的任岗（{agency}{role}），理由：{reason}',
  },
  token_created: { area: 'permission', sentence: '{actor}为{agency}创建了接口令牌“{name}”（{scopes}）' },
  token_revoked: { area: 'permission', sentence: '{actor}作废了{agency}的接口令牌“{name}”' },
  request_submitted: { area: 'request', sentence: '收到公开申请{number}' },
  request_confirmed: { area: 'request', sentence: '{actor}确认收到申请{number}' },
  request_correction_asked: { area: 'request', sentence: '{actor}告知{number}的申请人补正' },
  request_notice_received: { area: 'request', sentence: '{actor}登记了{number}的申请人收到通知' },
  request_corrected: { area: 'request', sentence: '收到{number}的补正' },
  request_closed_uncorrected: { area: 'request', sentence: '{actor}认定{number}逾期不补正，不再处理' },
  request_searched: { area: 'request', sentence: '{actor}登记了为{number}所作的检索' },
  request_consultation_started: { area: 'request', sentence: '{actor}就{number}发出征求意见' },
  request_consultation_delivered: { area: 'request', sentence: '{actor}登记了{number}的征求意见送达' },
  request_opinion_received: { area: 'request', sentence: '{actor}登记了对{number}的意见' },
  request_consultation_closed: { area: 'request', sentence: '{actor}结束了{number}的一次征求意见' },
  request_extension_proposed: {
    area: 'request',
    sentence: '{actor}提出延长{number}的答复期限 {workingDays} 个工作日',
  },
  request_extension_approved: { area: 'request', sentence: '{actor}同意延长{number}的答复期限' },
  request_extension_refused: { area: 'request', sentence: '{actor}不同意延长{number}的答复期限' },
  request_extension_notified: { area: 'request', sentence: '{actor}把延长答复期限告知{number}的申请人' },
  request_fee_notified: { area: 'request', sentence: '{actor}就{number}发出收费通知，{amount} 元' },
  request_fee_received: { area: 'request', sentence: '{actor}登记了{number}的缴费' },
  request_fee_waived: { area: 'request', sentence: '{actor}收回了{number}的收费通知' },
  request_closed_unpaid: { area: 'request', sentence: '{actor}认定{number}逾期未缴费，不再处理' },
  request_reasons_asked: { area: 'request', sentence: '{actor}请{number}的申请人说明理由' },
  request_reasons_received: { area: 'request', sentence: '{actor}登记了{number}的申请人说明的理由' },
  request_delayed: { area: 'request', sentence: '{actor}告知{number}延迟到 {until} 答复' },
  request_drafted: { area: 'request', sentence: '{actor}拟定了{number}的答复（{outcome}）' },
  request_reviewed: { area: 'request', sentence: '{actor}审核了{number}的答复' },
  request_secrecy_reviewed: { area: 'request', sentence: '{actor}对{number}的答复作了保密审查' },
  request_approved: { area: 'request', sentence: '{actor}批准了{number}的答复' },
  request_returned: { area: 'request', sentence: '{actor}退回了{number}的答复' },
  request_signed: { area: 'request', sentence: '{actor}签发了{number}的答复（{documentNumber}）' },
  request_delivered: { area: 'request', sentence: '{actor}发出了{number}的答复' },
  request_service_recorded: { area: 'request', sentence: '{actor}登记了{number}的答复送达' },
  request_answered_on_the_spot: { area: 'request', sentence: '{actor}当场答复了{number}（{outcome}）' },
  letter_template_changed: { area: 'request', sentence: '{actor}修改了{agency}的文书模板“{name}”' },
  letter_template_restored: {
    area: 'request',
    sentence: '{actor}把{agency}的文书模板“{name}”恢复为系统自带的',
  },
  request_letter_sent: { area: 'request', sentence: '{actor}就{number}发出函件' },
  request_material_received: { area: 'request', sentence: '收到{number}补交的材料' },
  request_fee_agreed: { area: 'request', sentence: '{number}的申请人同意缴纳信息处理费' },
  request_rated: { area: 'request', sentence: '{number}的申请人评价了服务，{score} 分' },
  request_withdrawn: { area: 'request', sentence: '{number}由申请人撤回' },
  request_file_added: { area: 'request', sentence: '{actor}向{number}的案卷加入了{what}' },
  request_file_changed: { area: 'request', sentence: '{actor}改动了{number}案卷中的一份{what}' },
  request_file_removed: { area: 'request', sentence: '{actor}移除了{number}案卷中的一份{what}' },
  request_file_redacted: {
    area: 'request',
    sentence: '{actor}对{number}的一份材料作了区分处理，遮盖 {areas} 处',
  },
  secrecy_mark_refused: {
    area: 'request',
    sentence: '{actor}交来的文件带有国家秘密标志，没有保存',
  },
  request_assigned: { area: 'request', sentence: '{actor}指定了{number}的经办人' },
  request_list_exported: { area: 'request', sentence: '{actor}导出了{agency}的申请列表，{count} 件' },
  proactive_proposed: { area: 'request', sentence: '{actor}建议把{number}等多人申请的信息转为主动公开' },
  proactive_accepted: { area: 'request', sentence: '{actor}同意把{number}等多人申请的信息转为主动公开' },
  proactive_declined: { area: 'request', sentence: '{actor}决定不把{number}等多人申请的信息转为主动公开' },
  request_archived: { area: 'request', sentence: '{actor}归档了{number}' },
  request_archive_frozen: { area: 'request', sentence: '{number}的案卷归档固定，共 {documents} 件' },
  request_archive_exported: { area: 'request', sentence: '{actor}导出了{number}的{what}' },
  request_archive_verified: { area: 'request', sentence: '{actor}核对了{number}的案卷，{result}' },
  request_hold_placed: { area: 'request', sentence: '{actor}把{number}的案卷列为暂缓销毁' },
  request_hold_released: { area: 'request', sentence: '{actor}解除了{number}的案卷的暂缓销毁' },
  request_destroyed: {
    area: 'request',
    sentence: '{actor}销毁了{number}的案卷（{documents} 件），鉴定意见：{opinion}',
  },
} as const satisfies Readonly<Record<string, EventKindRow>>;

export type EventKind = keyof typeof eventKinds;

export const eventKindNames = Object.keys(eventKinds) as readonly EventKind[];

export const isEventKind = (kind: string): kind is EventKind => Object.hasOwn(eventKinds, kind);
