/** One report file to read: on disk, inside a ZIP on disk, or handed over as bytes (standard input). */
export interface Input {
  /** As it is shown: `reports.zip/市局.docx`, `-`. */
  readonly name: string;
  readonly path: string;
  /** The names of the entries that lead to the file inside archives; empty for a file of its own. */
  readonly entry: readonly string[];
  readonly bytes?: Uint8Array;
}
