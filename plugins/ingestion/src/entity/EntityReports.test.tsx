import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import {
  ENTITY_REF,
  NEVER_SCANNED,
  pageOf,
  receipt,
  STALE_SCA,
  summary,
} from '../__testUtils__/fixtures';
import { renderEntity } from '../__testUtils__/renderEntity';
import { reportsContent } from '../extensions';

const AXE = { rules: { 'heading-order': { enabled: false } } };

describe('EntityReports', () => {
  it('shows what each report did, and where a rejected one is at fault', async () => {
    const api = new FakeIngestionApi();
    api.summary = summary({
      coverage: [STALE_SCA, { controlType: 'dast', state: 'missing' }],
    });
    api.reports = pageOf([
      receipt(),
      receipt({ reportId: 'r2', complete: false }),
      receipt({ reportId: 'r3', applied: false, reason: 'older' }),
      receipt({
        reportId: 'r4',
        status: 'rejected',
        applied: false,
        error: {
          name: 'ReportError',
          message: 'severity is not a word',
          details: { path: '/results/0', line: 14 },
        },
      }),
      receipt({ reportId: 'r5', status: 'quarantined', applied: false }),
    ]);
    const { container } = renderEntity(reportsContent, api);

    expect(await screen.findByText('+2 new, 5 resolved')).toBeInTheDocument();
    const [, ...rows] = screen.getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('main@d41e0f2 Processed+2 new, 5 resolved1.2 MB'),
      expect.stringContaining(
        'Partial+2 new, 5 resolved; partial: nothing resolved',
      ),
      expect.stringContaining('Out of orderOlder than the newest report'),
      expect.stringContaining(
        'Rejectedseverity is not a wordat /results/0, line 14',
      ),
      expect.stringContaining('QuarantinedIts entity is not in the catalog'),
    ]);
    expect(screen.getByText(/stale/)).toBeInTheDocument();
    expect(screen.getByText('no report')).toBeInTheDocument();
    expect(
      await screen.findByRole('group', { name: /GitHub Actions/ }),
    ).toHaveTextContent(`--entity ${ENTITY_REF}`);
    expect(await axe(container, AXE)).toHaveNoViolations();
  });

  it('says that none has arrived', async () => {
    const api = new FakeIngestionApi();
    api.summary = NEVER_SCANNED;
    renderEntity(reportsContent, api);

    expect(await screen.findByText('No report yet')).toBeInTheDocument();
  });

  it('does not say "none" to those who may not see any', async () => {
    const forbidden = FakeIngestionApi.forbidden();
    const api = new FakeIngestionApi();
    api.getSummary = ref => forbidden.getSummary(ref);
    renderEntity(reportsContent, api);

    expect(
      await screen.findByText('You can see the level, not the findings.'),
    ).toBeInTheDocument();
    expect(screen.queryByText('No report yet')).not.toBeInTheDocument();
  });
});
