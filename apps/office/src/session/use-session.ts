import { type Action, type CurrentSession, type HeldRole, may, mayAnywhere } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { api } from '../api/api.ts';
import { queryClient } from '../api/query-client.ts';

/** A session that is signed in all the way. */
export type ReadySession = CurrentSession & {
  readonly person: NonNullable<CurrentSession['person']>;
  readonly agency: NonNullable<CurrentSession['agency']>;
};

export const isReady = (session: CurrentSession): session is ReadySession =>
  session.state === 'ready' && session.person !== null && session.agency !== null;

export const setSession = (session: CurrentSession): void => {
  queryClient.setQueryData(api.session.current.queryKey(), session);
};

export const SessionContext = createContext<ReadySession | null>(null);

/** Who is signed in; only below the frame. */
export const useSession = (): ReadySession => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the frame');
  return session;
};

/** The agencies that the person sees, closed ones too. */
export const useAgencies = () => useQuery(api.agency.list.queryOptions({ input: { closed: 'true' } }));

export interface MaySubject {
  readonly agencyId: string;
  readonly state?: string;
}

/** Whether an action may be shown: the server decides all the same. Without a subject: anywhere at all. */
export const useMay = (): ((action: Action, subject?: MaySubject) => boolean) => {
  const { held: all, agency } = useSession();
  // Posts at other agencies count once one has switched there.
  const held: readonly HeldRole[] = all.filter(({ agencyId }) => agencyId === agency.id);
  const { data: agencies = [] } = useAgencies();
  const parents = new Map(agencies.map(({ id, parentId }) => [id, parentId]));
  const above = (id: string): string[] => {
    const parent = parents.get(id);
    return parent ? [parent, ...above(parent)] : [];
  };
  return (action, subject) =>
    subject
      ? may(held, action, { ...subject, agenciesAbove: above(subject.agencyId) })
      : mayAnywhere(held, action);
};
