/** What the operator wants to be said on every page (that this is a demonstration); the server writes it into the page. */
const content = document.querySelector<HTMLMetaElement>('meta[name=gongkai-notice]')?.content;
// Vite's own server, for developing, puts nothing in its place.
const notice = content === 'OFFICE_NOTICE' ? undefined : content;

export const Demonstration = () =>
  notice ? (
    <aside className="demonstration" aria-label="提示">
      {notice}
    </aside>
  ) : null;
