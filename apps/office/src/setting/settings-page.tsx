import type { Setting, SettingKind, SettingValue } from '@gongkai/contract';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Form, Input, InputNumber, Select, Switch } from 'antd';
import { type ReactNode, useRef } from 'react';
import { api } from '../api/api.ts';
import { refreshAll } from '../api/query-client.ts';
import { Nothing, Page, Section } from '../component/page.tsx';
import { QueryView } from '../component/query-view.tsx';
import { TaskForm } from '../component/task-form.tsx';
import { useMay, useSession } from '../session/use-session.ts';

type Values = Record<string, SettingValue | undefined>;

const control = (setting: Setting, isDisabled: boolean): ReactNode => {
  switch (setting.type) {
    case 'integer':
      return (
        <InputNumber
          min={setting.least ?? undefined}
          max={setting.most ?? undefined}
          precision={0}
          disabled={isDisabled}
          suffix={setting.unit ?? undefined}
          className="number"
        />
      );
    case 'boolean':
      return <Switch checkedChildren="开" unCheckedChildren="关" disabled={isDisabled} />;
    case 'choice':
      return <Select options={setting.choices ?? []} disabled={isDisabled} />;
    default:
      return <Input maxLength={2000} disabled={isDisabled} />;
  }
};

const sayValue = ({ type, choices, unit }: Setting, value: SettingValue): string => {
  if (value === null || value === '') return '空';
  if (type === 'boolean') return value ? '开' : '关';
  if (type === 'choice') return choices?.find((choice) => choice.value === value)?.label ?? String(value);
  return `${value}${unit ? ` ${unit}` : ''}`;
};

/** Names of settings may have dots; a form's names may not be read as paths. */
const keyOf = (name: string): string => name.replaceAll('.', '-');

const Settings = ({
  settings,
  mayChange,
}: {
  readonly settings: readonly Setting[];
  readonly mayChange: boolean;
}) => {
  const { message } = App.useApp();
  // As they were when the form was opened or saved: what somebody else changes meanwhile isn't undone.
  const shown = useRef(new Map(settings.map(({ name, value }) => [name, value])));
  const groups = [...new Set(settings.map(({ group }) => group))];
  const send = async (values: Values, context: { readonly once: string }): Promise<void> => {
    const changes = settings
      .map((setting) => ({
        setting,
        value: values[keyOf(setting.name)] ?? (setting.type === 'text' ? '' : null),
      }))
      .filter(({ setting: { name }, value }) => {
        const before = shown.current.get(name) ?? null;
        return value !== before && !(before === null && value === '');
      })
      .map(({ setting: { name, defaultValue }, value }) => ({
        name,
        value: value === defaultValue ? null : value,
      }));
    if (changes.length === 0) {
      void message.info('没有修改任何设置');
      return;
    }
    await api.setting.change.call({ changes }, { context });
    for (const { name } of changes) shown.current.set(name, values[keyOf(name)] ?? null);
    void message.success(`已修改 ${changes.length} 项设置`);
    await refreshAll();
  };
  return (
    <TaskForm<Values>
      wide
      submit="保存设置"
      initial={Object.fromEntries(settings.map(({ name, value }) => [keyOf(name), value]))}
      onSubmit={send}
      note="修改记入审计日志。"
      readOnly={!mayChange}
      saysOptional={false}
    >
      {groups.map((group) => (
        <Section key={group} title={group}>
          {settings
            .filter((setting) => setting.group === group)
            .map((setting) => (
              <Form.Item
                key={setting.name}
                name={keyOf(setting.name)}
                label={setting.label}
                valuePropName={setting.type === 'boolean' ? 'checked' : 'value'}
                extra={
                  <>
                    {setting.help}
                    {setting.value !== setting.defaultValue && (
                      <span className="block">默认：{sayValue(setting, setting.defaultValue)}</span>
                    )}
                  </>
                }
              >
                {control(setting, !mayChange)}
              </Form.Item>
            ))}
        </Section>
      ))}
    </TaskForm>
  );
};

const SettingsPage = ({
  kind,
  title,
  intro,
  owner,
}: {
  readonly kind: SettingKind;
  readonly title: string;
  readonly intro: string;
  readonly owner: string;
}) => {
  const mayDo = useMay();
  const { agency } = useSession();
  const query = useQuery(api.setting.list.queryOptions({ input: { kind } }));
  const mayChange = mayDo('setting.change', { agencyId: agency.id, state: kind });
  return (
    <Page title={title} intro={intro}>
      {!mayChange && <Alert type="info" showIcon title={`这些设置由${owner}修改，您可以查看。`} />}
      <QueryView query={query}>
        {(settings) =>
          settings.length === 0 ? (
            <Nothing>没有可以修改的设置。</Nothing>
          ) : (
            // A changed value comes back from the server: the form begins anew from it.
            <Settings
              key={settings.map(({ value }) => String(value)).join()}
              settings={settings}
              mayChange={mayChange}
            />
          )
        }
      </QueryView>
    </Page>
  );
};

/** 系统设置: how the system is run; 系统管理员 changes it. */
export const OperationPage = () => (
  <SettingsPage
    kind="operation"
    title="系统设置"
    intro="系统怎样运行。由系统管理员修改。"
    owner="系统管理员"
  />
);

/** 安全设置: what keeps the system safe; 安全管理员 changes it. */
export const SecurityPage = () => (
  <SettingsPage
    kind="security"
    title="安全设置"
    intro="密码、登录、动态口令、日志保存等安全策略。由安全管理员修改；单位执行等级保护要求的，请按测评意见设置。"
    owner="安全管理员"
  />
);
