import { parseReport, ReportError } from '@synchrony/report-parsers';
import { buildOrganisation } from '../organisation';
import { buildReports } from './buildReports';
import { renderReport, scanOf } from './formats';
import { planHistory } from './plan/planHistory';

const NOW = new Date('2026-11-24T12:00:00Z');

describe('buildReports', () => {
  const organisation = buildOrganisation();
  const history = planHistory(organisation);
  const reports = buildReports(organisation, history, NOW);

  it('is the same each time', () => {
    const again = buildReports(
      buildOrganisation(),
      planHistory(buildOrganisation()),
      NOW,
    );
    const content = (from: typeof reports) =>
      (from.get('instant-payments-api') ?? []).map(report => report.render());
    expect([...again.keys()]).toEqual([...reports.keys()]);
    expect(content(again)).toEqual(content(reports));
  });

  it('reads back as what was planned, with every severity', () => {
    const counts: Record<string, number> = {};
    for (const scope of history.scopes) {
      const last = scope.scans.findLastIndex(
        (_, index) => !scope.partial.has(index),
      );
      const scan = scanOf(scope, last, NOW);
      const { runs } = parseReport(renderReport(scan));
      expect(runs).toHaveLength(1);
      const [run] = runs;
      expect(run).toMatchObject({
        evidence: 'scan',
        controlTypes: [scope.controlType],
        scannedAt: scan.at.toISOString(),
      });
      expect(run.findings.map(({ severity }) => severity).sort()).toEqual(
        scan.findings
          .map(({ severity, weakness }) =>
            weakness.kind === 'package' ? weakness.advisory.severity : severity,
          )
          .sort(),
      );
      for (const { severity } of run.findings) {
        counts[severity] = (counts[severity] ?? 0) + 1;
      }
    }
    // One of the medium ones is the second opinion about a high one.
    expect(counts).toEqual({ critical: 22, high: 214, medium: 903, low: 702 });
  });

  it('sends reports of a component oldest first, in the past, once', () => {
    const keys = new Set<string>();
    for (const own of reports.values()) {
      const times = own
        .filter(({ last }) => !last)
        .map(({ at }) => at.getTime());
      expect(times).toEqual([...times].sort((one, other) => one - other));
      for (const { key, at } of own) {
        expect(keys).not.toContain(key);
        keys.add(key);
        expect(at.getTime()).toBeLessThan(NOW.getTime());
      }
    }
  });

  it('has a report that nobody can read, and two that nobody expects', () => {
    const all = [...reports.values()].flat();
    const [broken, ...others] = all.filter(
      ({ outcome }) => outcome === 'rejected',
    );
    expect(others).toEqual([]);
    expect(() => parseReport(broken.render())).toThrow(ReportError);

    const known = new Set(organisation.components.map(({ name }) => name));
    expect(
      all
        .filter(({ component }) => !known.has(component))
        .map(({ component, outcome }) => [component, outcome]),
    ).toEqual([
      ['ledger-archiver-v2', 'quarantined'],
      ['ml-scoring-batch', 'quarantined'],
    ]);
  });

  it('disagrees with itself about one severity', () => {
    const severities = history.scopes
      .filter(({ component }) => component.name === 'instant-payments-api')
      .flatMap(
        scope =>
          parseReport(renderReport(scanOf(scope, scope.scans.length - 1, NOW)))
            .runs[0].findings,
      )
      .filter(({ ruleId }) => ruleId === 'DEMO-2026-0031')
      .map(({ severity, component }) => [severity, component?.purl]);
    expect(severities).toEqual([
      ['high', 'pkg:maven/io.netty/netty-codec-http2@4.1.94'],
      ['medium', 'pkg:maven/io.netty/netty-codec-http2@4.1.94'],
    ]);
  });
});
