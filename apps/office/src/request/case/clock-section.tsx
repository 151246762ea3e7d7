import type { CaseClock } from '@gongkai/contract';
import { Scrolls } from '../../component/scrolls.tsx';
import { Status } from '../../component/status.tsx';
import { PeriodStrip } from './period-strip.tsx';
import { todayInBeijing } from './today.ts';

const deadlineNames: Readonly<Record<CaseClock['deadlines'][number]['kind'], string>> = {
  correction_notice: '告知补正',
  correction: '申请人补正',
  payment: '申请人缴费',
  third_party_opinion: '第三方提出意见',
  joint_maker_opinion: '共同制作机关提出意见',
};

const Deadlines = ({ deadlines }: Pick<CaseClock, 'deadlines'>) => {
  const shown = deadlines.filter(
    ({ status, due }) => due !== null && (status === 'open' || status === 'missed'),
  );
  if (shown.length === 0) return null;
  return (
    <Scrolls label="其他期限">
      <table className="lines" aria-label="其他期限">
        <thead>
          <tr>
            <th scope="col">其他期限</th>
            <th scope="col">到</th>
            <th scope="col">状态</th>
            <th scope="col">后果</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ kind, name, due, status, workingDaysLeft, consequence }) => (
            <tr key={`${kind} ${name ?? ''}`}>
              <th scope="row">
                {deadlineNames[kind]}
                {name && `（${name}）`}
              </th>
              <td>{due}</td>
              <td>
                {status === 'missed' ? (
                  <Status tone="bad">已超过</Status>
                ) : (
                  <Status tone="plain">还剩 {workingDaysLeft ?? 0} 个工作日</Status>
                )}
              </td>
              <td>{consequence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
};

const Days = ({ days }: Pick<CaseClock, 'days'>) =>
  days.length > 0 && (
    <details>
      <summary>逐日说明（{days.length} 天）</summary>
      <Scrolls label="逐日说明">
        <table className="lines" aria-label="逐日说明">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col" className="figure">
                计入
              </th>
              <th scope="col">说明</th>
              <th scope="col">依据</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ date, counted, number, counting, text, article, provisional }) => (
              <tr key={`${counting} ${date}`} className={counted ? undefined : 'second'}>
                <th scope="row">{date}</th>
                <td className="figure">{counted ? number : '不计入'}</td>
                <td>
                  {text}
                  {provisional && '（暂定，放假安排尚未公布）'}
                </td>
                <td>{article}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </details>
  );

/** 期限: the date, why it is that date, and what is irregular. */
export const ClockSection = ({ clock }: { readonly clock: CaseClock }) => (
  <>
    <div className="clock-sentences">
      {clock.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
    {clock.irregularities.length > 0 && (
      <ul className="irregularities" aria-label="不合规定之处">
        {clock.irregularities.map(({ on, article, message }) => (
          <li key={`${on} ${message}`} className="late">
            {on}：{message}（{article}）
          </li>
        ))}
      </ul>
    )}
    <PeriodStrip clock={clock} today={todayInBeijing()} />
    <Deadlines deadlines={clock.deadlines} />
    <Days days={clock.days} />
  </>
);
