import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../../api/api.ts';
import { Page } from '../../component/page.tsx';
import { QueryView } from '../../component/query-view.tsx';
import { Redaction } from './redaction.tsx';

/** Redaction (区分处理, 条例第三十七条): a file of a case with what must not be given away blacked out. */
export const RedactionPage = () => {
  const { id = '', fileId = '' } = useParams();
  const query = useQuery(
    api.requestRedaction.open.queryOptions({
      input: { id, fileId },
      // What is drawn from then on is the page's own; opened anew it is read anew.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  );
  const above = [
    { label: '公开申请', to: '/requests' },
    { label: '案卷', to: `/requests/${id}` },
  ];
  if (query.data === undefined)
    return (
      <Page title="区分处理" above={above} intro={query.error ? undefined : '正在打开文件、查找个人信息…'}>
        <QueryView query={query}>{() => null}</QueryView>
      </Page>
    );
  return <Redaction key={fileId} opened={query.data} file={{ id, fileId }} above={above} />;
};
