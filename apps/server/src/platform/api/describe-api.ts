import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';

/** The OpenAPI 3.1 description of the API, made from the contract. */
export const describeApi = (contract: AnyContractRouter): Promise<unknown> =>
  new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contract, {
    info: { title: '公开（gongkai）接口', version: '1' },
    servers: [{ url: '/api' }],
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: '由安全管理员在办公端发放的令牌' },
        session: { type: 'apiKey', in: 'cookie', name: 'gongkai', description: '办公端登录后的会话' },
      },
    },
    security: [{ token: [] }, { session: [] }],
  });
