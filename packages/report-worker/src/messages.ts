/** What the pool sends a thread. */
export interface ToWorker<Task> {
  readonly task: Task;
}

/** What a thread answers: in the order in which the tasks came. With `retire` it asks to be replaced. */
export type FromWorker<Result> = ({ readonly result: Result } | { readonly error: Error }) & {
  readonly retire: boolean;
};
