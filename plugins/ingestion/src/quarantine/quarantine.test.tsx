import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  FakeQuarantineApi,
  quarantined,
} from '../__testUtils__/FakeQuarantineApi';
import { quarantineApiRef } from '../api';
import plugin from '../index';

const component = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
});

function renderPage(api: FakeQuarantineApi, route = '/ingestion/quarantine') {
  return renderTestApp({
    features: [plugin],
    apis: [
      [quarantineApiRef, api],
      [
        catalogApiRef,
        catalogApiMock({
          entities: [component('ledger-archiver'), component('web-login')],
        }),
      ],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
}

describe('the quarantine', () => {
  it('tells what waits for which component, and what was likely meant', async () => {
    renderPage(new FakeQuarantineApi());

    const row = await screen.findByRole('row', { name: /ledger-archiver-v2/ });
    expect(row).toHaveTextContent('3 reports');
    expect(row).toHaveTextContent('CodeQL');
    expect(row).toHaveTextContent('12 findings');
    expect(row).toHaveTextContent('Same repository as');
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('re-binds to the suggested component, and says what moved', async () => {
    const api = new FakeQuarantineApi();
    renderPage(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Re-bind ledger-archiver-v2' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('This can not be undone');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Re-bind' }),
    );

    expect(
      await screen.findByText(
        'ledger-archiver-v2 is ledger-archiver now: 3 reports being processed, 12 findings moved.',
      ),
    ).toBeVisible();
    expect(api.rebound).toEqual([
      {
        from: 'component:default/ledger-archiver-v2',
        to: 'component:default/ledger-archiver',
      },
    ]);
  });

  it('says that findings are not visible to who may not read them', async () => {
    const api = new FakeQuarantineApi();
    api.quarantine.items = [
      quarantined({
        evidence: { scopes: 2, lastScanAt: '2026-11-20T10:00:00.000Z' },
      }),
    ];
    renderPage(api);
    const row = await screen.findByRole('row', { name: /ledger-archiver-v2/ });
    expect(row).toHaveTextContent('findings not visible to you');
    await userEvent.click(
      within(row).getByRole('button', { name: 'Re-bind ledger-archiver-v2' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'findings not visible to you of 2 scan targets move to it',
    );
  });

  it('lets one look another component up', async () => {
    const api = new FakeQuarantineApi();
    api.quarantine.items = [quarantined({ suggestion: undefined })];
    renderPage(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Re-bind ledger-archiver-v2' }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Re-bind' });
    expect(confirm).toBeDisabled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Which/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /web-login/ }),
    );
    await waitFor(() => expect(confirm).toBeEnabled());
    await userEvent.click(confirm);

    await waitFor(() =>
      expect(api.rebound).toEqual([
        expect.objectContaining({ to: 'component:default/web-login' }),
      ]),
    );
  });

  it('discards with a reason', async () => {
    const api = new FakeQuarantineApi();
    renderPage(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Discard the reports of ledger-archiver-v2',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Discard' });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'A test pipeline',
    );
    await userEvent.click(confirm);

    expect(
      await screen.findByText('3 reports of ledger-archiver-v2 discarded.'),
    ).toBeVisible();
    expect(api.discarded).toEqual([
      {
        entityRef: 'component:default/ledger-archiver-v2',
        reason: 'A test pipeline',
      },
    ]);
  });

  it('offers nothing to those who may only look', async () => {
    const api = new FakeQuarantineApi();
    api.quarantine.manageable = false;
    renderPage(api);

    expect(
      await screen.findByText(/whoever runs ingestion can re-bind/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /Re-bind/ })).toBeNull();
  });

  it('says that nothing waits, and what is unavailable', async () => {
    const api = new FakeQuarantineApi();
    api.quarantine.items = [];
    const { unmount } = renderPage(api);
    expect(await screen.findByText('Nothing is in quarantine')).toBeVisible();
    unmount();

    api.error = new Error('down');
    renderPage(api);
    expect(await screen.findByText('Quarantine unavailable')).toBeVisible();
  });

  it('is counted in the header of every tab, while something waits', async () => {
    const api = new FakeQuarantineApi();
    api.quarantine = { ...api.quarantine, totalItems: 4 };
    const { unmount } = renderPage(api, '/ingestion/connect');
    expect(
      await screen.findByRole('link', { name: '4 components in quarantine' }),
    ).toHaveAttribute('href', '/ingestion/quarantine');
    unmount();

    api.quarantine = { ...api.quarantine, items: [], totalItems: 0 };
    renderPage(api);
    await screen.findByText('Quarantined');
    expect(screen.queryByText(/in quarantine$/)).toBeNull();
  });
});
