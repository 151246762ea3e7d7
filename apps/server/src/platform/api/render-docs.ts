import { html } from 'hono/html';

type Markup = ReturnType<typeof html>;

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

export interface ApiDescription {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数',
  boolean: '是否',
  array: '列表',
  object: '对象',
  null: '空',
};

const formats: Readonly<Record<string, string>> = {
  uuid: '标识',
  date: '日期',
  'date-time': '时刻',
  email: '电子邮箱',
  uri: '网址',
};

const limits = ({ minimum, maximum, minLength, maxLength }: Schema): string => {
  const biggest = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  const smallest = minimum === Number.MIN_SAFE_INTEGER ? undefined : minimum;
  if (smallest !== undefined || biggest !== undefined) return `${smallest ?? ''}—${biggest ?? ''}`;
  if (maxLength !== undefined) return `${minLength ? `${minLength}—` : '至多 '}${maxLength} 字`;
  return '';
};

/** The type of a value in a few words: 列表：文字（标识）, 或空. */
const typeOf = (schema: Schema): string => {
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return [...new Set(several.map(typeOf))].join('或');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const names = types.map((type) => typeNames[type] ?? type).join('或') || '任意';
  const format = schema.format ? formats[schema.format] : undefined;
  if (types.includes('array') && schema.items) return `${names}：${typeOf(schema.items)}`;
  return format ?? names;
};

/** The object inside a schema, whether it stands alone, may be null, or is what a list holds. */
const objectIn = (schema: Schema): Schema | undefined => {
  if (schema.properties) return schema;
  if (schema.items) return objectIn(schema.items);
  return (schema.anyOf ?? schema.oneOf)?.map(objectIn).find((found) => found !== undefined);
};

interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

const fieldsOf = (schema: Schema, prefix = '', depth = 0): readonly Field[] => {
  const object = objectIn(schema);
  if (!object?.properties || depth > 4) return [];
  return Object.entries(object.properties).flatMap(([name, inner]) => [
    { name: `${prefix}${name}`, schema: inner, required: object.required?.includes(name) ?? false },
    ...fieldsOf(inner, `${prefix}${name}${inner.items ? '[]' : ''}.`, depth + 1),
  ]);
};

const fieldTable = (caption: string, fields: readonly Field[]): Markup | '' =>
  fields.length === 0
    ? ''
    : html`<div class="table-frame" tabindex="0" role="region" aria-label="${caption}"><table class="data-table">
        <caption>${caption}</caption>
        <thead><tr><th scope="col">名称</th><th scope="col">类型</th><th scope="col">必填</th><th scope="col">说明</th></tr></thead>
        <tbody>${fields.map(
          ({ name, schema, required }) => html`<tr>
            <th scope="row"><code>${name}</code></th>
            <td>${typeOf(schema)}</td>
            <td>${required ? '是' : '否'}</td>
            <td>${[
              schema.description,
              limits(schema),
              schema.default === undefined ? '' : `默认 ${JSON.stringify(schema.default)}`,
            ]
              .filter(Boolean)
              .join('；')}</td>
          </tr>`,
        )}</tbody>
      </table></div>`;

const schemaIn = (content: Content | undefined): Schema | undefined =>
  Object.values(content?.content ?? {}).find(({ schema }) => schema)?.schema;

const operationSection = (path: string, method: string, operation: Operation): Markup => {
  const input = schemaIn(operation.requestBody);
  const output = schemaIn(operation.responses?.['200']);
  const parameters = (operation.parameters ?? []).map(({ name, required, schema }) => ({
    name,
    schema: schema ?? {},
    required: required ?? false,
  }));
  const gives = output ? typeOf(output) : '无';
  return html`<details class="api-operation">
    <summary><code>${method.toUpperCase()} /api${path}</code> <span>${operation.summary ?? ''}</span></summary>
    ${operation.description ? html`<p>${operation.description}</p>` : ''}
    ${fieldTable('参数', parameters)}
    ${input ? fieldTable('提交的内容', fieldsOf(input)) : ''}
    ${output && fieldsOf(output).length > 0 ? fieldTable(`返回的内容（${gives}）`, fieldsOf(output)) : html`<p>返回：${gives}</p>`}
  </details>`;
};

/** The description of the API as a page that people browse: operations by subject, each with what goes in and out. */
export const renderApiDocs = (description: ApiDescription): Markup => {
  const operations = Object.entries(description.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const tags = [...new Set(operations.map(({ operation }) => operation.tags?.[0] ?? '其他'))];
  return html`<h1>接口说明</h1>
    <p class="lead">别的系统按这里的约定使用本系统。机器可读的说明：<a href="/api/openapi.json">openapi.json</a>（OpenAPI 3.1）。</p>
    <h2>怎样使用</h2>
    <ul>
      <li>请安全管理员在办公端发放令牌，每次请求带上 <code>Authorization: Bearer gk_…</code>。令牌只能做发放时选定的事项。</li>
      <li>写操作可以带 <code>Idempotency-Key</code>（不超过 200 个字符）：同一个值重复发送，只办理一次，得到同样的回答。</li>
      <li>出错时返回 <code>{ code, status, message, data }</code>：<code>code</code> 固定不变，<code>message</code> 给人看，<code>data.fields</code> 指出哪一项有误。</li>
      <li>超过每分钟次数时返回 429，<code>Retry-After</code> 说明多少秒后再试。</li>
    </ul>
    ${tags.map(
      (tag) => html`<section>
        <h2>${tag}</h2>
        ${operations
          .filter(({ operation }) => (operation.tags?.[0] ?? '其他') === tag)
          .map(({ path, method, operation }) => operationSection(path, method, operation))}
      </section>`,
    )}`;
};
