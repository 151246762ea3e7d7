import type { RequestCase } from '@gongkai/contract';
import { feeSchemeNames } from '@gongkai/statute';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Facts } from '../../component/page.tsx';
import { Scrolls } from '../../component/scrolls.tsx';
import { showNumber } from '../../component/show-time.ts';

/** A small table of a case, in a frame of its own to scroll in. */
const Lines = ({
  label,
  heads,
  children,
}: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
}) => (
  <Scrolls label={label}>
    <table className="lines" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </Scrolls>
);

/** 征求意见: who was asked, by when, and what they said. */
export const Consultations = ({ consultations }: Pick<RequestCase, 'consultations'>) => (
  <Lines label="征求意见" heads={['对象', '发出', '收到', '提出意见的期限', '意见']}>
    {consultations.map(({ id, label, name, sentOn, deliveredOn, dueOn, answerName, closedOn }) => (
      <tr key={id}>
        <th scope="row">
          {name ?? label}
          {name && name !== label && <span className="block">{label}</span>}
        </th>
        <td>{sentOn}</td>
        <td>{deliveredOn ?? <span className="second">还没有登记</span>}</td>
        <td>{dueOn ?? <span className="second">没有规定</span>}</td>
        <td>{answerName ?? (closedOn ? `${closedOn} 结束，没有提出意见` : '等待意见')}</td>
      </tr>
    ))}
  </Lines>
);

/** 检索记录: the evidence for 政府信息不存在. */
export const Searches = ({ timeline }: Pick<RequestCase, 'timeline'>) => (
  <Lines label="检索记录" heads={['日期', '检索人', '范围', '方法和经过', '结果']}>
    {timeline
      .filter(({ step }) => step === 'record_search')
      .map(({ position, on, personName, texts }) => (
        <tr key={position}>
          <th scope="row">{on}</th>
          <td>{personName}</td>
          <td className="written">{String(texts.where ?? '')}</td>
          <td className="written">{String(texts.how ?? '')}</td>
          <td className="written">{String(texts.found ?? '')}</td>
        </tr>
      ))}
  </Lines>
);

/** 收费 of the case. */
export const FeeFacts = ({ fee }: { readonly fee: NonNullable<RequestCase['fee']> }) => (
  <Facts
    facts={[
      ['应收', `${showNumber(Number(fee.amount))} 元`],
      [
        '计收方式',
        `${feeSchemeNames[fee.scheme]}，${showNumber(fee.quantity)} ${fee.scheme === 'item' ? '件' : '页'}`,
      ],
      ['通知日期', fee.noticeOn],
      ['申请人同意', fee.agreedOn ?? '还没有'],
      ['缴费日期', fee.paidOn ?? '还没有'],
    ]}
  />
);

const RelatedLines = ({ related }: Pick<RequestCase, 'related'>) => (
  <Lines label="关联申请" heads={['编号', '收到', '关系', '状态', '办理结果']}>
    {related.map(({ id, number, submittedOn, sameApplicant, likeness, stateName, outcomeName }) => (
      <tr key={id}>
        <th scope="row" className="whole">
          <Link to={`/requests/${id}`}>{number}</Link>
        </th>
        <td className="whole">{submittedOn}</td>
        <td className="whole">
          {sameApplicant && '同一申请人'}
          {sameApplicant && likeness > 0 && '，'}
          {likeness > 0 && `内容相近 ${Math.round(likeness * 100)}%`}
        </td>
        <td className="whole">{stateName}</td>
        <td>{outcomeName ?? ''}</td>
      </tr>
    ))}
  </Lines>
);

/** More are there on demand. */
const shownAtOnce = 5;

/** 关联申请: the same applicant's, and those for similar things; the most alike first. */
export const Related = ({ related }: Pick<RequestCase, 'related'>) => {
  const sorted = related.toSorted((a, b) => b.likeness - a.likeness);
  const rest = sorted.slice(shownAtOnce);
  return (
    <>
      <RelatedLines related={sorted.slice(0, shownAtOnce)} />
      {rest.length > 0 && (
        <details>
          <summary>另外 {rest.length} 件</summary>
          <RelatedLines related={rest} />
        </details>
      )}
    </>
  );
};
