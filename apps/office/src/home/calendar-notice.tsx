import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { api } from '../api/api.ts';

/** Says when next year's calendar has to be imported: deadlines that reach into it are provisional until then. */
export const CalendarNotice = ({ mayImport }: { readonly mayImport: boolean }) => {
  const { data } = useQuery(api.calendar.list.queryOptions({ input: {} }));
  if (!data?.notice) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={data.notice}
      action={
        <Link to={mayImport ? '/calendar/import' : '/calendar'}>
          {mayImport ? '导入工作日历' : '查看工作日历'}
        </Link>
      }
    />
  );
};
