import { type Letter, letterPath } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/api.ts';
import { ListTable } from '../../component/list-table.tsx';
import { QueryView } from '../../component/query-view.tsx';
import { Status } from '../../component/status.tsx';
import { downloadLetter } from './download-letter.ts';
import { LetterPaper } from './letter-paper.tsx';

const tones = { draft: 'warn', issued: 'good', superseded: 'plain' } as const;

const Downloads = ({ requestId, letter }: { readonly requestId: string; readonly letter: Letter }) => {
  const { message } = App.useApp();
  const get = async (format: 'docx' | 'pdf'): Promise<void> => {
    const problem = await downloadLetter(
      letterPath(requestId, letter.id, format),
      `${letter.title}.${format}`,
    );
    if (problem) void message.error(problem, 8);
  };
  return (
    <>
      <Button type="link" aria-label={`下载 PDF：${letter.title}`} onClick={() => void get('pdf')}>
        PDF
      </Button>
      <Button type="link" aria-label={`下载 DOCX：${letter.title}`} onClick={() => void get('docx')}>
        DOCX
      </Button>
    </>
  );
};

const LetterDrawer = ({
  requestId,
  letter,
  onClose,
}: {
  readonly requestId: string;
  readonly letter: Letter;
  readonly onClose: () => void;
}) => {
  const query = useQuery(
    api.requestLetter.read.queryOptions({ input: { id: requestId, letterId: letter.id } }),
  );
  return (
    <Drawer
      open
      title={letter.templateName}
      size={760}
      onClose={onClose}
      extra={<Downloads requestId={requestId} letter={letter} />}
    >
      <QueryView query={query} rows={14}>
        {({ html, title }) => <LetterPaper html={html} label={title} />}
      </QueryView>
    </Drawer>
  );
};

/** The letters (文书) of a case: to read, and to take along as DOCX or PDF. */
export const CaseLetters = ({
  requestId,
  letters,
}: {
  readonly requestId: string;
  readonly letters: readonly Letter[];
}): ReactNode => {
  const [opened, open] = useState<Letter>();
  return (
    <>
      <ListTable<Letter>
        label="文书"
        rows={letters}
        empty="还没有由系统制作的文书。办理补正、延期、征求意见、答复等步骤时制作。"
        columns={[
          {
            title: '文书',
            key: 'title',
            render: (_, letter) => (
              <Button type="link" className="letter-open" onClick={() => open(letter)}>
                {letter.templateName}
              </Button>
            ),
          },
          {
            title: '文号',
            dataIndex: 'number',
            render: (number: string | null, { state }) =>
              number ?? <span className="none">{state === 'draft' ? '签发时编号' : '没有编号'}</span>,
          },
          { title: '日期', dataIndex: 'date' },
          {
            title: '状态',
            key: 'state',
            render: (_, { state, stateName }) => <Status tone={tones[state]}>{stateName}</Status>,
          },
          {
            title: '下载',
            key: 'files',
            render: (_, letter) => (
              <div className="row-actions">
                <Downloads requestId={requestId} letter={letter} />
              </div>
            ),
          },
        ]}
      />
      {opened && <LetterDrawer requestId={requestId} letter={opened} onClose={() => open(undefined)} />}
    </>
  );
};
