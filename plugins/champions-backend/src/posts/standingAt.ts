import {
  AssignmentStatus,
  COUNTED_ASSIGNMENT_STATUSES,
} from '@synchrony/backstage-plugin-champions-common';

/** A step of an assignment. */
export interface PostStep {
  at: number;
  name: string;
  to: AssignmentStatus;
  actorRef?: string;
}

/** Somebody's post at a scope, with its steps up to a moment, oldest first. */
export interface PostRecord {
  entityRef: string;
  /** From near to far. */
  position: number;
  scopeRef: string;
  assignmentId: string;
  role: 'primary' | 'deputy';
  userRef: string;
  steps: PostStep[];
}

/** A post that was held. */
export interface HeldPost extends PostRecord {
  status: AssignmentStatus;
  /** Since when without a break. */
  since: number;
}

const IN_POST: readonly AssignmentStatus[] = ['active', 'stepping_down'];

function heldOf(record: PostRecord): HeldPost | undefined {
  const { steps } = record;
  const status = steps.at(-1)?.to;
  if (!status || !IN_POST.includes(status)) {
    return undefined;
  }
  const before = steps.findLastIndex(({ to }) => !IN_POST.includes(to));
  return { ...record, status, since: steps[before + 1].at };
}

/**
 * Who held a post for each entity: at the nearest scope where somebody was
 * active, stepped down or had lapsed, as coverage is decided.
 */
export function heldPosts(records: readonly PostRecord[]): HeldPost[] {
  const counted = records.filter(({ steps }) => {
    const status = steps.at(-1)?.to;
    return status && COUNTED_ASSIGNMENT_STATUSES.includes(status);
  });
  return [...Map.groupBy(counted, ({ entityRef }) => entityRef).values()]
    .flatMap(ofEntity => {
      const nearest = Math.min(...ofEntity.map(({ position }) => position));
      return ofEntity.filter(({ position }) => position === nearest);
    })
    .flatMap(record => heldOf(record) ?? []);
}
