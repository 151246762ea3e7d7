import { Status } from '../component/status.tsx';

/** Whether an agency is still there. */
export const AgencyStatus = ({ closedOn }: { readonly closedOn: string | null }) =>
  closedOn ? <Status tone="plain">已撤销 · {closedOn}</Status> : <Status tone="good">正常</Status>;
