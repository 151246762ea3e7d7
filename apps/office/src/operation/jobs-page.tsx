import type { FailedJob, JobQueue } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../api/api.ts';
import { ListTable } from '../component/list-table.tsx';
import { Page, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { showMoment, showNumber } from '../component/show-time.ts';
import { Status } from '../component/status.tsx';

/** `30 6 * * *` → 每天 6:30, `*\/10 * * * *` → 每 10 分钟; anything rarer as it is written. */
const saySchedule = (cron: string): string => {
  const [, minutes] = /^\*\/(\d+) \* \* \* \*$/.exec(cron) ?? [];
  if (minutes) return `每 ${minutes} 分钟`;
  const [, minute, hour] = /^(\d+) (\d+) \* \* \*$/.exec(cron) ?? [];
  return minute && hour ? `每天 ${hour}:${minute.padStart(2, '0')}` : cron;
};

const count = (value: number) => (value === 0 ? <span className="second">0</span> : showNumber(value));

/** 后台任务: what the program does by itself, and what of it failed. */
export const JobsPage = () => {
  const jobs = useQuery(api.job.list.queryOptions());
  return (
    <Page
      title="后台任务"
      intro="系统自己做的事：发送邮件、连接校验链、清理过期内容等。失败的会自动重试，多次失败才列在下面。"
      actions={<Button onClick={() => void jobs.refetch()}>刷新</Button>}
    >
      <QueryView query={jobs}>
        {({ queues, failed }) => (
          <>
            <ListTable<JobQueue>
              label="任务"
              rowKey="name"
              rows={queues}
              empty="没有后台任务。"
              columns={[
                { title: '任务', dataIndex: 'title' },
                {
                  title: '定时',
                  dataIndex: 'schedule',
                  render: (schedule) =>
                    schedule ? saySchedule(schedule) : <span className="second">随业务产生</span>,
                },
                {
                  title: '等待',
                  key: 'waiting',
                  align: 'right',
                  render: (_, { waiting }) => count(waiting),
                },
                {
                  title: '执行中',
                  key: 'active',
                  align: 'right',
                  render: (_, { active }) => count(active),
                },
                {
                  title: '失败',
                  key: 'failed',
                  align: 'right',
                  render: (_, { failed: number }) =>
                    number === 0 ? count(0) : <Status tone="bad">{showNumber(number)}</Status>,
                },
                {
                  title: '近七天完成',
                  key: 'completed',
                  align: 'right',
                  render: (_, { completed }) => count(completed),
                },
                {
                  title: '最近完成',
                  key: 'last',
                  render: (_, { lastCompletedAt }) =>
                    lastCompletedAt ? showMoment(lastCompletedAt) : <span className="none">还没有</span>,
                },
              ]}
            />
            <Section title="失败的任务">
              <ListTable<FailedJob>
                label="失败的任务"
                rows={failed}
                empty="没有失败的任务。"
                columns={[
                  { title: '任务', dataIndex: 'title' },
                  { title: '产生时间', key: 'at', render: (_, { createdAt }) => showMoment(createdAt) },
                  {
                    title: '失败时间',
                    key: 'failedAt',
                    render: (_, { failedAt }) => (failedAt ? showMoment(failedAt) : ''),
                  },
                  { title: '尝试', dataIndex: 'attempts', align: 'right' },
                  { title: '原因', dataIndex: 'problem', render: (problem) => problem ?? '不明' },
                ]}
              />
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
};
