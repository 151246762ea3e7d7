import type { RequestLine } from '@gongkai/contract';
import type { RefObject } from 'react';
import { Link } from 'react-router';
import { LineDue } from './line-due.tsx';
import { sayState } from './say-state.ts';

export const cardHeight = 124;

/** The list on a phone: a card each, all of one height, those in sight drawn. */
export const RequestCards = ({
  lines,
  from,
  to,
  listRef,
}: {
  readonly lines: readonly RequestLine[];
  readonly from: number;
  readonly to: number;
  readonly listRef: RefObject<HTMLUListElement | null>;
}) => (
  <ul className="request-cards" ref={listRef} aria-label="申请" style={{ height: lines.length * cardHeight }}>
    {lines.slice(from, to).map((line, at) => (
      <li key={line.id} style={{ top: (from + at) * cardHeight }}>
        <p className="card-title">
          <Link to={`/requests/${line.id}`} data-row={from + at}>
            {line.title ?? line.number}
          </Link>
        </p>
        <p className="card-due">
          <LineDue line={line} />
        </p>
        <p className="second card-line">
          {sayState(line)}
          {line.applicantName && ` · ${line.applicantName}`}
        </p>
        <p className="second card-line">
          {line.number} · {line.officerName ?? '未指定经办人'}
        </p>
      </li>
    ))}
  </ul>
);
