/** The one password of every account of the demonstration; it guards nothing. docs/operations.md names it. */
export const demonstrationPassword = 'Yunshan-2026';
