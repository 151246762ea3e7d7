import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

/** A page of the office: where it stands, what it is called, what can be done on it as a whole. */
export const Page = ({
  title,
  above = [],
  crumb = title,
  intro,
  actions,
  children,
}: {
  readonly title: string;
  /** The pages above this one, outermost first. */
  readonly above?: readonly Crumb[];
  /** What stands for it below those, where its title is long. */
  readonly crumb?: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => {
  useEffect(() => {
    document.title = `${title} · 政府信息公开办公端`;
  }, [title]);
  return (
    <>
      {above.length > 0 && (
        <nav className="crumbs" aria-label="当前位置">
          <ol>
            {above.map(({ label, to }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
            <li aria-current="page">{crumb}</li>
          </ol>
        </nav>
      )}
      <div className="page-head">
        <h1>{title}</h1>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {intro && <p className="page-intro">{intro}</p>}
      {children}
    </>
  );
};

/** Why a list is empty, and what to do. */
export const Nothing = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <p className="nothing">{children}</p>
);

/** A part of a page under its own heading. */
export const Section = ({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => (
  <section className="section" aria-label={title}>
    <div className="section-head">
      <h2>{title}</h2>
      {actions}
    </div>
    {children}
  </section>
);

/** Names and values one under the other, as a form prints them. */
export const Facts = ({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}): ReactNode => (
  <dl className="facts">
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          {value === null || value === undefined || value === '' ? (
            <span className="none">未填写</span>
          ) : (
            value
          )}
        </dd>
      </div>
    ))}
  </dl>
);
