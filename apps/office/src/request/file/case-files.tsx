import {
  type RequestFile,
  type RequestFileKind,
  requestFileKindNames,
  requestFileKinds,
} from '@gongkai/contract';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Nothing } from '../../component/page.tsx';
import { sayDate } from '../../component/show-time.ts';
import { useAct } from '../../component/use-act.ts';
import { type FileActs, FileRow } from './file-row.tsx';
import { RemoveFile } from './remove-file.tsx';
import { UploadFiles } from './upload-files.tsx';

const Group = ({
  requestId,
  kind,
  files,
  acts,
}: {
  readonly requestId: string;
  readonly kind: RequestFileKind;
  readonly files: readonly RequestFile[];
  readonly acts: FileActs | undefined;
}) => (
  <section className="case-file-group" aria-label={requestFileKinds[kind]}>
    <h3>
      {requestFileKinds[kind]} <span className="second">{files.length}</span>
    </h3>
    <ul>
      {files.map((file) => (
        <FileRow key={file.id} requestId={requestId} file={file} acts={acts} />
      ))}
    </ul>
  </section>
);

const Removed = ({ files }: { readonly files: readonly RequestFile[] }) => (
  <details className="case-files-removed">
    <summary>已移除 {files.length} 份</summary>
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          {file.name}
          <span className="second">
            {' '}
            {file.kindName}，{sayDate(file.removedOn ?? '')}移除
          </span>
        </li>
      ))}
    </ul>
  </details>
);

/** The files of a case (案卷材料), kind by kind: opened, added, provided with the reply, removed where they came by mistake. */
export const CaseFiles = ({
  requestId,
  files,
  mayChange,
  onChanged,
}: {
  readonly requestId: string;
  readonly files: readonly RequestFile[];
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}) => {
  const [removing, setRemoving] = useState<RequestFile>();
  const { act } = useAct();
  const change = (file: RequestFile, change: { isProvided?: boolean; kind?: RequestFileKind }): void =>
    void act(async () => {
      await api.requestFile.change.call({ id: requestId, fileId: file.id, ...change });
      onChanged();
    });
  const acts: FileActs = {
    provide: (file, isProvided) => change(file, { isProvided }),
    setKind: (file, kind) => change(file, { kind }),
    remove: setRemoving,
  };
  const there = files.filter(({ removedOn }) => removedOn === null);
  const removed = files.filter(({ removedOn }) => removedOn !== null);
  return (
    <div className="case-files">
      {there.length === 0 && (
        <Nothing>
          案卷里还没有材料。
          {mayChange ? '来件的扫描件、检索到的政府信息、征求意见的往来，都可以上传到这里。' : ''}
        </Nothing>
      )}
      {requestFileKindNames.map((kind) => {
        const own = there.filter((file) => file.kind === kind);
        return (
          own.length > 0 && (
            <Group
              key={kind}
              requestId={requestId}
              kind={kind}
              files={own}
              acts={mayChange ? acts : undefined}
            />
          )
        );
      })}
      {removed.length > 0 && <Removed files={removed} />}
      {mayChange && <UploadFiles requestId={requestId} onArrived={onChanged} />}
      {removing && (
        <RemoveFile
          requestId={requestId}
          file={removing}
          onClose={() => setRemoving(undefined)}
          onRemoved={onChanged}
        />
      )}
    </div>
  );
};
