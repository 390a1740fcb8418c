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
 * @param tool - the one that is chosen, which may leave nothing
 */
export function toOptions(
  facets: FindingFacets | undefined,
  tool: string | undefined,
): Record<'severity' | 'type' | 'status' | 'due' | 'tool', Option[]> {
  const withCount = (label: string, count: number | undefined) =>
    count === undefined
      ? label
      : `${label} (${formatNumber(count)}${facets?.isLowerBound ? ' or more' : ''})`;
  const tools = new Map(
    facets?.tools.map(({ count, tool: name }) => [name, count] as const),
  );
  if (tool && !tools.has(tool)) {
    tools.set(tool, 0);
  }
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
    tool: [...tools.keys()].sort().map(id => ({
      id,
      label: withCount(id, facets && tools.get(id)),
    })),
  };
}
