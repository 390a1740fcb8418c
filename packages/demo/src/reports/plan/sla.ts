import { Severity } from '@synchrony/backstage-plugin-ingestion-common';
import { DemoComponent } from '../../organisation';

const DAYS: Partial<Record<Severity, number>> = {
  critical: 7,
  high: 30,
  medium: 60,
  low: 180,
};

/** Days that a finding may stay open by ingestion's default policy. */
export function daysToFix(
  component: DemoComponent,
  severity: Severity,
): number | undefined {
  const tight =
    severity === 'high' &&
    component.tier === 'tier-1' &&
    component.exposure === 'internet';
  const days = DAYS[severity];
  return days !== undefined && tight ? days / 2 : days;
}
