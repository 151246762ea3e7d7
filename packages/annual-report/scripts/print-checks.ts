import { writeFileSync } from 'node:fs';
import { checksPage } from './checks-page.ts';

/** Writes docs/checks.md from the registry of rules. Run it after adding or changing a rule. */
writeFileSync(new URL('../../../docs/checks.md', import.meta.url), checksPage());
