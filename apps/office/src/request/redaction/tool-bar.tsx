import { Button, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import type { Saving } from './use-autosave.ts';

/** How large a page is shown: as wide as there is room, or so many percent of its own size. */
export type Zoom = 'fit' | number;
const zooms: readonly number[] = [0.5, 0.75, 1, 1.5, 2, 3];

const savingWords: Readonly<Record<Exclude<Saving['state'], 'failed'>, string>> = {
  saved: '已保存',
  waiting: '待保存',
  saving: '正在保存',
};

/** What can be done with the page as a whole: go to another, look closer, take back. */
export const ToolBar = ({
  page,
  pages,
  zoom,
  isSolid,
  canUndo,
  canRedo,
  saving,
  onPage,
  onZoom,
  onSolid,
  onUndo,
  onRedo,
  onRetry,
  children,
}: {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly isSolid: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly saving: Saving;
  readonly onPage: (page: number) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onSolid: (isSolid: boolean) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onRetry: () => void;
  /** What comes of it all, at the end. */
  readonly children: ReactNode;
}) => (
  <div className="redaction-tools" role="toolbar" aria-label="页面和撤销">
    <span className="tool-group">
      <Button aria-label="上一页" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ‹
      </Button>
      <InputNumber
        aria-label="页码"
        controls={false}
        min={1}
        max={pages}
        precision={0}
        value={page}
        onChange={(value) => value !== null && onPage(value)}
      />
      <span className="second">/ {pages} 页</span>
      <Button aria-label="下一页" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        ›
      </Button>
    </span>
    <Select<Zoom>
      aria-label="缩放"
      className="zoom-select"
      value={zoom}
      onChange={onZoom}
      options={[
        { value: 'fit', label: '适合宽度' },
        ...zooms.map((value) => ({ value, label: `${value * 100}%` })),
      ]}
    />
    <span className="tool-group">
      <Button disabled={!canUndo} onClick={onUndo} aria-keyshortcuts="Control+Z">
        撤销
      </Button>
      <Button disabled={!canRedo} onClick={onRedo} aria-keyshortcuts="Control+Shift+Z">
        重做
      </Button>
    </span>
    {/* biome-ignore lint/a11y/noLabelWithoutControl: the switch in it is a button, which a label may hold */}
    <label className="tool-group">
      <Switch size="small" checked={isSolid} onChange={onSolid} />
      显示成品
    </label>
    <span className="redaction-saving" role="status">
      {saving.state === 'failed' ? (
        <span className="failed">
          没有保存：{saving.message}
          <Button size="small" onClick={onRetry}>
            重试
          </Button>
        </span>
      ) : (
        savingWords[saving.state]
      )}
    </span>
    <span className="redaction-make">{children}</span>
  </div>
);
