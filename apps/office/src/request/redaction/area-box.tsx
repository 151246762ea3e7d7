import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type Area, type AreasAction, type Box, heldWithin } from './areas.ts';

/** Which sides a handle moves: left, top, right, bottom. */
type Sides = readonly [0 | 1, 0 | 1, 0 | 1, 0 | 1];
const handles: readonly Sides[] = [
  [1, 1, 0, 0],
  [0, 1, 1, 0],
  [1, 0, 0, 1],
  [0, 0, 1, 1],
];
const whole: Sides = [1, 1, 1, 1];

const moved = (box: Box, sides: Sides, x: number, y: number): Box => [
  box[0] + sides[0] * x,
  box[1] + sides[1] * y,
  box[2] + sides[2] * x,
  box[3] + sides[3] * y,
];

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * One covered area: moved and resized by the mouse, or by the arrow keys (with Shift its size, with Alt in larger steps),
 * removed by Delete.
 */
export const AreaBox = ({
  area,
  label,
  mark,
  size,
  scale,
  isSelected,
  pointOf,
  onSelect,
  onChange,
}: {
  readonly area: Area;
  readonly label: string;
  readonly mark: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scale: number;
  readonly isSelected: boolean;
  readonly pointOf: (event: PointerEvent) => readonly [number, number];
  readonly onSelect: (key: number) => void;
  readonly onChange: (action: AreasAction) => void;
}) => {
  const drag = useRef<{ readonly from: readonly [number, number]; readonly sides: Sides } | null>(null);
  const [dragged, setDragged] = useState<Box | null>(null);
  const [left, top, right, bottom] = dragged ?? area.box;

  const begin = (sides: Sides) => (event: PointerEvent<SVGElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: pointOf(event), sides };
    onSelect(area.key);
  };
  const go = (event: PointerEvent): void => {
    if (!drag.current) return;
    event.stopPropagation();
    const [x, y] = pointOf(event);
    const { from, sides } = drag.current;
    setDragged(heldWithin(moved(area.box, sides, x - from[0], y - from[1]), size));
  };
  const end = (): void => {
    drag.current = null;
    if (dragged) onChange({ do: 'setBox', key: area.key, box: dragged, byKey: false });
    setDragged(null);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow) {
      event.preventDefault();
      const step = event.altKey ? 10 : 1;
      const sides: Sides = event.shiftKey ? [0, 0, 1, 1] : whole;
      const box = heldWithin(moved(area.box, sides, arrow[0] * step, arrow[1] * step), size);
      onChange({ do: 'setBox', key: area.key, box, byKey: true });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onChange({ do: 'remove', keys: [area.key] });
    }
  };

  const fits = (bottom - top) * scale >= 11 && (right - left) * scale >= 18;
  const handle = 8 / scale;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no button of HTML
    <g
      className={isSelected ? 'redaction-area selected' : 'redaction-area'}
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={isSelected}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Delete"
      data-area={area.key}
      onFocus={() => onSelect(area.key)}
      onKeyDown={onKeyDown}
    >
      <rect
        className="redaction-black"
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        onPointerDown={begin(whole)}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {fits && (
        <text
          className="redaction-mark"
          x={(left + right) / 2}
          y={(top + bottom) / 2}
          fontSize={Math.min(10, (bottom - top) * 0.8, 12 / scale + 2)}
        >
          {mark}
        </text>
      )}
      {isSelected &&
        handles.map((sides) => (
          <rect
            key={sides.join('')}
            className="redaction-handle"
            x={(sides[0] ? left : right) - handle / 2}
            y={(sides[1] ? top : bottom) - handle / 2}
            width={handle}
            height={handle}
            onPointerDown={begin(sides)}
            onPointerMove={go}
            onPointerUp={end}
            onPointerCancel={end}
          />
        ))}
    </g>
  );
};
