import {
  AdvisoryBucket,
  ComponentBucket,
  FindingStatus,
  VersionAnswer,
} from '@synchrony/backstage-plugin-ingestion-common';

/** What is known of the components of an entity. */
export interface Knowledge {
  /** Whether there is a list of its components, complete or not. */
  hasList: boolean;
  /** Absent when there never was a complete one. */
  lastCompleteAt?: number;
}

/** From the status that says most. */
const STATUSES: readonly FindingStatus[] = [
  'open',
  'risk_accepted',
  'dismissed',
  'resolved',
];

/** Where an entity belongs by what its lists have of what is looked for. */
export function componentBucketOf(
  answers: ReadonlySet<VersionAnswer> | undefined,
  knowledge: Knowledge,
  staleBefore: number,
): ComponentBucket {
  if (answers?.has('in')) {
    return 'affected';
  }
  if (answers?.has('unknown')) {
    return 'cannotTell';
  }
  if (!knowledge.hasList) {
    return 'noSbom';
  }
  // Without a complete list the rest may be there as well.
  if (knowledge.lastCompleteAt === undefined) {
    return 'cannotTell';
  }
  return knowledge.lastCompleteAt < staleBefore ? 'stale' : 'notAffected';
}

/** Where an entity belongs by its findings, else by its lists. */
export function advisoryBucketOf(
  statuses: ReadonlySet<FindingStatus> | undefined,
  byComponents: ComponentBucket,
  isKnown: boolean,
): AdvisoryBucket {
  const worst = STATUSES.find(status => statuses?.has(status));
  if (worst) {
    return worst;
  }
  if (byComponents === 'affected') {
    return 'unreported';
  }
  // Nobody says which package and versions the advisory is about.
  return !isKnown && byComponents !== 'noSbom' ? 'cannotTell' : byComponents;
}
