/** What the server's answers tell of the session, for whoever listens. */
const listeners = new Set<(news: 'ended' | 'alive') => void>();

/** `ended`: the server no longer knows the session; `alive`: it has just answered within it. */
export const tellOfSession = (news: 'ended' | 'alive'): void => {
  for (const listener of listeners) listener(news);
};

export const listenToSession = (listener: (news: 'ended' | 'alive') => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
