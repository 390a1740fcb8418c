import {
  AssignmentStatus,
  ScopeCoverage,
} from '@synchrony/backstage-plugin-champions-common';
import { OrganisationGroup } from '../organisation/GroupTree';
import {
  LiveAssignment,
  OwnedComponents,
  StoredCoverage,
} from '../store/programme/FiguresStore';
import { NO_TIER } from './coverageByTier';

/** A team with what is known of it; each as far as the reader may see it. */
export interface TeamEvidence {
  group: OrganisationGroup;
  platformRef?: string;
  coverage: StoredCoverage | undefined;
  owned: readonly OwnedComponents[];
  /** Of an assignment of the scope that covers it, or of the team itself. */
  assignmentsAt: (scopeRef: string) => readonly LiveAssignment[];
  isSeen: (scopeRef: string) => boolean;
}

/** Statuses in which a person is the contact of a scope. */
const SERVING: readonly AssignmentStatus[] = ['active', 'stepping_down'];
/** Statuses of those who were asked and are not active yet. */
const COMING: readonly AssignmentStatus[] = [
  'nominated',
  'accepted',
  'onboarding',
];

/** A team of the coverage map. Nominations are told as pending, never by name. */
export function teamCoverage({
  assignmentsAt,
  coverage,
  group,
  isSeen,
  owned,
  platformRef,
}: TeamEvidence): ScopeCoverage {
  const { groupRef, title } = group;
  const state = coverage?.state ?? 'uncovered';
  const scopeRef = coverage?.scopeRef;
  const coming = assignmentsAt(groupRef).filter(({ status }) =>
    COMING.includes(status),
  );
  const named =
    scopeRef === undefined
      ? coming.filter(({ status }) => status !== 'nominated')
      : assignmentsAt(scopeRef).filter(({ status }) =>
          SERVING.includes(status),
        );
  const primary = named.find(({ role }) => role === 'primary');
  const tiers: Record<string, number> = {};
  for (const { count, tier } of owned) {
    tiers[tier ?? NO_TIER] = (tiers[tier ?? NO_TIER] ?? 0) + count;
  }
  return {
    groupRef,
    title,
    ...(platformRef !== undefined && { platformRef }),
    state,
    reasons: coverage?.reasons ?? ['nobody'],
    isPending: state === 'uncovered' && coming.length > 0,
    ...(scopeRef !== undefined &&
      scopeRef !== groupRef &&
      isSeen(scopeRef) && { inheritedFrom: scopeRef }),
    mustBeCovered: owned.some(({ isProduction }) => isProduction),
    components: owned.reduce((sum, { count }) => sum + count, 0),
    tiers,
    ...(primary && { primary: primary.userRef }),
    deputies: named
      .filter(({ role }) => role === 'deputy')
      .map(({ userRef }) => userRef),
    ...(primary?.status === 'stepping_down' &&
      primary.endsAt !== undefined && {
        endsAt: new Date(primary.endsAt).toISOString(),
      }),
  };
}
