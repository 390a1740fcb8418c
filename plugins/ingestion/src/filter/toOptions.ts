import {
  CONTROL_TYPES,
  FINDING_DUES,
  FINDING_STATUSES,
  FindingDue,
  FindingFacets,
  SEVERITIES,
} from '@synchrony/backstage-plugin-ingestion-common';
import { formatNumber, severityLabel } from '@synchrony/ui';
import { CONTROL_LABELS, STATUS_LABELS } from '../words';

interface Option {
  id: string;
  label: string;
}

const DUE_LABELS: Record<FindingDue, string> = {
  overdue: 'Overdue',
  within7Days: 'Within 7 days',
  later: 'Later',
  none: 'No due date',
};

/**
 * Choices of the filter with what each would leave, where that is known.
 *
 * @param chosen - the names that are chosen, which may leave nothing
 */
export function toOptions(
  facets: FindingFacets | undefined,
  chosen: { tool?: string; environment?: string },
): Record<
  'severity' | 'type' | 'status' | 'due' | 'tool' | 'environment',
  Option[]
> {
  const withCount = (label: string, count: number | undefined) =>
    count === undefined
      ? label
      : `${label} (${formatNumber(count)}${facets?.isLowerBound ? ' or more' : ''})`;
  const named = (
    counts: (readonly [name: string, count: number])[] | undefined,
    name: string | undefined,
  ) => {
    const known = new Map(counts);
    if (name && !known.has(name)) {
      known.set(name, 0);
    }
    return [...known.keys()].sort().map(id => ({
      id,
      label: withCount(id, facets && known.get(id)),
    }));
  };
  return {
    severity: SEVERITIES.map(id => ({
      id,
      label: withCount(severityLabel(id), facets?.severity[id]),
    })),
    type: CONTROL_TYPES.map(id => ({
      id,
      label: withCount(CONTROL_LABELS[id], facets?.type[id]),
    })),
    status: FINDING_STATUSES.map(id => ({
      id,
      label: withCount(STATUS_LABELS[id], facets?.status[id]),
    })),
    due: FINDING_DUES.map(id => ({
      id,
      label: withCount(DUE_LABELS[id], facets?.due[id]),
    })),
    tool: named(
      facets?.tools.map(({ count, tool }) => [tool, count]),
      chosen.tool,
    ),
    environment: named(
      facets?.environments.map(({ count, environment }) => [
        environment,
        count,
      ]),
      chosen.environment,
    ),
  };
}
