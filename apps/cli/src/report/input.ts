/** One report file to read: on disk, inside a ZIP on disk, or handed over as bytes (standard input). */
export interface Input {
  /** As it is shown: `reports.zip/市局.docx`, `-`. */
  readonly name: string;
  readonly path: string;
  /** The file's name inside the archive at `path`; null for a file of its own. */
  readonly entry: string | null;
  readonly bytes?: Uint8Array;
}
