import { type Mail, mailStates } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Select } from 'antd';
import { useState } from 'react';
import { api } from '../api/api.ts';
import { FilterField } from '../component/filter-field.tsx';
import { ListTable, pageSize } from '../component/list-table.tsx';
import { Facts, Page } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { showMoment } from '../component/show-time.ts';
import { Status } from '../component/status.tsx';
import { useUrlState } from '../component/url-state.ts';

const tones = { waiting: 'accent', sent: 'good', failed: 'bad' } as const;

/** 邮件: what the program sent or has to send; without a mail server, what it would have sent. */
export const MailPage = () => {
  const url = useUrlState();
  const [shown, setShown] = useState<Mail>();
  const state = url.get('state') as Mail['state'] | undefined;
  const mails = useQuery(
    api.mail.list.queryOptions({ input: { page: url.page, size: pageSize, ...(state && { state }) } }),
  );
  return (
    <Page title="邮件" intro="系统发出的邮件和发送情况。">
      {mails.data && !mails.data.hasServer && (
        <Alert
          type="info"
          showIcon
          className="above"
          title="没有配置邮件服务器"
          description="邮件没有真的发出，在这里可以看到内容。正式运行前请配置邮件服务器。"
        />
      )}
      <div className="filters">
        <FilterField label="状态">
          <Select
            value={state ?? ''}
            onChange={(value) => url.set({ state: value })}
            options={[
              { value: '', label: '全部' },
              ...Object.entries(mailStates).map(([value, label]) => ({ value, label })),
            ]}
          />
        </FilterField>
      </div>
      <QueryView query={mails}>
        {({ items, total }) => (
          <ListTable<Mail>
            label="邮件"
            rows={items}
            total={total}
            empty={
              state ? '没有这种状态的邮件。' : '还没有邮件。系统需要通知申请人或工作人员时，会在这里列出。'
            }
            columns={[
              { title: '时间', key: 'at', render: (_, { createdAt }) => showMoment(createdAt) },
              { title: '收件人', dataIndex: 'recipient' },
              {
                title: '标题',
                dataIndex: 'subject',
                render: (subject) => subject ?? <span className="none">不显示</span>,
              },
              {
                title: '状态',
                key: 'state',
                render: (_, mail) => <Status tone={tones[mail.state]}>{mailStates[mail.state]}</Status>,
              },
              { title: '尝试', dataIndex: 'attempts', align: 'right' },
              { title: '没有发出的原因', dataIndex: 'problem', render: (problem) => problem ?? '' },
              {
                title: '操作',
                key: 'acts',
                render: (_, mail) =>
                  mail.body !== null && (
                    <div className="row-actions">
                      <Button type="link" onClick={() => setShown(mail)}>
                        查看
                      </Button>
                    </div>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      {shown && (
        <Drawer open title={shown.subject ?? '邮件'} size={640} onClose={() => setShown(undefined)}>
          <Facts
            facts={[
              ['收件人', shown.recipient],
              ['时间', showMoment(shown.createdAt)],
            ]}
          />
          <pre className="mail-body">{shown.body}</pre>
        </Drawer>
      )}
    </Page>
  );
};
