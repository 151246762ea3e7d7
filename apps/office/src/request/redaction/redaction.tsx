import { App, Button } from 'antd';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { type api, newOnceKey } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { type Crumb, Page } from '../../component/page.tsx';
import { AreaFields } from './area-fields.tsx';
import { type Area, areasOfHit, changeAreas, isCovered, openAreas, toSend } from './areas.ts';
import { HitList } from './hit-list.tsx';
import { type Made, MadeFile } from './made-file.tsx';
import { PageCanvas } from './page-canvas.tsx';
import { PageList } from './page-list.tsx';
import { type PlacedHit, placeHits } from './placed-hit.ts';
import { redactPatiently } from './redact-patiently.ts';
import { ToolBar, type Zoom } from './tool-bar.tsx';
import { useAutosave } from './use-autosave.ts';
import { useRoom } from './use-room.ts';
import { useScanHits } from './use-scan-hits.ts';

type Opened = Awaited<ReturnType<typeof api.requestRedaction.open.call>>;

/** The size of an area that is added without the mouse, in points: a line of a name. */
const [newWidth, newHeight] = [96, 16];

/** One file in redaction: pages, the page, what was found. */
export const Redaction = ({
  opened,
  file,
  above,
}: {
  readonly opened: Opened;
  readonly file: { readonly id: string; readonly fileId: string };
  readonly above: readonly Crumb[];
}) => {
  const { message } = App.useApp();
  const { pages, textless, reasons } = opened;
  const [state, change] = useReducer(changeAreas, opened.areas, openAreas);
  const { areas } = state;
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [isSolid, setSolid] = useState(false);
  const [selected, setSelected] = useState<number | null>(null);
  const [drawReason, setDrawReason] = useState(reasons.find(({ code }) => code === 'name')?.code ?? '');
  const [isMaking, setMaking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [made, setMade] = useState<Made>();
  const { saving, retry } = useAutosave(file, areas);
  const { scanHits, note } = useScanHits(file, textless, page);
  const hits = useMemo(() => placeHits([...opened.hits, ...scanHits]), [opened.hits, scanHits]);
  const byPage = useMemo(() => Map.groupBy(areas, (area: Area) => area.page), [areas]);
  const openHits = useMemo(
    () => hits.filter((hit) => !isCovered(hit, byPage.get(hit.page) ?? [])),
    [hits, byPage],
  );
  const openKeys = useMemo(() => new Set(openHits.map(({ key }) => key)), [openHits]);
  const marks = useMemo(() => {
    const open = Map.groupBy(openHits, (hit) => hit.page);
    return pages.map((one) => ({
      page: one.page,
      covered: byPage.get(one.page)?.length ?? 0,
      open: open.get(one.page)?.length ?? 0,
      isTextless: textless.includes(one.page),
    }));
  }, [pages, openHits, byPage, textless]);

  const room = useRef<HTMLElement>(null);
  const width = useRoom(room);
  const size = pages[page - 1]!;
  // A picture's pixels count as points; on the screen a point at 100 % is 4/3 pixels, as on paper.
  const scale = zoom === 'fit' ? Math.max(0.1, (width - 34) / size.width) : zoom * (4 / 3);
  const own = byPage.get(page) ?? [];
  const chosen = own.find(({ key }) => key === selected);

  const go = useCallback(
    (to: number): void => {
      setPage(Math.min(Math.max(1, to), pages.length));
      setSelected(null);
      room.current?.scrollTo(0, 0);
    },
    [pages.length],
  );
  const cover = (some: readonly PlacedHit[]): void => change({ do: 'add', areas: some.flatMap(areasOfHit) });
  const remove = (area: Area): void => {
    change({ do: 'remove', keys: [area.key] });
    setSelected(null);
  };
  const focusNew = useRef(false);
  const addByKey = (): void => {
    const left = Math.max(0, (size.width - newWidth) / 2);
    const top = Math.max(0, Math.min(size.height / 3, size.height - newHeight));
    const box = [
      left,
      top,
      Math.min(size.width, left + newWidth),
      Math.min(size.height, top + newHeight),
    ] as const;
    focusNew.current = true;
    setSelected(state.nextKey);
    change({ do: 'add', areas: [{ page, box, reasonCode: drawReason }] });
  };
  useEffect(() => {
    if (!focusNew.current || selected === null) return;
    focusNew.current = false;
    document.querySelector<SVGGElement>(`[data-area="${selected}"]`)?.focus();
  }, [selected]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isTyping = (event.target as HTMLElement).matches('input, textarea, [contenteditable]');
      if (isTyping) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
        event.preventDefault();
        change({ do: event.shiftKey ? 'redo' : 'undo' });
      } else if (event.key === 'PageDown' || event.key === 'PageUp') {
        event.preventDefault();
        go(page + (event.key === 'PageDown' ? 1 : -1));
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [go, page]);

  const once = useRef<{ readonly areas: readonly Area[]; readonly key: string }>(undefined);
  const make = async (): Promise<void> => {
    setMaking(true);
    setProblem(null);
    // The same areas sent again after a lost answer make no second file.
    if (once.current?.areas !== areas) once.current = { areas, key: newOnceKey() };
    const { key } = once.current;
    try {
      setMade(await redactPatiently({ ...file, areas: toSend(areas) }, key));
      once.current = undefined;
    } catch (error) {
      setProblem(problemOf(error).message);
      void message.error('没有制作成功', 4);
    } finally {
      setMaking(false);
    }
  };

  const reasonOf = (code: string) => reasons.find((reason) => reason.code === code);
  return (
    <Page title={`区分处理：${opened.file.name}`} above={above}>
      {problem && (
        <p className="redaction-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="redaction">
        <ToolBar
          page={page}
          pages={pages.length}
          zoom={zoom}
          isSolid={isSolid}
          canUndo={state.past.length > 0}
          canRedo={state.future.length > 0}
          saving={saving}
          onPage={go}
          onZoom={setZoom}
          onSolid={setSolid}
          onUndo={() => change({ do: 'undo' })}
          onRedo={() => change({ do: 'redo' })}
          onRetry={retry}
        >
          <span className="second redaction-sum">
            遮盖 {areas.length} 处{openHits.length > 0 && `，未遮盖 ${openHits.length} 处`}
          </span>
          <Button type="primary" disabled={areas.length === 0} loading={isMaking} onClick={() => void make()}>
            {isMaking ? '正在制作、核验' : '制作区分处理后的文件'}
          </Button>
        </ToolBar>
        <PageList pages={marks} current={page} onGo={go} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <section className="redaction-room" ref={room} aria-label="页面" tabIndex={0}>
          <PageCanvas
            key={page}
            file={file}
            size={size}
            scale={scale}
            areas={own}
            hits={openHits.filter((hit) => hit.page === page)}
            selected={selected}
            markOf={(code) => reasonOf(code)?.mark ?? ''}
            nameOf={(code) => reasonOf(code)?.name ?? code}
            isSolid={isSolid}
            drawReason={drawReason}
            onSelect={setSelected}
            onChange={change}
            onCover={(hit) => cover([hit])}
          />
        </section>
        <aside className="redaction-side" aria-label="理由和找到的个人信息">
          <AreaFields
            area={chosen}
            number={own.findIndex(({ key }) => key === selected) + 1}
            reasons={reasons}
            drawReason={drawReason}
            onReason={(reasonCode) => chosen && change({ do: 'setReason', key: chosen.key, reasonCode })}
            onDrawReason={setDrawReason}
            onRemove={() => chosen && remove(chosen)}
            onAdd={addByKey}
          />
          <HitList
            hits={hits}
            page={page}
            isOpen={({ key }) => openKeys.has(key)}
            note={note}
            onCover={cover}
            onGo={(hit) => go(hit.page)}
          />
        </aside>
      </div>
      {made && <MadeFile requestId={file.id} made={made} onClose={() => setMade(undefined)} />}
    </Page>
  );
};
