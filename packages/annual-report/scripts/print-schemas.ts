import { mkdirSync, writeFileSync } from 'node:fs';
import { publishedSchemas } from '../src/json/published-schemas.ts';

/** Writes docs/schemas/ from the schemas in src/json/. Run it, then Biome, after changing one of them. */
const folder = new URL('../../../docs/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of publishedSchemas()) writeFileSync(new URL(name, folder), schema);
