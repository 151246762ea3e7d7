/** What a setting may hold. */
export type SettingValue = string | number | boolean;

interface Described {
  /** Stable name, its key in the table: `security.idle_minutes`. */
  readonly name: string;
  /** Decides who may change it. */
  readonly kind: 'operation' | 'security';
  /** The heading in a form that it stands under. */
  readonly group: string;
  /** What it is called on screen. */
  readonly label: string;
  /** What it does, and the law or standard that it rests on. */
  readonly help: string;
  /** What is wrong with a value of the right type and range, where the range alone doesn't say it. */
  readonly refuse?: (value: SettingValue) => string | undefined;
}

export interface IntegerSetting extends Described {
  readonly type: 'integer';
  readonly defaultValue: number;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

export interface ChoiceSetting<V extends string = string> extends Described {
  readonly type: 'choice';
  readonly defaultValue: V;
  readonly choices: Readonly<Record<V, string>>;
}

export interface TextSetting extends Described {
  readonly type: 'text';
  readonly defaultValue: string;
  /** Characters at most. */
  readonly most: number;
}

export interface BooleanSetting extends Described {
  readonly type: 'boolean';
  readonly defaultValue: boolean;
}

/** A number, a choice, a text or a yes/no that an installation may set for itself: data, with default and range. */
export type SettingDefinition = IntegerSetting | ChoiceSetting | TextSetting | BooleanSetting;

/** The type of a definition's value. */
export type ValueOf<D extends SettingDefinition> =
  D extends ChoiceSetting<infer V>
    ? V
    : D extends IntegerSetting
      ? number
      : D extends BooleanSetting
        ? boolean
        : string;

/** What is wrong with a value for a setting, in a sentence; undefined when it may be set. */
export const settingProblem = (definition: SettingDefinition, value: unknown): string | undefined =>
  rangeProblem(definition, value) ?? definition.refuse?.(value as SettingValue);

const rangeProblem = (definition: SettingDefinition, value: unknown): string | undefined => {
  const { label } = definition;
  switch (definition.type) {
    case 'integer': {
      const { least, most, unit } = definition;
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
      return fits ? undefined : `“${label}”应是 ${least} 到 ${most} 之间的整数（${unit}）。`;
    }
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(definition.choices, value)
        ? undefined
        : `“${label}”应是以下之一：${Object.values(definition.choices).join('、')}。`;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : `“${label}”应是“是”或“否”。`;
    case 'text':
      return typeof value === 'string' && value.length <= definition.most
        ? undefined
        : `“${label}”应是不超过 ${definition.most} 个字的文字。`;
  }
};
