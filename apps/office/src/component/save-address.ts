/** Lets the browser keep what an address answers with as a file, without passing it through the page. */
export const saveAddress = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
};
