import { applicantKinds, intakeChannels, type RequestLine } from '@gongkai/contract';
import { Checkbox } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { Link } from 'react-router';
import { LineDue } from './line-due.tsx';
import { sayState } from './say-state.ts';
import type { Chosen } from './use-chosen.ts';

export const rowHeight = 40;

/** From above one sees how an application came and from whom in kind, neither its words nor its applicant. */
const isFromAbove = (lines: readonly RequestLine[]): boolean =>
  lines.every(({ title, applicantName }) => title === null && applicantName === '');

const Row = ({
  line,
  index,
  chosen,
  fromAbove,
}: {
  readonly line: RequestLine;
  readonly index: number;
  readonly chosen: Chosen | undefined;
  readonly fromAbove: boolean;
}): ReactNode => {
  const isChosen = chosen?.has(line.id) ?? false;
  const matter = fromAbove ? intakeChannels[line.channel] : line.title;
  const applicant = fromAbove ? applicantKinds[line.applicantKind] : line.applicantName;
  return (
    <tr aria-rowindex={index + 2} className={isChosen ? 'chosen' : undefined}>
      {chosen && (
        <td className="cell-check">
          <Checkbox
            aria-label={`选中${line.number}`}
            checked={isChosen}
            onClick={(event) => chosen.toggle(index, event.shiftKey)}
          />
        </td>
      )}
      <td className="cell-number">
        <Link to={`/requests/${line.id}`} data-row={index}>
          {line.number}
        </Link>
      </td>
      <td title={matter ?? undefined}>{matter}</td>
      <td title={applicant}>{applicant}</td>
      <td>
        <LineDue line={line} />
      </td>
      <td title={sayState(line)}>{sayState(line)}</td>
      <td className="cell-officer">{line.officerName ?? <span className="second">未指定</span>}</td>
      <td className="cell-day">{line.submittedOn}</td>
    </tr>
  );
};

/** A gap as high as the rows that aren't drawn. */
const Gap = ({ rows }: { readonly rows: number }) =>
  rows > 0 ? (
    <tr className="gap">
      <td style={{ height: rows * rowHeight }} />
    </tr>
  ) : null;

/** The list as a table of rows of 40 pixels, of which those in sight are drawn. */
export const RequestTable = ({
  lines,
  total,
  from,
  to,
  bodyRef,
  chosen,
}: {
  readonly lines: readonly RequestLine[];
  /** How many there are; null while not all are known. */
  readonly total: number | null;
  readonly from: number;
  readonly to: number;
  readonly bodyRef: RefObject<HTMLTableSectionElement | null>;
  /** Absent where nothing can be done with several at once. */
  readonly chosen: Chosen | undefined;
}) => {
  const fromAbove = isFromAbove(lines);
  return (
    <table className="request-table" aria-label="申请" aria-rowcount={total === null ? -1 : total + 1}>
      <thead>
        <tr aria-rowindex={1}>
          {chosen && (
            <th className="cell-check" scope="col">
              <Checkbox
                aria-label="选中已列出的申请"
                checked={chosen.count > 0 && chosen.count >= Math.min(lines.length, chosen.most)}
                indeterminate={chosen.count > 0 && chosen.count < Math.min(lines.length, chosen.most)}
                onChange={() => chosen.toggleAll()}
              />
            </th>
          )}
          <th scope="col" className="cell-number">
            登记编号
          </th>
          <th scope="col">{fromAbove ? '来件渠道' : '申请内容'}</th>
          <th scope="col" className="cell-applicant">
            {fromAbove ? '申请人类别' : '申请人'}
          </th>
          <th scope="col" className="cell-due">
            期限
          </th>
          <th scope="col" className="cell-state">
            状态
          </th>
          <th scope="col" className="cell-officer">
            经办人
          </th>
          <th scope="col" className="cell-day">
            到达日期
          </th>
        </tr>
      </thead>
      <tbody ref={bodyRef}>
        <Gap rows={from} />
        {lines.slice(from, to).map((line, at) => (
          <Row key={line.id} line={line} index={from + at} chosen={chosen} fromAbove={fromAbove} />
        ))}
        <Gap rows={lines.length - to} />
      </tbody>
    </table>
  );
};
