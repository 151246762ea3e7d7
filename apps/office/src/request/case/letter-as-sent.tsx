import type { RequestCase } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { QueryView } from '../../component/query-view.tsx';
import { LetterPaper } from '../letter/letter-paper.tsx';

/** The reply as it will be sent. */
export const ReplyAsSent = ({ id, letters }: Pick<RequestCase, 'id' | 'letters'>) => {
  const letter = letters.findLast(
    ({ template, state }) => template.startsWith('reply.') && state !== 'superseded',
  );
  const query = useQuery({
    ...api.requestLetter.read.queryOptions({ input: { id, letterId: letter?.id ?? '' } }),
    enabled: letter !== undefined,
  });
  if (!letter) return <p className="second">答复书不由系统制作，请核对“材料”中的扫描件。</p>;
  return (
    <QueryView query={query} rows={10}>
      {({ html, title }) => (
        <div className="letter-frame">
          <LetterPaper html={html} label={title} />
        </div>
      )}
    </QueryView>
  );
};
