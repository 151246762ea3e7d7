import type { ReplyDocument, Sheet } from '@gongkai/reply-document';

/** Where a document's bytes come from: a stored file, a letter, or a sheet made from the record. */
export type ItemSource =
  | { readonly kind: 'file'; readonly fileId: string; readonly name: string; readonly mediaType: string }
  | { readonly kind: 'letter'; readonly document: ReplyDocument }
  | { readonly kind: 'sheet'; readonly sheet: Sheet };

/** A document of the archive file (卷内文件), before its pages are counted. */
export interface ArchiveItem {
  /** The same at every reading: `file:…`, `letter:…`, `sheet:…`. */
  readonly key: string;
  readonly title: string;
  /** 文号 */
  readonly number: string | null;
  /** 责任者 */
  readonly author: string;
  readonly date: string;
  /** 证明对象: what it proves in reconsideration or before a court; null: it is no evidence. */
  readonly proves: string | null;
  readonly source: ItemSource;
}

/** One with its bytes known: what the catalogue of a frozen case keeps. */
export interface ArchiveDocument extends Omit<ArchiveItem, 'source'> {
  readonly serial: number;
  readonly path: string;
  readonly mediaType: string;
  /** Null: it can't be bound. */
  readonly pages: number | null;
  readonly size: number;
  readonly sha256: string;
  readonly crc32: number;
  /** The stored file; null where its bytes were made for this export and are in memory. */
  readonly fileId: string | null;
  readonly isLater: boolean;
}
