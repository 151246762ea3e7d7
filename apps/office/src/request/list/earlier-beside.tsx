import type { EarlierQuery, EarlierRequest } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/api.ts';
import { ProblemView } from '../../component/problem-view.tsx';

/** Milliseconds without typing before it is looked. */
const pause = 500;

/** The last value that stood for a moment. */
const useSettled = <T,>(value: T): T => {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the value
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
};

const Found = ({
  title,
  hint,
  found,
}: {
  readonly title: string;
  readonly hint: string;
  readonly found: readonly EarlierRequest[];
}) => (
  <section aria-label={title}>
    <h3>
      {title} <span className="second">{found.length}</span>
    </h3>
    <p className="second">{hint}</p>
    <ul>
      {found.map(({ id, number, submittedOn, stateName, outcomeName, likeness, sameApplicant, sameName }) => (
        <li key={id}>
          <Link to={`/requests/${id}`} target="_blank">
            {number}
          </Link>
          <span className="second">
            {submittedOn} · {outcomeName ?? stateName}
            {likeness >= 0.5 && ` · 内容相近 ${Math.round(likeness * 100)}%`}
            {sameName && !sameApplicant && ' · 仅姓名相同'}
          </span>
        </li>
      ))}
    </ul>
  </section>
);

/** Beside the form: what the same person asked for before, and who else asked for much the same. */
export const EarlierBeside = ({ asked }: { readonly asked: EarlierQuery | null }) => {
  const settled = useSettled(asked);
  const { data, error } = useQuery({
    ...api.requestList.earlier.queryOptions({ input: settled as never }),
    enabled: settled !== null,
    placeholderData: (before: EarlierRequest[] | undefined) => before,
  });
  const found = settled === null ? undefined : data;
  const same = found?.filter(({ sameApplicant, sameName }) => sameApplicant || sameName) ?? [];
  const near = found?.filter(({ sameApplicant, sameName }) => !sameApplicant && !sameName) ?? [];
  return (
    <aside className="earlier" aria-label="以往的申请" aria-live="polite">
      <h2>核对以往的申请</h2>
      {error && settled !== null && <ProblemView error={error} />}
      {found === undefined && !error && (
        <p className="second">
          填写申请人或者内容后，这里列出同一申请人以往的申请和内容相近的申请，便于判断是否重复申请、是否明显超过合理范围（条例第三十五条、第三十六条第（六）项）。
        </p>
      )}
      {found?.length === 0 && <p className="second">没有同一申请人的申请，也没有内容相近的申请。</p>}
      {same.length > 0 && (
        <Found
          title="同一申请人或者同名"
          hint="已经答复过的相同申请，可以告知不予重复处理（第三十六条第（六）项）。"
          found={same}
        />
      )}
      {near.length > 0 && (
        <Found
          title="内容相近"
          hint="多人申请相同信息、可以公开的，可以转为主动公开（第四十四条）。"
          found={near}
        />
      )}
    </aside>
  );
};
