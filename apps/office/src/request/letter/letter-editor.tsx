import type { LetterDocument } from '@gongkai/contract';
import { Button, Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';

type Paragraph = LetterDocument['body'][number];

/** Each paragraph keeps its key while others come and go, so that the cursor stays where it is. */
const useKeys = (count: number) => {
  const [keys, setKeys] = useState(() => Array.from({ length: count }, (_, at) => at));
  // Another text was put in its place.
  const shown = keys.length === count ? keys : Array.from({ length: count }, (_, at) => at);
  return {
    keys: shown,
    insert: (at: number) => setKeys(shown.toSpliced(at, 0, Math.max(-1, ...shown) + 1)),
    remove: (at: number) => setKeys(shown.toSpliced(at, 1)),
  };
};

/** Edits a letter's words: title, paragraphs, enclosures. What the law gives, the remedies, stays as it is. */
export const LetterEditor = ({
  document,
  onChange,
}: {
  readonly document: LetterDocument;
  readonly onChange: (document: LetterDocument) => void;
}): ReactNode => {
  const { body } = document;
  const id = useId();
  const { keys, insert, remove } = useKeys(body.length);
  const change = (paragraphs: readonly Paragraph[]) => onChange({ ...document, body: [...paragraphs] });
  return (
    <div className="letter-editor">
      <label htmlFor={`${id}-title`}>
        标题
        <Input
          id={`${id}-title`}
          maxLength={60}
          value={document.title}
          onChange={({ target }) => onChange({ ...document, title: target.value })}
        />
      </label>
      <ol>
        {body.map((paragraph, at) => (
          <li key={keys[at]}>
            {paragraph.role === 'remedy' ? (
              <p className="letter-locked">
                {paragraph.text}
                <span>救济途径由法律规定，不能修改（行政复议法第二十三条第二款）。</span>
              </p>
            ) : (
              <Input.TextArea
                aria-label={`第${at + 1}段`}
                className="grows"
                maxLength={10_000}
                value={paragraph.text}
                onChange={({ target }) => change(body.with(at, { ...paragraph, text: target.value }))}
              />
            )}
            <div className="letter-paragraph-acts">
              <Button
                type="link"
                size="small"
                aria-label={`在第${at + 1}段后插入一段`}
                onClick={() => {
                  insert(at + 1);
                  change(body.toSpliced(at + 1, 0, { role: 'text', text: '' }));
                }}
              >
                插入一段
              </Button>
              {paragraph.role !== 'remedy' && body.length > 1 && (
                <Button
                  type="link"
                  size="small"
                  danger
                  aria-label={`删去第${at + 1}段`}
                  onClick={() => {
                    remove(at);
                    change(body.toSpliced(at, 1));
                  }}
                >
                  删去
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      <label htmlFor={`${id}-enclosures`}>
        附件（每行一个名称）
        <Input.TextArea
          id={`${id}-enclosures`}
          className="grows"
          value={document.enclosures.join('\n')}
          onChange={({ target }) =>
            onChange({ ...document, enclosures: target.value === '' ? [] : target.value.split('\n') })
          }
        />
      </label>
    </div>
  );
};
