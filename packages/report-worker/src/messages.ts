/** What the pool sends a thread. */
export interface ToWorker<Task> {
  readonly task: Task;
}

/** What a thread answers: in the order in which the tasks came. With `retire` it asks to be replaced. */
export type FromWorker<Result> = ({ readonly result: Result } | { readonly error: Error }) & {
  readonly retire: boolean;
};

/** What a thread is started with. */
export interface ThreadData {
  /** The module that answers tasks. */
  readonly script: string;
  /** The folder in which Node keeps compiled modules. */
  readonly compileCache: string;
  /** For that module: `threadData()`. */
  readonly data: unknown;
}
