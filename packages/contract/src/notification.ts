import { oc } from '@orpc/contract';
import { z } from 'zod';
import { idSchema, momentSchema, pageOf, pageQuerySchema } from './values.ts';

export const notificationSchema = z.object({
  id: idSchema,
  at: momentSchema,
  kind: z.string(),
  text: z.string(),
  link: z.string().nullable().describe('办公端的页面，如 /authorisation'),
  isRead: z.boolean(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const markReadSchema = z.object({
  ids: z.array(idSchema).max(200).optional().describe('哪些；不写为全部'),
});

const tags = ['通知'];

export const notificationContract = {
  list: oc
    .route({ method: 'GET', path: '/notifications', summary: '列出我的通知，新的在前', tags })
    .input(pageQuerySchema.extend({ unread: z.stringbool().default(false).describe('只列未读的') }))
    .output(pageOf(notificationSchema)),
  unread: oc
    .route({ method: 'GET', path: '/notifications/unread', summary: '未读通知数', tags })
    .output(z.object({ count: z.number().int() })),
  markRead: oc
    .route({ method: 'POST', path: '/notifications/mark-read', summary: '标为已读', tags })
    .input(markReadSchema)
    .output(z.object({})),
};
