import { isDeployable, Organisation } from '../../organisation';
import { DemoScope, endOf } from '../types';
import { planStandings, Standing } from './levels';
import { FindingPlacer, OpenTotals, placeFindings } from './placeFindings';
import { planScopes } from './scopes';
import { daysToFix } from './sla';
import { instantPaymentsScopes, openJustOverdue } from './stories';

/** Open findings of Larkhill Bank today. */
export const OPEN_TOTALS: OpenTotals = {
  critical: { overdue: 6, other: 16 },
  high: { overdue: 61, other: 153 },
  medium: { overdue: 94, other: 808 },
  low: { overdue: 0, other: 702 },
};

const FIXED_FINDINGS = 2400;

const COUNTED = ['critical', 'high', 'medium', 'low'] as const;

/** Open and overdue findings by severity, from the histories alone. */
export function countOpen(scopes: DemoScope[]): OpenTotals {
  const totals: OpenTotals = {
    critical: { overdue: 0, other: 0 },
    high: { overdue: 0, other: 0 },
    medium: { overdue: 0, other: 0 },
    low: { overdue: 0, other: 0 },
  };
  for (const scope of scopes) {
    for (const { severity, present, weakness } of scope.findings) {
      const isOpen = present.some(([, to]) => to === endOf(scope));
      const isSecondOpinion =
        weakness.kind === 'package' && weakness.advisory.severity !== severity;
      if (!isOpen || isSecondOpinion || severity === 'info') {
        continue;
      }
      const age = scope.scans[present[0][0]];
      const days = daysToFix(scope.component, severity)!;
      totals[severity][age > days ? 'overdue' : 'other'] += 1;
    }
  }
  return totals;
}

function subtract(totals: OpenTotals, known: OpenTotals): OpenTotals {
  const left = structuredClone(totals);
  for (const severity of COUNTED) {
    left[severity].overdue -= known[severity].overdue;
    left[severity].other -= known[severity].other;
  }
  return left;
}

export interface DemoHistory {
  scopes: DemoScope[];
  standings: Map<string, Standing>;
}

/** What all scanners of Larkhill Bank saw in 13 weeks. */
export function planHistory(organisation: Organisation): DemoHistory {
  const { components } = organisation;
  const standings = planStandings(components);
  const scopes = components.flatMap(component =>
    component.name === 'instant-payments-api'
      ? instantPaymentsScopes(component)
      : planScopes(component, standings.get(component.name)!),
  );
  openJustOverdue(
    scopes.find(
      ({ component, controlType }) =>
        component.name === 'payments-gateway' && controlType === 'sca',
    )!,
  );
  placeFindings(
    new FindingPlacer(scopes, standings, new Set(['instant-payments-api'])),
    subtract(OPEN_TOTALS, countOpen(scopes)),
    FIXED_FINDINGS,
    // Nothing that is attested of releases keeps them from Gold.
    components.filter(
      component =>
        standings.get(component.name) === 'silver' && !isDeployable(component),
    ),
  );
  return { scopes, standings };
}
