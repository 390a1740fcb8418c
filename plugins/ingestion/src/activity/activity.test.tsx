import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { activity, pageOf, receipt } from '../__testUtils__/fixtures';
import { ingestionApiRef } from '../api';
import plugin from '../index';

const DAY_MS = 24 * 60 * 60 * 1000;

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
    expect(screen.getByText(/median 2\.3 s, slowest 41 s/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Show quarantined' }),
    ).toHaveAttribute('href', expect.stringContaining('?outcome=quarantined'));
    expect(
      screen.getByRole('link', { name: /instant-payments-api/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('not-there').closest('a')).toBeNull();
    expect(api.askedReports[0]).toMatchObject({ entityRef: undefined });
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('narrows the list, says when nothing matches, and forgets the filter', async () => {
    const api = new FakeIngestionApi();
    api.reports = pageOf([receipt()]);
    renderPage(api, '/ingestion/activity?source=webhook&within=7d');
    await screen.findByText('+2 new, 5 resolved');
    const { since, ...asked } = api.askedReports[0];
    expect(asked).toMatchObject({ source: 'webhook' });
    expect(Date.now() - Date.parse(since!)).toBeGreaterThan(6.9 * DAY_MS);
    api.reports = pageOf([]);

    await userEvent.click(screen.getByRole('button', { name: /Status/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Rejected' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText('No report matches')).toBeVisible();
    expect(api.askedReports.at(-1)).toMatchObject({ outcome: ['rejected'] });

    await userEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(await screen.findByText(/No report in what/)).toBeVisible();
    expect(api.askedReports.at(-1)).toEqual({ limit: 20 });
  });

  it('searches, and says how far back it looked', async () => {
    const api = new FakeIngestionApi();
    api.reports = pageOf([receipt()]);
    renderPage(api);
    await userEvent.type(
      await screen.findByRole('searchbox', { name: /Component, tool/ }),
      'codeql{Enter}',
    );

    expect(
      await screen.findByText(/of the last 90 days that match/),
    ).toBeVisible();
    expect(api.askedReports.at(-1)).toMatchObject({ q: 'codeql' });
  });

  it('shows where a rejected report is at fault, and what to do', async () => {
    const api = new FakeIngestionApi();
    api.reports = pageOf([
      receipt({
        status: 'rejected',
        applied: false,
        error: {
          name: 'ReportError',
          message: 'results must be a list',
          details: { path: '/runs/0/results', line: 14 },
        },
      }),
    ]);
    renderPage(api);
    const opener = await screen.findByRole('button', {
      name: 'CodeQL, report of instant-payments-api: show all of it',
    });
    await userEvent.click(opener);

    const drawer = await screen.findByRole('complementary');
    expect(
      await within(drawer).findByText('/runs/0/results, line 14'),
    ).toBeVisible();
    expect(drawer).toHaveTextContent('Look at the report at that place');
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(opener).toHaveFocus();
  });

  it('exports all that the filter leaves', async () => {
    const api = new FakeIngestionApi();
    api.reports = pageOf([receipt()]);
    renderPage(api, '/ingestion/activity?outcome=partial');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'JSON' }),
    );

    await waitFor(() =>
      expect(api.exportedReports).toEqual([
        {
          format: 'json',
          query: expect.objectContaining({ outcome: ['partial'] }),
        },
      ]),
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
