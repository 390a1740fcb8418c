import { GroupTree } from '../organisation/GroupTree';

/** Totals of fewer people say what a single one gives. */
export const FEWEST_PEOPLE = 3;

/** Which shares of time of a group somebody may read. */
export interface ShareRights {
  /** The sum of a group in which so many people give time. */
  mayReadTotal(groupRef: string, people: number): boolean;
  /** What single people of a group give. */
  mayReadPeople(groupRef: string): boolean;
}

/**
 * Who leads a group next reads its sums and its people; who stands above, or
 * may read shares of time, reads sums of three people and more.
 */
export function shareRights(
  reader: { userRef?: string; isManager: boolean; mayReadShares: boolean },
  tree: Pick<GroupTree, 'leadsOf'>,
): ShareRights {
  const leads = (groupRef: string) => tree.leadsOf(groupRef);
  const isNearest = (groupRef: string) =>
    reader.isManager ||
    (reader.userRef !== undefined && leads(groupRef)[0] === reader.userRef);
  return {
    mayReadPeople: isNearest,
    mayReadTotal: (groupRef, people) =>
      isNearest(groupRef) ||
      (people >= FEWEST_PEOPLE &&
        (reader.mayReadShares ||
          (reader.userRef !== undefined &&
            leads(groupRef).includes(reader.userRef)))),
  };
}
