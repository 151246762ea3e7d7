import { agencyKey } from '@gongkai/annual-report';

/** Which files hold reports of one agency; a file may hold several agencies' reports. */
export interface FileGroups {
  readonly add: (file: number, agencies: readonly (string | null)[]) => void;
  /** Files that belong together, two or more a group, each file in one group only. */
  readonly groups: () => readonly (readonly number[])[];
}

export const createFileGroups = (): FileGroups => {
  const first = new Map<string, number>();
  const parent = new Map<number, number>();
  const root = (file: number): number => {
    const up = parent.get(file) ?? file;
    return up === file ? file : root(up);
  };
  return {
    add: (file, agencies) => {
      for (const agency of agencies) {
        if (agency === null) continue;
        const key = agencyKey(agency);
        const other = first.get(key);
        if (other === undefined) first.set(key, file);
        else if (other !== file)
          parent.set(Math.max(root(file), root(other)), Math.min(root(file), root(other)));
      }
    },
    groups: () => {
      const members = new Map<number, Set<number>>();
      for (const file of parent.keys()) {
        const top = root(file);
        members.set(top, (members.get(top) ?? new Set([top])).add(file));
      }
      return [...members.values()].map((files) => [...files].sort((left, right) => left - right));
    },
  };
};
