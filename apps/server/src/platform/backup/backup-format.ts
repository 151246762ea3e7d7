import { z } from 'zod';

/**
 * A backup is one gzipped tar: manifest.json first; tables/<nn>-<table>/<nnnnnn>.copy (PostgreSQL's COPY text in
 * pieces); files/<sha256> as the store holds them; end.json last, so a cut-off file is known by its absence.
 */
export const backupFormat = 1;

export const manifestSchema = z.object({
  format: z.literal(backupFormat),
  madeAt: z.iso.datetime(),
  /** The database's state: the migrations that had run, in order. */
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** Which key encrypted values were written with; the key itself is never in a backup. */
  keyFingerprint: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const endSchema = z.object({
  rows: z.record(z.string(), z.number()),
  /** SHA-256 over the COPY text of each table. */
  hashes: z.record(z.string(), z.string()),
  files: z.number(),
});
export type End = z.infer<typeof endSchema>;

export const tableEntry = /^tables\/\d+-([a-z_]+)\/\d+\.copy$/;
export const fileEntry = /^files\/([0-9a-f]{64})(\.enc)?$/;
