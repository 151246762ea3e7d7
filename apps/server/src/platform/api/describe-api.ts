import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';

/** What stands in every answer that isn't what was asked for (`answerProblem`). */
const problem = {
  type: 'object',
  required: ['code', 'status', 'message'],
  properties: {
    code: { type: 'string', description: '固定不变的代码，程序据此判断' },
    status: { type: 'integer', description: 'HTTP 状态码' },
    message: { type: 'string', description: '给人看的说明：出了什么问题，怎样办' },
    data: {
      type: 'object',
      properties: {
        fields: {
          type: 'array',
          description: '有误的各项',
          items: {
            type: 'object',
            required: ['field', 'message'],
            properties: { field: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
} as const;

const content = { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } };
const seconds = { schema: { type: 'integer' }, description: '多少秒后可以再试' };

/** Every operation may be refused in these ways. */
const refusals = {
  '401': { description: '没有登录，登录已到期，或令牌无效', content },
  '403': { description: '没有权限，或须先再次核验身份（code 为 CONFIRMATION_NEEDED）', content },
  '404': { description: '没有这一项，或看不到它', content },
  '409': { description: '与已有的内容或现在的状态冲突', content },
  '422': { description: '填写的内容有误，data.fields 指出哪一项', content },
  '429': { description: '超过每分钟次数', headers: { 'Retry-After': seconds }, content },
  default: { description: '其他原因没有办成', content },
} as const;

type Operation = { readonly responses?: Readonly<Record<string, { readonly description: string }>> };

const withRefusals = ({ responses = {}, ...operation }: Operation): Operation => ({
  ...operation,
  responses: {
    ...Object.fromEntries(
      Object.entries(responses).map(([status, answer]) => [status, { ...answer, description: '办成' }]),
    ),
    ...refusals,
  },
});

/** The OpenAPI 3.1 description of the API, made from the contract. */
export const describeApi = async (contract: AnyContractRouter): Promise<unknown> => {
  const described = await new OpenAPIGenerator({
    schemaConverters: [new ZodToJsonSchemaConverter()],
  }).generate(contract, {
    info: { title: '公开（gongkai）接口', version: '1' },
    servers: [{ url: '/api' }],
    components: {
      schemas: { Problem: problem as never },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: '由安全管理员在办公端发放的令牌' },
        session: { type: 'apiKey', in: 'cookie', name: 'gongkai', description: '办公端登录后的会话' },
      },
    },
    security: [{ token: [] }, { session: [] }],
  });
  const paths = Object.entries(described.paths ?? {}).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations ?? {}).map(([method, operation]) => [
        method,
        withRefusals(operation as Operation),
      ]),
    ),
  ]);
  return { ...described, paths: Object.fromEntries(paths) };
};
