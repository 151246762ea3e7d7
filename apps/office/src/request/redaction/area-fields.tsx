import { Button, Select } from 'antd';
import { useId } from 'react';
import type { Area } from './areas.ts';

export interface ReasonChoice {
  readonly code: string;
  readonly mark: string;
  readonly name: string;
  readonly article: string | null;
}

const ReasonSelect = ({
  id,
  value,
  reasons,
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly reasons: readonly ReasonChoice[];
  readonly onChange: (code: string) => void;
}) => (
  <Select<string>
    id={id}
    className="reason-select"
    value={value}
    onChange={onChange}
    showSearch={{ optionFilterProp: 'label' }}
    options={reasons.map(({ code, mark, name }) => ({ value: code, label: `${mark} ${name}` }))}
  />
);

/** The area that is chosen, and why it is covered; where none is, the reason of the next that is drawn. */
export const AreaFields = ({
  area,
  number,
  reasons,
  drawReason,
  onReason,
  onDrawReason,
  onRemove,
  onAdd,
}: {
  readonly area: Area | undefined;
  /** Which of the page's areas it is, from 1. */
  readonly number: number;
  readonly reasons: readonly ReasonChoice[];
  readonly drawReason: string;
  readonly onReason: (code: string) => void;
  readonly onDrawReason: (code: string) => void;
  readonly onRemove: () => void;
  readonly onAdd: () => void;
}) => {
  const id = useId();
  const code = area?.reasonCode ?? drawReason;
  const article = reasons.find((reason) => reason.code === code)?.article;
  return (
    <section className="area-fields" aria-label="遮盖的理由">
      <div className="panel-head">
        <h2>{area ? `第 ${number} 处遮盖` : '新的遮盖'}</h2>
        {area ? (
          <Button size="small" danger onClick={onRemove}>
            删除
          </Button>
        ) : (
          <Button size="small" onClick={onAdd}>
            加一处
          </Button>
        )}
      </div>
      <label htmlFor={`${id}reason`}>{area ? '理由' : '框选时的理由'}</label>
      <ReasonSelect
        id={`${id}reason`}
        value={code}
        reasons={reasons}
        onChange={area ? onReason : onDrawReason}
      />
      {article && <p className="panel-note">{article}</p>}
      <p className="panel-note">
        {area
          ? '方向键移动，Shift+方向键改大小，同按 Alt 步子加大，Delete 删除。'
          : '在页面上拖动鼠标框选；或者按“加一处”，再用方向键移到位。'}
      </p>
    </section>
  );
};
