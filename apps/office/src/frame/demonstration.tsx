/** What the operator wants to be said on every page (that this is a demonstration); the server writes it into the page. */
const notice = document.querySelector<HTMLMetaElement>('meta[name=gongkai-notice]')?.content;

export const Demonstration = () =>
  notice ? (
    <p className="demonstration" role="note">
      {notice}
    </p>
  ) : null;
