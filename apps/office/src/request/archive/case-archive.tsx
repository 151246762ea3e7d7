import type { ArchiveCatalogue, RequestState } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/api.ts';
import { Facts } from '../../component/page.tsx';
import { QueryView } from '../../component/query-view.tsx';
import { sayDate, sayMoment } from '../../component/show-time.ts';
import { Status } from '../../component/status.tsx';
import { useAct } from '../../component/use-act.ts';
import { useConfirm } from '../../component/use-confirm.tsx';
import { useMay } from '../../session/use-session.ts';
import { CatalogueTable } from './catalogue-table.tsx';
import { DownloadArchive } from './download-archive.tsx';
import { HoldDrawer } from './hold-drawer.tsx';

type Frozen = NonNullable<ArchiveCatalogue['frozen']>;

/** Whether the file is still what it was when it was archived; in what it differs. */
const Agreement = ({ frozen }: { readonly frozen: Frozen }) =>
  frozen.agrees ? (
    <Status tone="good">与归档时一致</Status>
  ) : (
    <>
      <Status tone="bad">与归档时不一致</Status>
      <ul className="archive-differences">
        {frozen.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </>
  );

/** Reads every file and holds it against what was frozen; its answer stands until the page is left. */
const Verify = ({ requestId, frozen }: { readonly requestId: string; readonly frozen: Frozen }) => {
  const [verified, setVerified] = useState<Frozen>();
  const { act, isBusy } = useAct();
  const verify = (): void =>
    void act(async () => setVerified(await api.requestArchive.verify.call({ id: requestId })));
  return (
    <div className="archive-agreement">
      <Agreement frozen={verified ?? frozen} />
      {verified && <span className="second">刚才逐件读出核对</span>}
      <Button type="link" className="in-cell" loading={isBusy} onClick={verify}>
        逐件核对
      </Button>
    </div>
  );
};

const Hold = ({
  requestId,
  catalogue,
}: {
  readonly requestId: string;
  readonly catalogue: ArchiveCatalogue;
}) => {
  const [isOpen, setOpen] = useState(false);
  const mayDo = useMay();
  const confirm = useConfirm();
  const { hold, agencyId } = catalogue;
  const may = mayDo('request.hold', { agencyId });
  const release = (): void =>
    confirm({
      title: '解除暂缓销毁？',
      consequence: '保存期限届满后，这件案卷会列入待销毁的案卷。',
      verb: '解除暂缓销毁',
      done: '已解除',
      act: (context) => api.requestArchive.release.call({ id: requestId }, { context }),
    });
  return (
    <>
      {hold ? (
        <>
          <Status tone="warn">暂缓销毁</Status> {hold.reason}
          <span className="second">
            （{hold.by}，{sayDate(hold.since)}）
          </span>
        </>
      ) : (
        <span className="second archive-none">没有</span>
      )}
      {may && (
        <Button type="link" className="in-cell" onClick={() => (hold ? release() : setOpen(true))}>
          {hold ? '解除' : '列为暂缓销毁'}
        </Button>
      )}
      {isOpen && <HoldDrawer requestId={requestId} onClose={() => setOpen(false)} />}
    </>
  );
};

const Destroyed = ({ destroyed }: { readonly destroyed: NonNullable<ArchiveCatalogue['destroyed']> }) => (
  <Facts
    facts={[
      [
        '案卷',
        <Status key="state" tone="plain">
          内容和材料已按保存期限销毁，不能恢复
        </Status>,
      ],
      ['销毁日期', sayDate(destroyed.on)],
      ['批准人', destroyed.by],
      ['鉴定意见', destroyed.opinion],
    ]}
  />
);

const keeping = (catalogue: ArchiveCatalogue, requestId: string): (readonly [string, ReactNode])[] => {
  const { archivedOn, keepUntil, frozen } = catalogue;
  if (archivedOn === null) return [];
  return [
    ['归档日期', sayDate(archivedOn)],
    ['保存期限', keepUntil && `至 ${sayDate(keepUntil)}`],
    [
      '归档固定',
      frozen ? (
        <div key="frozen">
          <Verify key={frozen.at} requestId={requestId} frozen={frozen} />
          <span className="second">目录和文件固定于 {sayMoment(frozen.at)}</span>
        </div>
      ) : (
        <span key="waiting" className="second">
          正在固定目录和文件，完成后自动显示
        </span>
      ),
    ],
  ];
};

/** The archive file of a case (案卷): its catalogue, how long it is kept, and what can be taken along. */
export const CaseArchive = ({
  requestId,
  state,
}: {
  readonly requestId: string;
  readonly state: RequestState;
}): ReactNode => {
  const mayDo = useMay();
  const query = useQuery({
    ...api.requestArchive.catalogue.queryOptions({ input: { id: requestId } }),
    // What was archived just now is frozen by a job: the page shows it by itself.
    refetchInterval: ({ state: { data } }) =>
      data?.archivedOn && !data.frozen && !data.destroyed ? 3000 : false,
  });
  return (
    <QueryView query={query}>
      {(catalogue) =>
        catalogue.destroyed ? (
          <Destroyed destroyed={catalogue.destroyed} />
        ) : (
          <div className="archive">
            {mayDo('request.show_applicant', { agencyId: catalogue.agencyId }) && (
              <DownloadArchive requestId={requestId} />
            )}
            <Facts
              facts={[
                ...keeping(catalogue, requestId),
                ['暂缓销毁', <Hold key="hold" requestId={requestId} catalogue={catalogue} />],
              ]}
            />
            {state !== 'archived' && (
              <p className="second">还没有归档：以下是现在的卷内文件，页数和哈希值在归档时固定。</p>
            )}
            <CatalogueTable documents={catalogue.documents} />
          </div>
        )
      }
    </QueryView>
  );
};
