import { memo } from 'react';

/** What the list says of a page. */
export interface PageMarks {
  readonly page: number;
  readonly covered: number;
  /** Found and not covered. */
  readonly open: number;
  readonly isTextless: boolean;
}

const sayMarks = ({ page, covered, open, isTextless }: PageMarks): string =>
  [
    `第 ${page} 页`,
    ...(covered > 0 ? [`遮盖 ${covered} 处`] : []),
    ...(open > 0 ? [`找到未遮盖 ${open} 处`] : []),
    ...(isTextless ? ['扫描页'] : []),
  ].join('，');

const Entry = memo(
  ({
    marks,
    isCurrent,
    onGo,
  }: {
    readonly marks: PageMarks;
    readonly isCurrent: boolean;
    readonly onGo: (page: number) => void;
  }) => (
    <li>
      <button type="button" aria-current={isCurrent ? 'page' : undefined} onClick={() => onGo(marks.page)}>
        <span className="unseen">{sayMarks(marks)}</span>
        <span aria-hidden="true">{marks.page}</span>
        {marks.isTextless && (
          <span className="page-scan" aria-hidden="true">
            扫描
          </span>
        )}
        <span className="page-counts" aria-hidden="true">
          {marks.open > 0 && <span className="page-open">{marks.open}</span>}
          {marks.covered > 0 && <span className="page-covered">{marks.covered}</span>}
        </span>
      </button>
    </li>
  ),
);

/** The pages of the file, with what is covered and what is still open on each. */
export const PageList = ({
  pages,
  current,
  onGo,
}: {
  readonly pages: readonly PageMarks[];
  readonly current: number;
  readonly onGo: (page: number) => void;
}) => (
  <nav className="redaction-pages" aria-label="页面">
    <h2>页面</h2>
    <ol>
      {pages.map((marks) => (
        <Entry key={marks.page} marks={marks} isCurrent={marks.page === current} onGo={onGo} />
      ))}
    </ol>
    <p className="redaction-legend">
      <span className="page-open">2</span>未遮盖
      <span className="page-covered">2</span>已遮盖
    </p>
  </nav>
);
