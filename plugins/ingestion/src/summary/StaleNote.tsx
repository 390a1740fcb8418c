import { FindingsSummary } from '@synchrony/backstage-plugin-ingestion-common';
import { formatAge, PanelPartial, useNow } from '@synchrony/ui';
import { CONTROL_LABELS } from '../words';
import { staleControls } from './counts';

/** Says which findings nobody confirmed lately, so that none is taken as fixed. */
export function StaleNote({ summary }: { summary: FindingsSummary }) {
  const now = useNow();
  const stale = staleControls(summary);
  if (stale.length === 0) {
    return null;
  }
  const names = stale.map(({ controlType, tool, lastCompleteAt }) => {
    const age = lastCompleteAt
      ? `last complete scan ${formatAge(lastCompleteAt, now)} ago`
      : 'no complete scan yet';
    return `${CONTROL_LABELS[controlType]}${tool ? ` by ${tool}` : ''}: ${age}`;
  });
  return (
    <PanelPartial>
      <strong>Fixes not verified until a complete scan.</strong>{' '}
      {names.join('; ')}.
    </PanelPartial>
  );
}
