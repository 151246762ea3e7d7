/** Lets the browser keep a file that the API gave. */
export const saveFile = (blob: Blob, fallbackName: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = blob instanceof File && blob.name ? blob.name : fallbackName;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
