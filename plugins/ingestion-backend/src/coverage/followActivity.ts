import { ControlType } from '@synchrony/backstage-plugin-ingestion-common';
import { isSameCommit } from '../gate/selectScopes';
import { DAY_MS } from '../sla';
import type { StoredCoverage } from '../store/CoverageStore';
import { Cadence } from './cadence';

/** A scan of the default ref that says which commit was the newest then. */
export interface CommitSighting {
  commit: string;
  at: number;
}

/** For how long the rules that a scan was made with count as current. */
const RULESET_DAYS = 30;

/**
 * What only code decides: the same code with the same rules gives the same
 * answer. What advisories or the running system decide is not known from code.
 */
const DECIDED_BY_CODE: readonly ControlType[] = ['sast', 'secret', 'iac'];

function staleAtOf(
  row: StoredCoverage,
  sightings: CommitSighting[],
  cadence: Cadence,
): number | undefined {
  const { commit, controlType, lastCompleteAt } = row;
  if (lastCompleteAt === undefined) {
    return row.staleAt;
  }
  const base = lastCompleteAt + cadence[controlType] * DAY_MS;
  if (commit === undefined || !DECIDED_BY_CODE.includes(controlType)) {
    return base;
  }
  const later = sightings.filter(({ at }) => at > lastCompleteAt);
  if (!later.every(sighting => isSameCommit(sighting.commit, commit))) {
    return base;
  }
  const confirmedAt = Math.max(lastCompleteAt, ...later.map(({ at }) => at));
  return Math.max(
    base,
    Math.min(
      confirmedAt + cadence[controlType] * DAY_MS,
      lastCompleteAt + RULESET_DAYS * DAY_MS,
    ),
  );
}

/**
 * While other scans show that nothing was committed, a scan of the code goes
 * stale later, though never more than 30 days after it was made. Answers the
 * rows that change.
 */
export function followActivity(
  known: StoredCoverage[],
  sightings: CommitSighting[],
  cadence: Cadence,
): StoredCoverage[] {
  return known.flatMap(row => {
    const staleAt = staleAtOf(row, sightings, cadence);
    return staleAt === row.staleAt ? [] : [{ ...row, staleAt }];
  });
}
