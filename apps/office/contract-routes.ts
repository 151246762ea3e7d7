import { contract } from '@gongkai/contract';
import { minifyContractRouter } from '@orpc/contract';
import type { Plugin } from 'vite';

const routes = 'virtual:contract-routes';
const noSchemas = '\0virtual:no-schemas';

/** Stands for every schema of the contract in the browser: may be built on, not used. */
const schemaStandIn = `
const refuse = () => { throw new Error('the contract’s schemas are applied by the server alone') };
export const z = new Proxy(() => z, {
  get: (_, name) => (/parse/i.test(String(name)) ? refuse : z),
});`;

/**
 * The contract as the browser needs it: methods and paths, the words and the permission matrix, without the schemas,
 * which the server applies. Keeps zod out of what every page loads.
 */
export const contractRoutes = (): Plugin => ({
  name: 'contract-routes',
  enforce: 'pre',
  resolveId: (id, importer) => {
    if (id === routes) return `\0${routes}`;
    return id === 'zod' && importer?.includes('/packages/contract/') ? noSchemas : undefined;
  },
  load: (id) => {
    if (id === noSchemas) return schemaStandIn;
    return id === `\0${routes}`
      ? `export const contractRoutes = ${JSON.stringify(minifyContractRouter(contract))}`
      : undefined;
  },
});
