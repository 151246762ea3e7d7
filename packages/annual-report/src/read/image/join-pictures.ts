/** Endings of picture files; the content tells in the end. */
const picture = /\.(?:jpe?g|png)$/i;

const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/**
 * Puts the pictures of one folder together as the pages of one document, in the order of the numbers in their
 * names: that is how a phone or a scanner hands a report over. Everything else stays by itself.
 */
export const joinPictures = <File extends { readonly name: string }>(
  files: readonly File[],
): readonly (readonly File[])[] => {
  const documents: File[][] = [];
  const byFolder = new Map<string, File[]>();
  for (const file of files) {
    const pages = picture.test(file.name) ? byFolder.get(folderOf(file.name)) : undefined;
    if (pages !== undefined) {
      pages.push(file);
      continue;
    }
    const document = [file];
    documents.push(document);
    if (picture.test(file.name)) byFolder.set(folderOf(file.name), document);
  }
  const inOrder = new Intl.Collator('und', { numeric: true }).compare;
  for (const pages of byFolder.values()) pages.sort((a, b) => inOrder(a.name, b.name));
  return documents;
};
