import type { RequestFileKind } from '@gongkai/contract';
import { useRef, useState } from 'react';
import { newOnceKey } from '../../api/api.ts';
import { SendingFailed, sendFile } from './send-file.ts';

/** A file on its way. */
export interface Sending {
  readonly key: string;
  readonly kind: RequestFileKind;
  readonly file: File;
  /** From 0 to 1. */
  readonly share: number;
  /** Why it did not arrive; null while it is waiting or under way. */
  readonly problem: { readonly message: string; readonly mayPass: boolean } | null;
}

/** Files on their way into a case, one after the other; what failed stays until it is sent again or given up. */
export const useSending = (
  requestId: string,
  onArrived: () => void,
): {
  readonly sendings: readonly Sending[];
  readonly add: (kind: RequestFileKind, files: readonly File[]) => void;
  readonly retry: (sending: Sending) => void;
  readonly giveUp: (sending: Sending) => void;
} => {
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  // Each waits for the one before it, so that a slow line carries one whole file rather than ten halves.
  const last = useRef<Promise<void>>(Promise.resolve());

  const change = (key: string, more: Partial<Sending>): void =>
    setSendings((now) => now.map((one) => (one.key === key ? { ...one, ...more } : one)));
  const drop = (key: string): void => setSendings((now) => now.filter((one) => one.key !== key));

  const send = ({ key, kind, file }: Sending): void => {
    last.current = last.current.then(async () => {
      try {
        await sendFile(
          { requestId, kind, file },
          { once: key, onProgress: (share) => change(key, { share }) },
        );
        drop(key);
        onArrived();
      } catch (error) {
        const { message, mayPass } =
          error instanceof SendingFailed ? error : { message: String(error), mayPass: true };
        change(key, { problem: { message, mayPass } });
      }
    });
  };

  return {
    sendings,
    add: (kind, files) => {
      const added = files.map((file) => ({ key: newOnceKey(), kind, file, share: 0, problem: null }));
      setSendings((now) => [...now, ...added]);
      for (const sending of added) send(sending);
    },
    retry: (sending) => {
      change(sending.key, { share: 0, problem: null });
      send(sending);
    },
    giveUp: ({ key }) => drop(key),
  };
};
