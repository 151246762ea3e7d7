/**
 * Lets the styles in that Ant Design writes into the page. The policy allows only those that bear the answer's
 * nonce; some of Ant Design's own helpers (its scroll lock, its measuring of scroll bars) forget it, so every style
 * element that our scripts make bears it from the start. Nothing that comes as markup gets it.
 */
export const stampStyles = (document: Document): void => {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
  if (!nonce) return;
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
};
