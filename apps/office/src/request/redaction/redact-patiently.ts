import type { RedactionArea } from '@gongkai/contract';
import { api } from '../../api/api.ts';
import { problemOf } from '../../api/problem.ts';
import type { Made } from './made-file.tsx';

/** A connection is given up after two minutes of silence; a file may take ten. */
const tries = 6;

/**
 * Has the redacted file made. A long one outlasts the connection: asked again with the same key, the server goes on with
 * what is under way, or answers with what it made.
 */
export const redactPatiently = async (
  wanted: { readonly id: string; readonly fileId: string; readonly areas: RedactionArea[] },
  once: string,
): Promise<Made> => {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await api.requestRedaction.redact.call(wanted, { context: { once } });
    } catch (error) {
      if (problemOf(error).status !== 0 || left === 0) throw error;
    }
  }
};
