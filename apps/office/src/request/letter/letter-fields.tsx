import type { LetterDocument, LetterInput, LetterPreview } from '@gongkai/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton, Switch } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { api } from '../../api/api.ts';
import { ProblemView } from '../../component/problem-view.tsx';
import { LetterEditor } from './letter-editor.tsx';
import { LetterPaper } from './letter-paper.tsx';
import { LetterSlots } from './letter-slots.tsx';
import { useSettled } from './use-settled.ts';

/** Without the blank paragraphs and lines that a text has while it is typed: a letter has none. */
const sound = (typed: LetterDocument, before: LetterDocument): LetterDocument => {
  const body = typed.body.filter(({ text }) => text.trim() !== '');
  return {
    ...typed,
    title: typed.title.trim() || before.title,
    body: body.length > 0 ? body : before.body,
    enclosures: typed.enclosures.filter((name) => name.trim() !== ''),
  };
};

const Shortfalls = ({ preview }: { readonly preview: LetterPreview }): ReactNode => {
  if (preview.problems.length > 0)
    return (
      <Alert
        type="error"
        title="修改后的文书还不能用"
        description={
          <ul>
            {preview.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        }
      />
    );
  if (preview.missing.length === 0) return null;
  const ofStep = new Set(preview.slots.filter(({ source }) => source === 'step').map(({ id }) => id));
  return (
    <Alert
      type="info"
      title={`还缺 ${preview.missing.length} 项，填好后显示文书`}
      description={
        <ul>
          {preview.missing.map(({ slot, message }) => (
            <li key={slot}>
              {message}
              {ofStep.has(slot) && '请在这一步的表单中填写。'}
            </li>
          ))}
        </ul>
      }
    />
  );
};

/**
 * The letter that goes out with a step: fields for what neither case nor step says, the letter as it will print, and
 * its words to be edited. `value` null: the letter is not made by the system.
 */
export const LetterFields = ({
  requestId,
  taken,
  value,
  onChange,
}: {
  readonly requestId: string;
  readonly taken: { readonly step: string };
  readonly value: LetterInput | null;
  readonly onChange: (value: LetterInput | null) => void;
}): ReactNode => {
  const switchId = useId();
  const [put, putAway] = useState<LetterInput>({ values: {}, edited: null });
  /** The edited text as it stands in its fields. */
  const [typed, type] = useState<LetterDocument>();
  /** What the edits were made from: where the record has changed since, the officer must know. */
  const [base, setBase] = useState<string>();
  const letter = value ?? put;
  const input = useSettled({
    id: requestId,
    taken,
    letter,
  });
  const query = useQuery({
    ...api.requestLetter.preview.queryOptions({ input }),
    enabled: value !== null,
    placeholderData: keepPreviousData,
  });
  const preview = query.data;

  const edit = (document: LetterDocument): void => {
    setBase(JSON.stringify(preview?.generated));
    type(document);
    onChange({ ...letter, edited: document });
  };
  const toggle = (
    <div className="letter-switch">
      <Switch
        id={switchId}
        checked={value !== null}
        onChange={(made) => {
          if (!made) putAway(letter);
          onChange(made ? put : null);
        }}
      />
      <label htmlFor={switchId}>由系统制作文书</label>
    </div>
  );
  if (value === null)
    return (
      <>
        {toggle}
        <p className="second">不由系统制作：请在系统外制作，发出后把文书扫描件存入案卷材料。</p>
      </>
    );
  if (query.error)
    return (
      <>
        {toggle}
        <ProblemView error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  if (preview === undefined)
    return (
      <>
        {toggle}
        <div role="status" aria-label="正在读取">
          <Skeleton active={false} title={false} paragraph={{ rows: 12 }} />
        </div>
      </>
    );
  if (preview === null)
    return (
      <>
        {toggle}
        <p className="second">先填写这一步的内容，再显示文书。</p>
      </>
    );

  const { edited } = letter;
  const isStale = edited !== null && base !== undefined && base !== JSON.stringify(preview.generated);
  return (
    <div className="letter-fields">
      <h3>{preview.templateName}</h3>
      {toggle}
      <LetterSlots
        slots={preview.slots}
        values={letter.values}
        problems={new Map(preview.missing.map(({ slot, message }) => [slot, message]))}
        onChange={(values) => onChange({ ...letter, values })}
      />
      {preview.earlier && edited === null && (
        <Alert
          type="info"
          title="这份文书退回以前修改过文字"
          action={<Button onClick={() => edit(preview.earlier!)}>接着修改</Button>}
        />
      )}
      <Shortfalls preview={preview} />
      {isStale && (
        <Alert
          type="warning"
          title="填写的内容在修改文书以后又有变化"
          description="修改稿没有跟着变。请核对修改稿，或者恢复按模板生成。"
        />
      )}
      <div className="letter-acts">
        {edited === null ? (
          <Button disabled={preview.generated === null} onClick={() => edit(preview.generated!)}>
            修改文书的文字
          </Button>
        ) : (
          <Button onClick={() => onChange({ ...letter, edited: null })}>恢复按模板生成</Button>
        )}
      </div>
      {edited && (
        <LetterEditor
          document={typed ?? edited}
          onChange={(document) => {
            type(document);
            onChange({ ...letter, edited: sound(document, edited) });
          }}
        />
      )}
      {preview.html && (
        <div className="letter-frame" data-waiting={query.isFetching || undefined}>
          <LetterPaper html={preview.html} label="文书预览" />
        </div>
      )}
    </div>
  );
};
