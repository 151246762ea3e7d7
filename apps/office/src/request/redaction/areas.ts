import type { RedactionArea, RedactionHit } from '@gongkai/contract';

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** An area on screen: known by its key for as long as the page is open. */
export interface Area {
  readonly key: number;
  readonly page: number;
  readonly box: Box;
  readonly reasonCode: string;
}

export interface AreasState {
  readonly past: readonly (readonly Area[])[];
  readonly areas: readonly Area[];
  readonly future: readonly (readonly Area[])[];
  readonly nextKey: number;
  /** What the last change was: the next of the same is one with it, as for a key held down. */
  readonly lastChange: string | null;
}

export type AreasAction =
  | { readonly do: 'add'; readonly areas: readonly Omit<Area, 'key'>[] }
  | { readonly do: 'setBox'; readonly key: number; readonly box: Box; readonly byKey: boolean }
  | { readonly do: 'setReason'; readonly key: number; readonly reasonCode: string }
  | { readonly do: 'remove'; readonly keys: readonly number[] }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

/** Steps that can be taken back. */
const mostSteps = 200;

export const openAreas = (areas: readonly RedactionArea[]): AreasState => ({
  past: [],
  areas: areas.map(({ page, box, reasonCode }, index) => ({ key: index, page, box, reasonCode })),
  future: [],
  nextKey: areas.length,
  lastChange: null,
});

const changed = (state: AreasState, areas: readonly Area[], change: string | null = null): AreasState => {
  const isSame = change !== null && change === state.lastChange;
  return {
    ...state,
    areas,
    past: isSame ? state.past : [...state.past, state.areas].slice(-mostSteps),
    future: [],
    lastChange: change,
  };
};

/** What becomes of the areas; every change can be taken back. */
export const changeAreas = (state: AreasState, action: AreasAction): AreasState => {
  const { past, areas, future, nextKey } = state;
  switch (action.do) {
    case 'add': {
      if (action.areas.length === 0) return state;
      const added = action.areas.map((area, index) => ({ ...area, key: nextKey + index }));
      return { ...changed(state, [...areas, ...added]), nextKey: nextKey + added.length };
    }
    case 'setBox':
      return changed(
        state,
        areas.map((area) => (area.key === action.key ? { ...area, box: action.box } : area)),
        action.byKey ? `box ${action.key}` : null,
      );
    case 'setReason':
      return changed(
        state,
        areas.map((area) => (area.key === action.key ? { ...area, reasonCode: action.reasonCode } : area)),
      );
    case 'remove':
      return changed(
        state,
        areas.filter(({ key }) => !action.keys.includes(key)),
      );
    case 'undo': {
      const before = past.at(-1);
      if (!before) return state;
      return {
        ...state,
        past: past.slice(0, -1),
        areas: before,
        future: [areas, ...future],
        lastChange: null,
      };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (!after) return state;
      return { ...state, past: [...past, areas], areas: after, future: rest, lastChange: null };
    }
  }
};

/** As the server keeps them; tenths of a point are exact enough. */
export const toSend = (areas: readonly Area[]): RedactionArea[] =>
  areas.map(({ page, box, reasonCode }) => ({
    page,
    box: box.map((value) => Math.round(value * 10) / 10) as unknown as RedactionArea['box'],
    reasonCode,
  }));

/** How far an area may fall short of what was found and cover it all the same, in points. */
const tolerance = 1.5;

const covers = ([left, top, right, bottom]: Box, [x0, y0, x1, y1]: Box): boolean =>
  left <= x0 + tolerance && top <= y0 + tolerance && right >= x1 - tolerance && bottom >= y1 - tolerance;

/** Whether areas cover all lines of what was found. */
export const isCovered = (hit: RedactionHit, areasOfPage: readonly Area[]): boolean =>
  hit.boxes.every((box) => areasOfPage.some((area) => covers(area.box, box)));

/** The areas that cover what was found. */
export const areasOfHit = ({ page, boxes, reasonCode }: RedactionHit): readonly Omit<Area, 'key'>[] =>
  boxes.map((box) => ({ page, box, reasonCode }));

/** The least size of an area in points; what is smaller was a slip of the mouse. */
export const leastSide = 3;

/** A box held within its page, whatever the mouse or the arrow keys asked for. */
export const heldWithin = (
  [left, top, right, bottom]: Box,
  { width, height }: { readonly width: number; readonly height: number },
): Box => {
  const [w, h] = [
    Math.min(Math.max(right - left, leastSide), width),
    Math.min(Math.max(bottom - top, leastSide), height),
  ];
  const x = Math.min(Math.max(0, left), width - w);
  const y = Math.min(Math.max(0, top), height - h);
  return [x, y, x + w, y + h];
};
