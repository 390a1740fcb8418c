import { StoredMembership } from './types';

/** When time alone changes a membership next, in ms; undefined for never. */
export function dueOf(
  membership: Pick<
    StoredMembership,
    'createdAt' | 'expiresAt' | 'remindedAt' | 'status' | 'until'
  >,
  reminderMs: number,
): number | undefined {
  const { createdAt, expiresAt, remindedAt, status, until } = membership;
  switch (status) {
    case 'invited':
    case 'requested':
      return remindedAt === undefined && expiresAt !== undefined
        ? Math.min(createdAt + reminderMs, expiresAt)
        : expiresAt;
    case 'active':
    case 'leaving':
      return until;
    default:
      return undefined;
  }
}
