import { cloneElement, type ReactElement, useId } from 'react';

/** A labelled field above a list. */
export const FilterField = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactElement<{ id?: string; className?: string }>;
}) => {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, className: `field ${children.props.className ?? ''}` })}
    </div>
  );
};
