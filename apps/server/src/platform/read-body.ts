/** Why a body was not read: longer than allowed, no room for it, or it ended before it should. */
export type BodyFault = 'tooLong' | 'noRoom' | 'brokenOff';

/**
 * Reads a request's body into memory. Nothing past the limit is kept, whatever length was declared.
 *
 * @param most bytes
 * @param hold is told of each piece before it is kept; false ends the reading
 */
export const readBody = async (
  request: Request,
  most: number,
  hold: (bytes: number) => boolean,
): Promise<Uint8Array | BodyFault> => {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'tooLong';
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return Buffer.concat(chunks, length);
      length += value.length;
      const fault = length > most ? 'tooLong' : hold(value.length) ? null : 'noRoom';
      // What still comes is the HTTP server's to drain or to cut off.
      if (fault) return fault;
      chunks.push(value);
    }
  } catch {
    return 'brokenOff';
  }
};
