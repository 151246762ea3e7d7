import { type RequestFile, type RequestFileKind, requestFileKinds } from '@gongkai/contract';
import { Button, Dropdown } from 'antd';
import { Link } from 'react-router';
import { showMoment } from '../../component/show-time.ts';
import { Status } from '../../component/status.tsx';
import { fileAddress, isShowable } from './file-address.ts';
import { showSize } from './show-size.ts';

/** What can be done with a file, besides looking at it. */
export interface FileActs {
  readonly provide: (file: RequestFile, isProvided: boolean) => void;
  readonly setKind: (file: RequestFile, kind: RequestFileKind) => void;
  readonly remove: (file: RequestFile) => void;
}

const isProvidable = ({ kind }: RequestFile): boolean => kind === 'information' || kind === 'redacted';

const More = ({ file, acts }: { readonly file: RequestFile; readonly acts: FileActs }) => (
  <Dropdown
    trigger={['click']}
    menu={{
      items: [
        ...(file.kind === 'redacted'
          ? []
          : [
              {
                key: 'kind',
                label: '改正类别',
                children: Object.entries(requestFileKinds)
                  .filter(([kind]) => kind !== 'redacted' && kind !== file.kind)
                  .map(([kind, label]) => ({
                    key: kind,
                    label,
                    onClick: () => acts.setKind(file, kind as RequestFileKind),
                  })),
              },
            ]),
        { key: 'remove', label: '移除误传的材料…', danger: true, onClick: () => acts.remove(file) },
      ],
    }}
  >
    <Button type="text" aria-label={`${file.name}的更多操作`}>
      更多
    </Button>
  </Dropdown>
);

/** One file of a case: its name opens it. */
export const FileRow = ({
  requestId,
  file,
  acts,
}: {
  readonly requestId: string;
  readonly file: RequestFile;
  /** Absent where nothing may be changed. */
  readonly acts: FileActs | undefined;
}) => (
  <li className="case-file">
    <div className="case-file-what">
      {isShowable(file) ? (
        <a
          href={fileAddress(requestId, file.id, true)}
          target="_blank"
          rel="noreferrer"
          aria-label={`${file.name}，在新标签页打开`}
        >
          {file.name}
        </a>
      ) : (
        <a href={fileAddress(requestId, file.id)} download>
          {file.name}
        </a>
      )}
      <p className="case-file-facts">
        {showSize(file.size)} · {file.addedBy ?? '申请人'} · {showMoment(file.addedAt)}
        {file.reasons && (
          <>
            {' '}
            · 遮盖 {file.reasons.reduce((sum, { areas }) => sum + areas, 0)} 处（
            {file.reasons.map(({ name }) => name).join('、')}）
          </>
        )}
      </p>
      {file.isProvided && <Status tone="good">随答复提供</Status>}
    </div>
    <div className="case-file-acts">
      <a
        className="ant-btn ant-btn-text"
        href={fileAddress(requestId, file.id)}
        download
        aria-label={`下载${file.name}`}
      >
        下载
      </a>
      {acts && isShowable(file) && file.kind !== 'redacted' && (
        <Link
          className="ant-btn ant-btn-text"
          to={`/requests/${requestId}/files/${file.id}/redaction`}
          aria-label={`对${file.name}作区分处理`}
        >
          区分处理
        </Link>
      )}
      {acts && isProvidable(file) && (
        <Button
          type="text"
          aria-label={`${file.isProvided ? '不提供' : '随答复提供'}：${file.name}`}
          onClick={() => acts.provide(file, !file.isProvided)}
        >
          {file.isProvided ? '不提供' : '随答复提供'}
        </Button>
      )}
      {acts && <More file={file} acts={acts} />}
    </div>
  </li>
);
