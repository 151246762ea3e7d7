import { roles, workKinds } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { api } from '../api/api.ts';
import { Page, Section } from '../component/page.tsx';
import { sayMoment } from '../component/show-time.ts';
import { useMay, useSession } from '../session/use-session.ts';
import { CalendarNotice } from './calendar-notice.tsx';
import { Proposals } from './proposals.tsx';
import { RequestsToday } from './requests-today.tsx';
import { WorkList } from './work-list.tsx';

const day = 86_400_000;

/** Warns two weeks before the password expires. */
const PasswordNotice = () => {
  const { passwordExpiresAt } = useSession();
  if (!passwordExpiresAt || new Date(passwordExpiresAt).getTime() - Date.now() > 14 * day) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={`您的密码将于 ${sayMoment(passwordExpiresAt)} 到期`}
      description={<Link to="/account?tab=password">现在修改密码</Link>}
    />
  );
};

/** 首页: what must I do today. */
export const HomePage = () => {
  const { person, agency, held } = useSession();
  const mayDo = useMay();
  const counts = useQuery({ ...api.work.counts.queryOptions(), enabled: mayDo('work.view') });
  const own = held.filter(({ agencyId }) => agencyId === agency.id).map(({ role }) => roles[role]);
  return (
    <Page title="首页" intro={`${person.name}，${agency.name}${own.length > 0 ? `，${own.join('、')}` : ''}`}>
      <div className="notices">
        <PasswordNotice />
        {mayDo('calendar.view') && <CalendarNotice mayImport={mayDo('calendar.import')} />}
      </div>
      {mayDo('request.view', { agencyId: agency.id }) && <RequestsToday />}
      {mayDo('work.view') && (
        <>
          {counts.data && (
            <ul className="counts" aria-label="待办数">
              <li>
                <strong>{counts.data.total}</strong>待办
              </li>
              <li className={counts.data.overdue > 0 ? 'bad' : ''}>
                <strong>{counts.data.overdue}</strong>已超期
              </li>
              <li className={counts.data.today > 0 ? 'warn' : ''}>
                <strong>{counts.data.today}</strong>今天到期
              </li>
              <li>
                <strong>{counts.data.soon}</strong>即将到期
              </li>
            </ul>
          )}
          <WorkList
            kinds={
              counts.data?.byKind ?? Object.entries(workKinds).map(([kind, kindName]) => ({ kind, kindName }))
            }
          />
        </>
      )}
      {mayDo('post.authorise') && <Proposals />}
      {!mayDo('work.view') && !mayDo('post.authorise') && (
        <Section title="常用">
          <ul className="entrances">
            {mayDo('person.create') && (
              <li>
                <Link to="/people">人员与职责</Link>
                <span>建立账号，提出任岗，办理离岗交接</span>
              </li>
            )}
            {mayDo('agency.create') && (
              <li>
                <Link to="/agencies">单位</Link>
                <span>新增、修改、撤销单位，从表格导入</span>
              </li>
            )}
            {mayDo('calendar.import') && (
              <li>
                <Link to="/calendar">工作日历</Link>
                <span>每年国务院办公厅公布放假安排后导入</span>
              </li>
            )}
            {mayDo('audit.search') && (
              <li>
                <Link to="/audit">审计日志</Link>
                <span>查询谁在什么时候做了什么，校验日志有没有被改动</span>
              </li>
            )}
          </ul>
        </Section>
      )}
    </Page>
  );
};
