import { ReportParameters } from '@synchrony/cli';
import { Organisation } from '../organisation';
import { renderReport, scanOf } from './formats';
import { oddReports } from './oddities';
import { DemoHistory } from './plan/planHistory';

/** A report that the demo sends. */
export interface DemoReport {
  /** Its own in a data set. */
  key: string;
  /** Name of the component it is about. */
  component: string;
  at: Date;
  parameters: Omit<ReportParameters, 'entityRef' | 'startedAt'>;
  render: () => string;
  /** What becomes of it. */
  outcome: 'processed' | 'older' | 'quarantined' | 'rejected';
  /** Sent after all others of its component, whatever its time. */
  last?: boolean;
}

/** All reports by component, oldest first. */
export function buildReports(
  organisation: Organisation,
  history: DemoHistory,
  now: Date,
): Map<string, DemoReport[]> {
  const byComponent = new Map<string, DemoReport[]>();
  const add = (report: DemoReport) => {
    const known = byComponent.get(report.component);
    if (known) {
      known.push(report);
    } else {
      byComponent.set(report.component, [report]);
    }
  };
  for (const scope of history.scopes) {
    const isWeb = scope.controlType === 'dast';
    for (const index of scope.scans.keys()) {
      const scan = scanOf(scope, index, now);
      add({
        key: `${scope.component.name} ${scope.scanner} ${index}`,
        component: scope.component.name,
        at: scan.at,
        parameters: {
          ref: isWeb ? undefined : scope.component.defaultBranch,
          commit: isWeb ? undefined : scan.commit,
          environment: isWeb ? 'preprod' : undefined,
          // Trivy names a repository alike whatever it looks for in it.
          category: scope.scanner === 'trivy-config' ? 'config' : undefined,
          complete: scope.partial.has(index) ? false : undefined,
        },
        render: () => renderReport(scan),
        outcome: 'processed',
      });
    }
  }
  oddReports(now).forEach(add);
  for (const reports of byComponent.values()) {
    reports.sort(
      (one, other) =>
        Number(one.last ?? false) - Number(other.last ?? false) ||
        one.at.getTime() - other.at.getTime(),
    );
  }
  return new Map(
    [...organisation.components.map(({ name }) => name), ...byComponent.keys()]
      .filter(name => byComponent.has(name))
      .map(name => [name, byComponent.get(name)!]),
  );
}
