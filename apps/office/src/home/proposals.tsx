import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../api/api.ts';
import { Nothing, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';

/** What waits for the security administrator. */
export const Proposals = () => {
  const posts = useQuery(api.post.list.queryOptions({ input: { state: 'proposed', size: 1 } }));
  return (
    <Section title="待授权">
      <QueryView query={posts} rows={1}>
        {({ total }) =>
          total === 0 ? (
            <Nothing>没有等待授权的任岗。系统管理员提出任岗后，会出现在这里。</Nothing>
          ) : (
            <p>
              有 {total} 项任岗等待您授权。<Link to="/authorisation">逐项审看</Link>
            </p>
          )
        }
      </QueryView>
    </Section>
  );
};
