import { dirname, join } from 'node:path/posix';

/** The product's packages; an area of the server may use any of them. */
const packages = [
  'packages/statute',
  'packages/annual-report',
  'packages/contract',
  'packages/redaction',
  'packages/report-worker',
  'packages/reply-document',
] as const;

/**
 * Who may import whom (ARCHITECTURE.md). A room is the folder that a file belongs to; a room may import
 * itself and the rooms listed. `*` stands for every room.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'packages/statute': [],
  'packages/annual-report': [],
  'packages/contract': ['packages/statute', 'packages/annual-report'],
  'packages/redaction': ['packages/statute', 'packages/annual-report'],
  'packages/report-worker': ['packages/annual-report'],
  'packages/reply-document': ['packages/statute'],
  'packages/synthetic-report': ['packages/annual-report'],
  'apps/cli': packages,
  'apps/office': packages,
  'apps/server/platform': [],
  'apps/server/agency': [...packages, 'apps/server/platform'],
  'apps/server/audit': [...packages, 'apps/server/platform', 'apps/server/agency'],
  'apps/server/operation': [...packages, 'apps/server/platform', 'apps/server/agency'],
  'apps/server/disclosure': [...packages, 'apps/server/platform', 'apps/server/agency'],
  'apps/server/request': [
    ...packages,
    'apps/server/platform',
    'apps/server/agency',
    'apps/server/disclosure',
    'apps/server/portal',
  ],
  'apps/server/demonstration': [
    ...packages,
    'apps/server/platform',
    'apps/server/agency',
    'apps/server/disclosure',
    'apps/server/portal',
    'apps/server/request',
  ],
  'apps/server/portal': [...packages, 'apps/server/platform', 'apps/server/agency', 'apps/server/disclosure'],
  'apps/server/report': [...packages, 'apps/server/platform', 'apps/server/portal'],
  'apps/server/main': ['*'],
  bench: ['*'],
  e2e: ['*'],
  tools: ['*'],
};

/** Rooms of the product that only tests and benches may import. */
const testsOnly = 'packages/synthetic-report';

/** The room of a file: `apps/server/src/report/x.ts` → `apps/server/report`. */
export const roomOf = (path: string): string => {
  const parts = path.split('/');
  if (parts[0] === 'packages' || (parts[0] === 'apps' && parts[1] !== 'server'))
    return `${parts[0]}/${parts[1]}`;
  if (parts[0] === 'apps') return parts.length > 4 ? `apps/server/${parts[3]}` : 'apps/server/main';
  return parts[0] ?? '';
};

/** The modules that a source text imports, type imports too. */
export const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

/** The file that an import of ours means, or null for a library. */
const target = (from: string, specifier: string): string | null => {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  const own = /^@gongkai\/([\w-]+)(\/.*)?$/.exec(specifier);
  if (!own) return null;
  return own[1] === 'server' || own[1] === 'cli' || own[1] === 'office'
    ? `apps/${own[1]}/`
    : `packages/${own[1]}/`;
};

const isTest = (path: string): boolean => /\.test\.ts$|-test-kit\.ts$|\/(test|fixtures)\//.test(path);

/** What is wrong with the imports of one file, in sentences; empty when nothing is. */
export const boundaryBreaks = (path: string, text: string): readonly string[] => {
  const room = roomOf(path);
  const allowed = mayImport[room];
  if (!allowed) return [`${path}: the room ${room} has no entry in the table of who may import whom`];
  return importsOf(text).flatMap((specifier) => {
    const to = target(path, specifier);
    if (to === null) return [];
    const other = roomOf(to);
    if (other === room) return [];
    if (isTest(path) && (other === testsOnly || other === 'tools' || other === 'apps/server/main')) return [];
    if (other === testsOnly && room.startsWith('bench')) return [];
    if (!allowed.includes(other) && !allowed.includes('*'))
      return [`${path} imports ${specifier}: ${room} may not import ${other}`];
    const isArea =
      other.startsWith('apps/server/') && other !== 'apps/server/platform' && other !== 'apps/server/main';
    const isKit = (isTest(path) || room === 'bench') && specifier.endsWith('-test-kit.ts');
    if (isArea && specifier.startsWith('.') && !specifier.endsWith('/index.ts') && !isKit)
      return [`${path} imports ${specifier}: an area is entered through its index.ts`];
    return [];
  });
};
