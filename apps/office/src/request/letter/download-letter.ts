import { saveFile } from '../../component/save-file.ts';

const unreachable = '没有下载成功。请检查网络后重试。';

/** Gets a letter's file and lets the browser keep it; what went wrong, for people, or null. */
export const downloadLetter = async (path: string, name: string): Promise<string | null> => {
  try {
    const answer = await fetch(`/api${path}`, { credentials: 'same-origin' });
    if (!answer.ok) {
      const { message } = (await answer.json()) as { readonly message?: string };
      return message ?? unreachable;
    }
    saveFile(await answer.blob(), name);
    return null;
  } catch {
    return unreachable;
  }
};
