import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, momentSchema, pageOf, pageQuerySchema } from './values.ts';

export const mailStates = { waiting: '待发送', sent: '已发送', failed: '发送失败' } as const;
export const mailStateSchema = z.enum(['waiting', 'sent', 'failed']);

export const mailSchema = z.object({
  id: idSchema,
  createdAt: momentSchema,
  state: mailStateSchema,
  attempts: z.number().int(),
  sentAt: momentSchema.nullable(),
  problem: z.string().nullable().describe('最近一次没有发出的原因'),
  recipient: z.string().describe('收件人；正式运行时只显示一部分'),
  subject: z.string().nullable().describe('标题；只在试用环境显示'),
  body: z.string().nullable().describe('正文；只在试用环境显示'),
});
export type Mail = z.infer<typeof mailSchema>;

export const mailContract = {
  list: oc
    .route({ method: 'GET', path: '/mails', summary: '查看邮件发送情况', tags: ['运行维护'] })
    .input(pageQuerySchema.extend({ state: mailStateSchema.optional() }))
    .output(
      pageOf(mailSchema).extend({
        hasServer: z.boolean().describe('是否配置了邮件服务器'),
      }),
    ),
};

export const jobStates = {
  waiting: '等待',
  active: '执行中',
  failed: '失败',
  completed: '完成',
} as const;

export const jobQueueSchema = z.object({
  name: z.string(),
  title: z.string().describe('任务的中文名称'),
  schedule: z.string().nullable().describe('定时（cron，北京时间）；随业务产生的为空'),
  waiting: z.number().int(),
  active: z.number().int(),
  failed: z.number().int(),
  completed: z.number().int().describe('近七天完成的'),
  lastCompletedAt: momentSchema.nullable(),
});
export type JobQueue = z.infer<typeof jobQueueSchema>;

export const failedJobSchema = z.object({
  id: idSchema,
  name: z.string(),
  title: z.string(),
  createdAt: momentSchema,
  failedAt: momentSchema.nullable(),
  attempts: z.number().int(),
  problem: z.string().nullable().describe('失败原因的类别；不含业务内容'),
});
export type FailedJob = z.infer<typeof failedJobSchema>;

export const jobContract = {
  list: oc
    .route({ method: 'GET', path: '/jobs', summary: '查看后台任务', tags: ['运行维护'] })
    .output(z.object({ queues: z.array(jobQueueSchema), failed: z.array(failedJobSchema) })),
};
