import { type RequestCase, type TakenStep, waitingFor } from '@gongkai/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { mainStep, type StepChoice, stepGroups, withArticle } from './step-groups.ts';

const Ground = ({ choice }: { readonly choice: StepChoice }) => (
  <span className="block">{withArticle(choice)}</span>
);

const Late = ({ choice: { late } }: { readonly choice: StepChoice }) =>
  late && <span className="late">逾期：{late}。</span>;

const Step = ({
  choice,
  onTake,
}: {
  readonly choice: StepChoice;
  readonly onTake: (step: TakenStep) => void;
}) => (
  <li>
    <Button type="link" className="in-cell" onClick={() => onTake(choice.step)}>
      {choice.title}
    </Button>
    <Ground choice={choice} />
    <Late choice={choice} />
  </li>
);

/** Nothing to be done by whoever looks: says on whom it waits. */
const nothingToDo = ({ waiting, outcome }: RequestCase): string => {
  if (outcome !== null) return '这件申请已经办结，没有要办理的步骤。';
  return waiting ? `现在等${waitingFor[waiting]}办理，没有您要办理的步骤。` : '现在没有您要办理的步骤。';
};

/** 办理: the next step as the button, what else the law allows, and why the rest isn't allowed. */
export const StepsPanel = ({
  found,
  onTake,
}: {
  readonly found: RequestCase;
  readonly onTake: (step: TakenStep) => void;
}) => {
  const { steps } = found;
  // On a phone the case itself shouldn't lie far below.
  const [isWide] = useState(() => matchMedia('(min-width: 800px)').matches);
  const main = mainStep(found);
  const others = stepGroups
    .map(({ name, steps: names }) => ({
      name,
      choices: names.flatMap(
        (step) => steps.find((choice) => choice.allowed && choice.step === step && choice !== main) ?? [],
      ),
    }))
    .filter(({ choices }) => choices.length > 0);
  const forbidden = steps.filter(({ allowed }) => !allowed);
  return (
    <aside className="steps-panel no-print" aria-label="办理步骤">
      <h2>{main ? '下一步' : '办理'}</h2>
      {main ? (
        <div className="main-step">
          <Button type="primary" size="large" block onClick={() => onTake(main.step)}>
            {main.title}
          </Button>
          <Ground choice={main} />
          <Late choice={main} />
        </div>
      ) : (
        <p className="second">{nothingToDo(found)}</p>
      )}
      {others.length > 0 && (
        <details className="other-steps" open={isWide}>
          <summary>也可以办理</summary>
          {others.map(({ name, choices }) => (
            <div key={name}>
              <h3>{name}</h3>
              <ul>
                {choices.map((choice) => (
                  <Step key={choice.step} choice={choice} onTake={onTake} />
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
      {forbidden.length > 0 && (
        <details className="forbidden">
          <summary>现在不能办理的步骤（{forbidden.length}）</summary>
          <ul>
            {forbidden.map(({ step, title, article, reason }) => (
              <li key={step}>
                {title}
                <span className="block">
                  {reason}
                  {article && `（${article}）`}。
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
};
