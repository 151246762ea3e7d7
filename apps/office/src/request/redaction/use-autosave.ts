import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import { type Area, toSend } from './areas.ts';

export type Saving =
  | { readonly state: 'saved' | 'waiting' | 'saving' }
  | { readonly state: 'failed'; readonly message: string };

/** After the last change, in milliseconds. */
const pause = 1200;

/**
 * Keeps the areas on the server as they are changed, so that nothing is lost when the page is left. `retry` after it
 * failed; `flush` before something that needs them kept.
 */
export const useAutosave = (
  file: { readonly id: string; readonly fileId: string },
  areas: readonly Area[],
): { readonly saving: Saving; readonly retry: () => void } => {
  const [saving, setSaving] = useState<Saving>({ state: 'saved' });
  const kept = useRef(areas);
  const current = useRef(areas);
  current.current = areas;
  const { id, fileId } = file;

  const save = useCallback(async () => {
    const sent = current.current;
    if (sent === kept.current) return;
    setSaving({ state: 'saving' });
    try {
      await api.requestRedaction.save.call({ id, fileId, areas: toSend(sent) });
      kept.current = sent;
      setSaving({ state: current.current === sent ? 'saved' : 'waiting' });
    } catch (error) {
      setSaving({ state: 'failed', message: problemOf(error).message });
    }
  }, [id, fileId]);

  useEffect(() => {
    if (areas === kept.current) return;
    setSaving({ state: 'waiting' });
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  }, [areas, save]);

  // Gone to another page of the office: what is waiting is sent at once.
  useEffect(() => () => void save(), [save]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (current.current !== kept.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, []);

  return { saving, retry: () => void save() };
};
