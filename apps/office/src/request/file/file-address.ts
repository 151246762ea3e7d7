import { type RequestFile, requestFilePath } from '@gongkai/contract';

/** Where a file is fetched; `isShown`: by the browser, in a tab of its own. */
export const fileAddress = (requestId: string, fileId: string, isShown = false): string =>
  `/api${requestFilePath(requestId, fileId)}${isShown ? '?inline' : ''}`;

/** Whether a browser shows such a file. */
export const isShowable = ({ mediaType }: Pick<RequestFile, 'mediaType'>): boolean =>
  ['application/pdf', 'image/png', 'image/jpeg'].includes(mediaType);
