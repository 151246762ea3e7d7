import type { LetterInput, RequestCase } from '@gongkai/contract';
import { Alert, Form } from 'antd';
import { useState } from 'react';
import { problemOf } from '../../api/problem.ts';
import { refreshAll } from '../../api/query-client.ts';
import { TaskDrawer } from '../../component/task-drawer.tsx';
import { BeforeStep } from './before-step.tsx';
import { LetterBeside } from './letter-beside.tsx';
import { StepField } from './step-field.tsx';
import { stepForms } from './step-forms.ts';
import type { StepChoice } from './step-groups.ts';
import { withArticle } from './step-groups.ts';
import { filledIn, takeStep } from './step-input.ts';
import { todayInBeijing } from './today.ts';

type Values = Record<string, unknown>;

/** The letter is made by the system unless the officer says otherwise. */
const madeHere: LetterInput = { values: {}, edited: null };

/** Takes one step: what follows from it, its form, and beside it the letter that goes out with it. */
export const StepDrawer = ({
  found,
  choice,
  onClose,
}: {
  readonly found: RequestCase;
  readonly choice: StepChoice;
  readonly onClose: () => void;
}) => {
  const { step } = choice;
  const { fields, Fields, verb = choice.title, initial, hasLetter = false, danger = false } = stepForms[step];
  const [form] = Form.useForm<Values>();
  const [today] = useState(todayInBeijing);
  // As it was when the form was opened, whatever is read anew behind it.
  const [opened] = useState({
    position: found.timeline.length,
    values: filledIn({ on: today, ...initial?.(found), ...(hasLetter && { letter: madeHere }) }),
  });
  const now = found.steps.find((other) => other.step === step) ?? choice;
  const wasOvertaken = found.timeline.length > opened.position;
  const inputOf = ({ on, ...values }: Values): Record<string, unknown> =>
    // The server knows today better than this machine.
    filledIn({ ...values, ...(on !== today && { on }) });
  return (
    <TaskDrawer<Values>
      title={choice.title}
      submit={verb}
      done={`${choice.title}：已办理`}
      size={hasLetter ? 1120 : 560}
      form={form}
      initial={opened.values}
      danger={danger}
      wide={hasLetter}
      onClose={onClose}
      onSubmit={async (values, context) => {
        try {
          await takeStep(found.id, step, inputOf(values), context);
        } catch (error) {
          // Somebody else acted first: what they did is shown behind, what was typed here stays.
          if (problemOf(error).status === 409) await refreshAll();
          throw error;
        }
      }}
      intro={<StepIntro choice={now} />}
    >
      {wasOvertaken && (
        <Alert
          className="above"
          type="warning"
          title="其他人刚才办理过这件申请"
          description={
            now.allowed
              ? '页面已经更新，请核对后再提交；填写的内容还在。'
              : `页面已经更新：${now.reason ?? '这一步现在不能办理'}。填写的内容还在，可以先复制出来。`
          }
        />
      )}
      <div className={hasLetter ? 'with-letter' : undefined}>
        <div>
          <BeforeStep found={found} step={step} />
          {Fields && <Fields found={found} today={today} />}
          {fields.map((field) => (
            <StepField key={field.name} field={field} found={found} today={today} />
          ))}
        </div>
        {hasLetter && <LetterBeside found={found} step={step} inputOf={inputOf} />}
      </div>
    </TaskDrawer>
  );
};

/** What follows, on which article, and what is late about it. */
const StepIntro = ({ choice: { article, consequence, late } }: { readonly choice: StepChoice }) => (
  <>
    <p>{withArticle({ consequence, article })}</p>
    {late && <p className="late">逾期：{late}。</p>}
  </>
);
