import type { LetterTemplate } from '@gongkai/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type ReactNode, useRef, useState } from 'react';
import { api } from '../../api/api.ts';
import { refreshAll } from '../../api/query-client.ts';
import { Section } from '../../component/page.tsx';
import { useAct } from '../../component/use-act.ts';
import { useConfirm } from '../../component/use-confirm.tsx';
import { LetterPaper } from './letter-paper.tsx';
import { lineDifference } from './line-difference.ts';
import { useSettled } from './use-settled.ts';

const Difference = ({ builtIn, text }: { readonly builtIn: string; readonly text: string }): ReactNode => {
  const lines = lineDifference(builtIn, text);
  if (lines.every(({ kind }) => kind === 'same')) return <p className="second">与系统自带的相同。</p>;
  return (
    <ol className="template-difference">
      {lines.map(({ kind, text: line }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike, and the list is made anew as a whole
        <li key={at} data-kind={kind}>
          {kind !== 'same' && (
            <span className="template-sign">{kind === 'added' ? '＋ 本单位' : '－ 系统自带'}</span>
          )}
          {line || '　'}
        </li>
      ))}
    </ol>
  );
};

/** Of the application itself: any letter may want to say it. */
const general = [
  '称谓',
  '收到申请日期',
  '申请内容',
  '登记编号',
  '收到补正日期',
  '延期告知日期',
  '理由',
  '回复方式',
];

/** Where the lines of a text begin and end. */
const placeOf = (text: string, line: number): readonly [number, number] => {
  const lines = text.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return [start, start + (lines[line - 1]?.length ?? 0)];
};

/** Words a template: text with slots at the left, what is wrong with it and how it prints at the right. */
export const TemplateEditor = ({
  agencyId,
  opened,
  mayChange,
}: {
  readonly agencyId: string;
  readonly opened: LetterTemplate;
  readonly mayChange: boolean;
}): ReactNode => {
  const [text, setText] = useState(opened.text);
  const area = useRef<TextAreaRef>(null);
  const { isBusy, act } = useAct();
  const confirm = useConfirm();
  const { template } = opened;
  const settled = useSettled(text);
  const check = useQuery({
    ...api.requestLetter.checkTemplate.queryOptions({ input: { agencyId, template, text: settled } }),
    placeholderData: keepPreviousData,
  });
  const isChanged = text !== opened.text;
  const field = (): HTMLTextAreaElement | undefined => area.current?.resizableTextArea?.textArea;

  const insert = (label: string): void => {
    const [start, end] = [field()?.selectionStart ?? text.length, field()?.selectionEnd ?? text.length];
    setText(`${text.slice(0, start)}{${label}}${text.slice(end)}`);
    const after = start + label.length + 2;
    requestAnimationFrame(() => {
      field()?.focus();
      field()?.setSelectionRange(after, after);
    });
  };
  const goTo = (line: number): void => {
    field()?.focus();
    field()?.setSelectionRange(...placeOf(text, line));
  };
  const save = () =>
    act(async () => {
      const saved = await api.requestLetter.changeTemplate.call({ agencyId, template, text });
      setText(saved.text);
      await refreshAll();
    });
  const restore = (): void =>
    confirm({
      title: `把“${opened.name}”恢复为系统自带的？`,
      consequence: '今天起制作的文书用系统自带的文字；已经发出的不变。',
      verb: '恢复系统自带的',
      done: '已恢复为系统自带的',
      act: async (context) => {
        const saved = await api.requestLetter.changeTemplate.call(
          { agencyId, template, text: null },
          { context },
        );
        setText(saved.text);
      },
    });

  const usual = opened.slots.filter(
    ({ label, required }) => required || opened.builtIn.includes(`{${label}}`) || general.includes(label),
  );
  const others = opened.slots.filter((slot) => !usual.includes(slot));
  const slotButton = ({ label, hint, typeName, required }: LetterTemplate['slots'][number]): ReactNode => (
    <Button
      key={label}
      size="small"
      title={`${typeName}${hint && `：${hint}`}`}
      className={required ? 'is-required' : undefined}
      onClick={() => insert(label)}
    >
      {label}
    </Button>
  );

  return (
    <div className="template-editor">
      <div>
        <label htmlFor="template-text" className="template-label">
          模板的文字
        </label>
        <Input.TextArea
          id="template-text"
          ref={area}
          className="template-text grows"
          rows={14}
          maxLength={20_000}
          readOnly={!mayChange}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <p className="second">
          每行一段。{'{ }'}中的内容制作文书时填入；以“【有 某项】”“【无
          某项】”开头的段落，只在有、没有这一项时写入。
        </p>
        {mayChange && (
          <div className="template-acts">
            <Button
              type="primary"
              disabled={!isChanged || (check.data?.problems.length ?? 0) > 0}
              loading={isBusy}
              onClick={() => void save()}
            >
              保存，自今天起使用
            </Button>
            {isChanged && <Button onClick={() => setText(opened.text)}>放弃修改</Button>}
            {opened.isOwn && <Button onClick={restore}>恢复系统自带的</Button>}
          </div>
        )}
        {mayChange && (
          <Section title="可以填入的内容">
            <p className="second">点一下插入光标所在处。实心的是法律要求必须写明的。</p>
            <div className="template-slots">{usual.map(slotButton)}</div>
            <details className="template-others">
              <summary>其他文书用的内容</summary>
              <div className="template-slots">{others.map(slotButton)}</div>
            </details>
          </Section>
        )}
      </div>
      <div>
        {(check.data?.problems.length ?? 0) > 0 && (
          <Alert
            type="error"
            title="还不能保存"
            description={
              <ul className="template-problems">
                {check.data?.problems.map(({ line, message }) => (
                  <li key={`${line}${message}`}>
                    {line !== null && (
                      <Button type="link" size="small" onClick={() => goTo(line)}>
                        第 {line} 行
                      </Button>
                    )}
                    {message}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        {check.data?.html ? (
          <LetterPaper html={check.data.html} label="以示例内容印出的样子" />
        ) : (
          check.data?.problems.length === 0 && (
            <Alert
              type="info"
              title="还不能预览"
              description="单位的设置中还没有行政复议机关等文书要写的内容，请系统管理员在“单位”中填写。"
            />
          )
        )}
        <Section title="与系统自带的不同之处">
          <Difference builtIn={opened.builtIn} text={text} />
        </Section>
      </div>
    </div>
  );
};
