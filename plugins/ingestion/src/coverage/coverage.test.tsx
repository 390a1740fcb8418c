import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { ENTITY_REF, pageOf } from '../__testUtils__/fixtures';
import { FakeCoverageApi } from '../__testUtils__/FakeCoverageApi';
import { coverageApiRef } from '../api';
import plugin from '../index';

function renderPage(api: FakeCoverageApi, route = '/ingestion/coverage') {
  return renderTestApp({
    features: [plugin],
    apis: [
      [coverageApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
}

describe('the coverage map', () => {
  it('counts only active as covered, and says what the rest is', async () => {
    renderPage(new FakeCoverageApi());

    expect(
      await screen.findByRole('button', {
        name: 'Payments, Code (SAST): 8/11 covered, 2 stale, 1 without a report, 1 not applicable',
      }),
    ).toHaveTextContent('8/11');
    expect(
      screen.getByRole('button', { name: /^Lending, Code \(SAST\): 0\/12/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', {
        name: /^Payments, Running app \(DAST\): – not applicable/,
      }),
    ).toHaveTextContent('–');
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('moves by arrow keys, and lists the components of a cell at the side', async () => {
    const api = new FakeCoverageApi();
    renderPage(api);
    const first = await screen.findByRole('button', {
      name: /^Payments, Code/,
    });
    first.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(
      screen.getByRole('button', { name: /^Lending, Code/ }),
    ).toHaveFocus();
    await userEvent.keyboard('{ArrowUp}{Enter}');

    const side = await screen.findByRole('complementary');
    expect(within(side).getByText('Payments')).toBeVisible();
    expect(
      await within(side).findByRole('link', { name: /instant-payments-api/ }),
    ).toBeVisible();
    expect(within(side).getByText(/Semgrep/)).toHaveTextContent('Run it again');
    expect(api.asked[0]).toMatchObject({
      control: 'sast',
      platform: 'domain:default/payments',
      state: undefined,
    });
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(first).toHaveFocus();
  });

  it('has a table twin whose numbers list their components', async () => {
    const api = new FakeCoverageApi();
    api.entities = pageOf([
      { entityRef: ENTITY_REF, controlType: 'sast', state: 'missing' },
    ]);
    renderPage(api, '/ingestion/coverage?show=table');

    await userEvent.click(
      await screen.findByRole('button', {
        name: '2 Stale: show which, Payments, Code (SAST)',
      }),
    );
    await waitFor(() =>
      expect(api.asked.at(-1)).toMatchObject({ state: ['stale'] }),
    );
    expect(
      await screen.findByRole('link', { name: 'Connect its pipeline' }),
    ).toHaveAttribute(
      'href',
      `/ingestion/connect?entity=${encodeURIComponent(ENTITY_REF)}`,
    );
    expect(await axe(screen.getByRole('main'))).toHaveNoViolations();
  });

  it('shows lists of components as evidence of their own, with their rows', async () => {
    const api = new FakeCoverageApi();
    api.entities = pageOf([
      { entityRef: ENTITY_REF, controlType: 'sbom', state: 'missing' },
    ]);
    renderPage(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Payments, List of components (SBOM): 5/12 covered, 1 stale, 6 without a report',
      }),
    );
    expect(
      await screen.findByText(/No complete list of components ever arrived/),
    ).toBeVisible();
    expect(api.asked.at(-1)).toMatchObject({ control: 'sbom' });
    expect(screen.getByText(/which is no scan/)).toBeVisible();
  });

  it('says who sees more, and what is unavailable', async () => {
    const api = new FakeCoverageApi();
    api.error = new NotAllowedError('no');
    const { unmount } = renderPage(api);
    expect(
      await screen.findByText('You may not see what scanners report'),
    ).toBeVisible();
    unmount();

    api.error = new Error('down');
    renderPage(api);
    expect(await screen.findByText('Coverage unavailable')).toBeVisible();
  });
});
