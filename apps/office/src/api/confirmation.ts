/** Asks whoever sits there to prove once more who they are; the frame sets what asks. False where they would not. */
let ask: (() => Promise<boolean>) | null = null;
let asking: Promise<boolean> | null = null;

export const setConfirmation = (asker: (() => Promise<boolean>) | null): void => {
  ask = asker;
};

/** Several acts that need it at once ask once. */
export const confirmIdentity = (): Promise<boolean> => {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = null;
  });
  return asking;
};
