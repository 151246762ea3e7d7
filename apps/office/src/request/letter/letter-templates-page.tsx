import type { LetterTemplate } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/api.ts';
import { ListTable } from '../../component/list-table.tsx';
import { Nothing, Page } from '../../component/page.tsx';
import { QueryView } from '../../component/query-view.tsx';
import { Status } from '../../component/status.tsx';
import { useUrlState } from '../../component/url-state.ts';
import { useMay, useSession } from '../../session/use-session.ts';
import { TemplateEditor } from './template-editor.tsx';

type Row = LetterTemplate & { readonly id: string };

/** 文书模板: the words of the agency's letters, each as the product has them or as the agency words them itself. */
export const LetterTemplatesPage = (): ReactNode => {
  const url = useUrlState();
  const mayDo = useMay();
  const { agency } = useSession();
  const query = useQuery(api.requestLetter.templates.queryOptions({ input: { agencyId: agency.id } }));
  const wanted = url.get('template');
  const opened = query.data?.find(({ template }) => template === wanted);
  const rows = useMemo(
    () => (query.data ?? []).map((template): Row => ({ ...template, id: template.template })),
    [query.data],
  );
  if (wanted)
    return (
      <Page title={opened?.name ?? '文书模板'} above={[{ label: '文书模板', to: '/letter-templates' }]}>
        <QueryView query={query}>
          {() =>
            opened ? (
              <TemplateEditor
                key={opened.template}
                agencyId={agency.id}
                opened={opened}
                mayChange={mayDo('letter_template.change', { agencyId: agency.id })}
              />
            ) : (
              <Nothing>没有这种文书。请回到文书模板的列表。</Nothing>
            )
          }
        </QueryView>
      </Page>
    );
  return (
    <Page
      title="文书模板"
      intro="申请办理中各种文书的文字。系统自带的与国家的文书示范文本对应；修改后自当天起使用，法律要求写明的内容不能删去。"
    >
      <QueryView query={query} rows={14}>
        {() => (
          <ListTable<Row>
            label="文书模板"
            rows={rows}
            empty="没有文书模板。"
            columns={[
              {
                title: '文书',
                key: 'name',
                render: (_, { id, name }) => <Link to={`/letter-templates?template=${id}`}>{name}</Link>,
              },
              { title: '发给', dataIndex: 'to' },
              {
                title: '文字',
                key: 'own',
                render: (_, { isOwn, from }) =>
                  isOwn ? (
                    <Status tone="accent">本单位修改 · {from} 起</Status>
                  ) : (
                    <Status tone="plain">系统自带</Status>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
    </Page>
  );
};
