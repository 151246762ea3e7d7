import type { RedactionHit } from '@gongkai/contract';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';

type Progress = 'reading' | 'read' | 'missing' | { readonly problem: string };

const words: Readonly<Record<'reading' | 'read' | 'missing', string>> = {
  reading: '本页是扫描件，正在识别文字、查找个人信息…',
  read: '本页是扫描件，已识别文字。识别会有差错，请对照页面查看。',
  missing: '本页是扫描件，本机没有安装文字识别程序。请人工查看，逐处框选。',
};

/** Recognises pages without text as they are gone to, each once: what was found there, and what to say of the page. */
export const useScanHits = (
  file: { readonly id: string; readonly fileId: string },
  textless: readonly number[],
  page: number,
): { readonly scanHits: readonly RedactionHit[]; readonly note: string | null } => {
  const [scanHits, setScanHits] = useState<readonly RedactionHit[]>([]);
  const [progress, setProgress] = useState<ReadonlyMap<number, Progress>>(new Map());
  const begun = useRef(new Set<number>());
  const { id, fileId } = file;
  useEffect(() => {
    if (!textless.includes(page) || begun.current.has(page)) return;
    begun.current.add(page);
    const say = (how: Progress): void => setProgress((now) => new Map(now).set(page, how));
    say('reading');
    api.requestRedaction.recognise.call({ id, fileId, page }).then(
      ({ recognised, hits }) => {
        setScanHits((now) => [...now, ...hits]);
        say(recognised ? 'read' : 'missing');
      },
      (error: unknown) => say({ problem: problemOf(error).message }),
    );
  }, [id, fileId, page, textless]);
  const now = progress.get(page);
  return {
    scanHits,
    note: now === undefined ? null : typeof now === 'string' ? words[now] : now.problem,
  };
};
