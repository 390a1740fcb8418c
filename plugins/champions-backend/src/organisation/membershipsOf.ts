import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import { EntityChange } from '@synchrony/backstage-plugin-scorecards-node';

export interface Membership {
  userRef: string;
  groupRef: string;
}

/** Whose memberships a change says anew, and what they are. */
export function membershipsOf({ changed, removed }: EntityChange): {
  userRefs: string[];
  memberships: Membership[];
} {
  const users = changed.filter(({ kind }) => kind === 'user');
  return {
    userRefs: [
      ...users.map(({ entityRef }) => entityRef),
      ...removed.filter(ref => ref.startsWith('user:')),
    ],
    memberships: users.flatMap(({ entityRef, relations }) =>
      relations
        .filter(({ type }) => type === RELATION_MEMBER_OF)
        .map(({ targetRef }) => ({ userRef: entityRef, groupRef: targetRef })),
    ),
  };
}
