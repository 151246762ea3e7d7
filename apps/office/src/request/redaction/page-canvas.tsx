import { redactionPagePath } from '@gongkai/contract';
import { type PointerEvent, useRef, useState } from 'react';
import { AreaBox } from './area-box.tsx';
import { type Area, type AreasAction, type Box, heldWithin, leastSide } from './areas.ts';
import type { PlacedHit } from './placed-hit.ts';

export interface PageSize {
  readonly page: number;
  readonly width: number;
  readonly height: number;
}

/** One page as it looks, with what is covered and what was found on it. Areas are drawn by the mouse. */
export const PageCanvas = ({
  file,
  size,
  scale,
  areas,
  hits,
  selected,
  markOf,
  nameOf,
  isSolid,
  drawReason,
  onSelect,
  onChange,
  onCover,
}: {
  readonly file: { readonly id: string; readonly fileId: string };
  readonly size: PageSize;
  /** Pixels of the screen a point. */
  readonly scale: number;
  readonly areas: readonly Area[];
  /** What was found here and isn't covered. */
  readonly hits: readonly PlacedHit[];
  readonly selected: number | null;
  readonly markOf: (reasonCode: string) => string;
  readonly nameOf: (reasonCode: string) => string;
  /** Black as the result will be, instead of letting through what is under it. */
  readonly isSolid: boolean;
  readonly drawReason: string;
  readonly onSelect: (key: number | null) => void;
  readonly onChange: (action: AreasAction) => void;
  readonly onCover: (hit: PlacedHit) => void;
}) => {
  const overlay = useRef<SVGSVGElement>(null);
  const [drawn, setDrawn] = useState<Box | null>(null);
  const from = useRef<readonly [number, number] | null>(null);
  const [picture, setPicture] = useState<'drawing' | 'drawn' | 'broken'>('drawing');
  const { page, width, height } = size;

  const pointOf = ({ clientX, clientY }: PointerEvent): readonly [number, number] => {
    const { left, top } = overlay.current!.getBoundingClientRect();
    return [
      Math.min(Math.max(0, (clientX - left) / scale), width),
      Math.min(Math.max(0, (clientY - top) / scale), height),
    ];
  };
  const finish = (): void => {
    from.current = null;
    setDrawn(null);
    if (!drawn || drawn[2] - drawn[0] < leastSide || drawn[3] - drawn[1] < leastSide) return;
    onChange({ do: 'add', areas: [{ page, box: heldWithin(drawn, size), reasonCode: drawReason }] });
  };

  const fine = scale * (window.devicePixelRatio || 1) > 1.7 ? '?fine' : '';
  return (
    <div className="redaction-sheet" style={{ width: width * scale, height: height * scale }}>
      {picture === 'drawing' && (
        <p className="redaction-drawing" role="status">
          正在绘制第 {page} 页…
        </p>
      )}
      {picture === 'broken' ? (
        <p className="redaction-broken" role="alert">
          第 {page} 页没有画出来。请刷新后重试。
        </p>
      ) : (
        <img
          key={`${page}${fine}`}
          src={`/api${redactionPagePath(file.id, file.fileId, page)}${fine}`}
          alt={`第 ${page} 页`}
          draggable={false}
          onLoad={() => setPicture('drawn')}
          onError={() => setPicture('broken')}
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no fieldset of HTML */}
      <svg
        ref={overlay}
        viewBox={`0 0 ${width} ${height}`}
        className={isSolid ? 'redaction-overlay solid' : 'redaction-overlay'}
        role="group"
        aria-label={`第 ${page} 页的遮盖，共 ${areas.length} 处`}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = pointOf(event);
          onSelect(null);
        }}
        onPointerMove={(event) => {
          if (!from.current) return;
          const [x0, y0] = from.current;
          const [x1, y1] = pointOf(event);
          setDrawn([Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]);
        }}
        onPointerUp={finish}
        onPointerCancel={() => {
          from.current = null;
          setDrawn(null);
        }}
      >
        {hits.flatMap((hit) =>
          hit.boxes.map(([left, top, right, bottom]) => (
            // The list at the side has a button for each: this is a short cut for the mouse.
            <rect
              key={`${hit.key} ${left} ${top}`}
              className="redaction-hit"
              x={left}
              y={top}
              width={right - left}
              height={bottom - top}
              onPointerDown={(event) => {
                event.stopPropagation();
                onCover(hit);
              }}
            >
              <title>{`${hit.kindName}（${hit.confidenceName}），点击遮盖`}</title>
            </rect>
          )),
        )}
        {areas.map((area, index) => (
          <AreaBox
            key={area.key}
            area={area}
            label={`第 ${index + 1} 处遮盖，${markOf(area.reasonCode)} ${nameOf(area.reasonCode)}`}
            mark={markOf(area.reasonCode)}
            size={size}
            scale={scale}
            isSelected={area.key === selected}
            pointOf={pointOf}
            onSelect={onSelect}
            onChange={onChange}
          />
        ))}
        {drawn && (
          <rect
            className="redaction-drawn"
            x={drawn[0]}
            y={drawn[1]}
            width={drawn[2] - drawn[0]}
            height={drawn[3] - drawn[1]}
          />
        )}
      </svg>
    </div>
  );
};
