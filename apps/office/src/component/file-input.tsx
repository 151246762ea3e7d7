import { useState } from 'react';

/**
 * Chooses files. The browser's own field stays, for the keyboard and the screen reader; what one sees speaks Chinese
 * whatever the browser's language is.
 */
export const FileInput = ({
  id,
  accept,
  name,
  multiple = false,
  required = false,
  none = '还没有选择',
  onChange,
  ...aria
}: {
  readonly id?: string | undefined;
  readonly accept: string;
  readonly name?: string;
  readonly multiple?: boolean;
  readonly required?: boolean;
  /** What stands there as long as nothing is chosen. */
  readonly none?: string;
  readonly onChange?: (file: File | undefined) => void;
  readonly 'aria-describedby'?: string;
}) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return (
    <span className="file-input">
      <input
        {...aria}
        id={id}
        type="file"
        name={name}
        accept={accept}
        multiple={multiple}
        required={required}
        onChange={({ target }) => {
          setChosen([...(target.files ?? [])].map((file) => file.name));
          onChange?.(target.files?.[0]);
        }}
      />
      <label htmlFor={id}>选择文件</label>
      <span className="chosen">
        {chosen.length === 0 ? none : chosen.length === 1 ? chosen[0] : `${chosen.length} 个文件`}
      </span>
    </span>
  );
};
