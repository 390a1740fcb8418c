import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { activity, pageOf, receipt } from '../__testUtils__/fixtures';
import { ingestionApiRef } from '../api';
import plugin from '../index';

function renderPage(api: FakeIngestionApi, route = '/ingestion') {
  return renderTestApp({
    features: [plugin],
    apis: [
      [ingestionApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
}

describe('the page of what arrives', () => {
  it('counts the last 24 hours and lists the reports of all services', async () => {
    const api = new FakeIngestionApi();
    api.activity = activity({ quarantined: 4 });
    api.reports = pageOf([
      receipt(),
      receipt({
        reportId: 'r2',
        entityRef: 'component:default/not-there',
        status: 'quarantined',
        applied: false,
      }),
    ]);
    renderPage(api);

    expect(await screen.findByText('+2 new, 5 resolved')).toBeInTheDocument();
    expect(screen.getByText('from 57 components')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Show quarantined' }),
    ).toHaveAttribute('href', expect.stringContaining('?status=quarantined'));
    expect(
      screen.getByRole('link', { name: /instant-payments-api/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('not-there').closest('a')).toBeNull();
    expect(api.askedReports[0]).toMatchObject({ entityRef: undefined });
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('narrows the list to a status, and says when nothing has it', async () => {
    const api = new FakeIngestionApi();
    api.reports = pageOf([receipt()]);
    renderPage(api);
    await screen.findByText('+2 new, 5 resolved');
    api.reports = pageOf([]);

    await userEvent.click(screen.getByRole('button', { name: /Status/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Rejected' }),
    );

    expect(await screen.findByText('No report is rejected')).toBeVisible();
    await waitFor(() =>
      expect(api.askedReports.at(-1)).toMatchObject({ status: 'rejected' }),
    );
  });

  it('says what is unavailable', async () => {
    const api = new FakeIngestionApi();
    api.error = new Error('down');
    renderPage(api);

    expect(await screen.findByText('Counts unavailable')).toBeInTheDocument();
    expect(screen.getByText('Reports unavailable')).toBeInTheDocument();
  });
});
