/** One JSON object a line on standard error. Never file names, addresses or anything of a person. */
export const log = (
  event: string,
  details: Readonly<Record<string, string | number | boolean | null>> = {},
): void => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...details })}\n`);
};
