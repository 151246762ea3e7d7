/** The options of all commands as `parseArgs` gives them; `commands.ts` says which command knows which. */
export interface Options {
  readonly help?: boolean;
  readonly color?: boolean;
  readonly 'no-color'?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly xlsx?: string;
  readonly jobs?: string;
  readonly seconds?: string;
  readonly 'no-recognise'?: boolean;
  readonly parent?: string;
  readonly expected?: string;
  readonly 'no-years'?: boolean;
  readonly 'department-deadline'?: string;
  readonly 'government-deadline'?: string;
  readonly from?: string;
  readonly to?: string;
  readonly form?: string;
  readonly agency?: string;
  readonly year?: string;
}
