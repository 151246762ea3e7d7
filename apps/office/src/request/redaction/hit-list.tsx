import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { PlacedHit } from './placed-hit.ts';

/** Of one kind; what is beyond is covered by its button, or page by page. */
const mostShown = 100;

const Kind = ({
  hits,
  isOpen,
  onCover,
  onGo,
  saysPage,
}: {
  readonly hits: readonly PlacedHit[];
  readonly isOpen: (hit: PlacedHit) => boolean;
  readonly onCover: (hits: readonly PlacedHit[]) => void;
  readonly onGo: (hit: PlacedHit) => void;
  readonly saysPage: boolean;
}) => {
  const open = hits.filter(isOpen);
  const name = hits[0]?.kindName ?? '';
  return (
    <section className="hit-kind" aria-label={name}>
      <div className="hit-kind-head">
        <h3>
          {name} <span className="second">{hits.length}</span>
        </h3>
        {open.length > 0 ? (
          <Button size="small" onClick={() => onCover(open)} aria-label={`遮盖 ${open.length} 处${name}`}>
            遮盖 {open.length} 处
          </Button>
        ) : (
          <span className="hit-done">✓ 已遮盖</span>
        )}
      </div>
      <ul>
        {hits.slice(0, mostShown).map((hit) => (
          <li key={hit.key}>
            <button type="button" className="hit-text" onClick={() => onGo(hit)}>
              {saysPage && <span className="second">第 {hit.page} 页 </span>}
              {hit.text}
            </button>
            <span className="second">{hit.confidenceName}</span>
            {isOpen(hit) ? (
              <Button
                type="text"
                size="small"
                onClick={() => onCover([hit])}
                aria-label={`遮盖${name}${hit.text}，第 ${hit.page} 页`}
              >
                遮盖
              </Button>
            ) : (
              <span className="hit-done" role="img" aria-label="已遮盖">
                ✓
              </span>
            )}
          </li>
        ))}
      </ul>
      {hits.length > mostShown && (
        <p className="second">还有 {hits.length - mostShown} 处没有列出，可以按类一次遮盖，或者逐页查看。</p>
      )}
    </section>
  );
};

/** The personal data that was found: taken one by one, by kind, or what is certain at once. */
export const HitList = ({
  hits,
  page,
  isOpen,
  note,
  onCover,
  onGo,
}: {
  readonly hits: readonly PlacedHit[];
  readonly page: number;
  readonly isOpen: (hit: PlacedHit) => boolean;
  /** What is to be known of this page: a scan, being recognised. */
  readonly note: string | null;
  readonly onCover: (hits: readonly PlacedHit[]) => void;
  readonly onGo: (hit: PlacedHit) => void;
}) => {
  const [scope, setScope] = useState<'page' | 'all'>('all');
  const shown = scope === 'all' ? hits : hits.filter((hit) => hit.page === page);
  const open = shown.filter(isOpen);
  const certain = open.filter(({ confidence }) => confidence === 'certain');
  const kinds = [...Map.groupBy(shown, ({ kind }) => kind).values()];
  return (
    <section className="redaction-hits" aria-label="找到的个人信息">
      <div className="panel-head">
        <h2>找到的个人信息</h2>
        <Segmented<'page' | 'all'>
          size="small"
          value={scope}
          onChange={setScope}
          options={[
            { value: 'all', label: '全部' },
            { value: 'page', label: '本页' },
          ]}
        />
      </div>
      {note && (
        <p className="panel-note" role="status">
          {note}
        </p>
      )}
      {open.length > 0 && (
        <div className="hit-all">
          {certain.length > 0 && certain.length < open.length && (
            <Button onClick={() => onCover(certain)}>遮盖确定的 {certain.length} 处</Button>
          )}
          <Button onClick={() => onCover(open)}>遮盖全部 {open.length} 处</Button>
        </div>
      )}
      {kinds.map((own) => (
        <Kind
          key={own[0]?.kind}
          hits={own}
          isOpen={isOpen}
          onCover={onCover}
          onGo={onGo}
          saysPage={scope === 'all'}
        />
      ))}
      {shown.length === 0 && (
        <p className="second">
          {scope === 'all' ? '没有自动找到个人信息。' : '本页没有自动找到个人信息。'}
          其他不宜公开的内容请在页面上框选。
        </p>
      )}
    </section>
  );
};
