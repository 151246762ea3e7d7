import { z } from 'zod';
import type { Db } from '../platform/database/open-database.ts';
import { fewestAuditMonths, isAuditMonths } from '../platform/event/prune-events.ts';
import { readSetting } from '../platform/setting/read-setting.ts';
import type { BooleanSetting, IntegerSetting, TextSetting } from '../platform/setting/setting.ts';

/** 运行设置: how the installation is run, as settings of 系统管理员. The portal has its own beside them. */
export const operationSettings = {
  auditMonths: {
    type: 'integer',
    name: 'operation.audit_months',
    kind: 'operation',
    group: '审计',
    label: '审计日志保存',
    unit: '个月',
    least: 0,
    defaultValue: 0,
    most: 1200,
    help: `0 为永久保存，否则不少于 ${fewestAuditMonths} 个月（网络安全法：网络日志留存不少于六个月）。缩短后，超过期限的日志会被清理，不能恢复。`,
    refuse: (value) =>
      isAuditMonths(Number(value))
        ? undefined
        : `审计日志应永久保存（0），或者至少保存 ${fewestAuditMonths} 个月（网络安全法）。`,
  } satisfies IntegerSetting,
  mailSender: {
    type: 'text',
    name: 'operation.mail_sender',
    kind: 'operation',
    group: '邮件',
    label: '发件地址',
    help: '系统发出的邮件以这个地址为发件人，空则不发邮件。',
    defaultValue: '',
    most: 200,
    refuse: (value) =>
      value === '' || z.email().safeParse(value).success ? undefined : '“发件地址”不是正确的电子邮箱。',
  } satisfies TextSetting,
  mailSenderName: {
    type: 'text',
    name: 'operation.mail_sender_name',
    kind: 'operation',
    group: '邮件',
    label: '发件人名称',
    help: '收件人看到的名称，如“某某区政府信息公开”。',
    defaultValue: '政府信息公开',
    most: 50,
  } satisfies TextSetting,
  demonstration: {
    type: 'boolean',
    name: 'operation.demonstration',
    kind: 'operation',
    group: '演示',
    label: '标明这是演示系统',
    help: '门户和办公端的每一页都标明这是演示系统。演示数据都是虚构的。',
    defaultValue: false,
  } satisfies BooleanSetting,
} as const;

/** Whether this is the demonstration, which office and portal then say on every page. */
export const isDemonstration = (db: Db): Promise<boolean> => readSetting(db, operationSettings.demonstration);
