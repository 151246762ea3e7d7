import { fileURLToPath } from 'node:url';

/** The folder in which Node keeps our compiled modules; it goes away with node_modules. Not being able to write it does no harm. */
export const compileCache = fileURLToPath(new URL('../../../node_modules/.cache/gongkai', import.meta.url));
