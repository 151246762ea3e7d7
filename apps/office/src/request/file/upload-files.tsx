import { mostFileBytes, type RequestFileKind, requestFileKinds } from '@gongkai/contract';
import { Button, Progress, Select } from 'antd';
import { useId, useState } from 'react';
import { FileInput } from '../../component/file-input.tsx';
import { showSize } from './show-size.ts';
import { type Sending, useSending } from './use-sending.ts';

/** What officers add; redacted files are made. */
const kinds = Object.entries(requestFileKinds)
  .filter(([kind]) => kind !== 'redacted')
  .map(([value, label]) => ({ value: value as RequestFileKind, label }));

const accepted =
  '.pdf,.ofd,.jpg,.jpeg,.png,.tif,.tiff,.bmp,.gif,.webp,.heic,.doc,.docx,.wps,.xls,.xlsx,.et,.ppt,.pptx,.dps,.odt,.ods,.rtf,.txt,.csv,.eml,.zip';

const SendingRow = ({
  sending,
  onRetry,
  onGiveUp,
}: {
  readonly sending: Sending;
  readonly onRetry: () => void;
  readonly onGiveUp: () => void;
}) => {
  const { file, kind, share, problem } = sending;
  return (
    <li className="sending">
      <span className="sending-name">{file.name}</span>
      <span className="second">
        {requestFileKinds[kind]} · {showSize(file.size)}
      </span>
      {problem === null ? (
        <Progress
          percent={Math.round(share * 100)}
          size="small"
          aria-label={`${file.name}上传进度`}
          format={(percent) => (percent === 100 ? '保存中' : `${percent}%`)}
        />
      ) : (
        <span className="sending-problem" role="alert">
          {problem.message}
          {problem.mayPass && (
            <Button size="small" onClick={onRetry}>
              重试
            </Button>
          )}
          <Button size="small" type={problem.mayPass ? 'text' : 'default'} onClick={onGiveUp}>
            {problem.mayPass ? '不传了' : '知道了'}
          </Button>
        </span>
      )}
    </li>
  );
};

/** Adds files to a case: dropped or chosen, each kind by itself, with how far they are. */
export const UploadFiles = ({
  requestId,
  initialKind = 'information',
  onArrived,
}: {
  readonly requestId: string;
  readonly initialKind?: RequestFileKind;
  readonly onArrived: () => void;
}) => {
  const [kind, setKind] = useState<RequestFileKind>(initialKind);
  const [isOver, setOver] = useState(false);
  const { sendings, add, retry, giveUp } = useSending(requestId, onArrived);
  const id = useId();
  // A new field after each choice: else the same file could not be chosen twice.
  const [round, setRound] = useState(0);
  return (
    <section className="upload no-print" aria-label="上传材料">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the field in it is the way for everybody */}
      <div
        className={isOver ? 'upload-place over' : 'upload-place'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          add(kind, [...event.dataTransfer.files]);
        }}
      >
        <label className="upload-kind" htmlFor={`${id}kind`}>
          <span>类别</span>
          <Select<RequestFileKind> id={`${id}kind`} value={kind} onChange={setKind} options={kinds} />
        </label>
        <span
          onChange={({ target }) => {
            add(kind, [...((target as HTMLInputElement).files ?? [])]);
            setRound((now) => now + 1);
          }}
        >
          <FileInput
            key={round}
            id={`${id}file`}
            accept={accepted}
            multiple
            aria-describedby={`${id}hint`}
            none="或者把文件拖到这里"
          />
        </span>
        <p id={`${id}hint`} className="upload-hint">
          PDF、图片、OFD、Office 和 WPS 文档、文本、邮件、ZIP，每份不超过 {mostFileBytes / 1024 / 1024} MB。
          带有国家秘密标志的文件不得上传。
        </p>
      </div>
      {sendings.length > 0 && (
        <ul className="sendings">
          {sendings.map((sending) => (
            <SendingRow
              key={sending.key}
              sending={sending}
              onRetry={() => retry(sending)}
              onGiveUp={() => giveUp(sending)}
            />
          ))}
        </ul>
      )}
    </section>
  );
};
