import { NotAllowedError } from '@backstage/errors';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeInventoryApi } from '../__testUtils__/FakeInventoryApi';
import { presentation } from '../__testUtils__/renderEntity';
import { inventoryApiRef } from '../api';
import plugin from '../index';
import { exportAnswer } from './exportAnswer';

const SEARCH = '/advisories?q=log4j-core+%3C+2.17';

function renderPage(api: FakeInventoryApi, route: string) {
  return renderTestApp({
    features: [plugin],
    apis: [
      [inventoryApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [] })],
      [entityPresentationApiRef, presentation],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
}

function failing(error: Error) {
  const api = new FakeInventoryApi();
  api.error = error;
  return api;
}

describe('advisory search', () => {
  it('says who is affected, who not, and of whom it is not known', async () => {
    const api = new FakeInventoryApi();
    const { container } = renderPage(api, SEARCH);
    expect(
      await screen.findByRole('heading', {
        name: '1 of 14 components affected, 3 not known',
      }),
    ).toBeInTheDocument();
    expect(api.askedComponents[0]).toMatchObject({
      package: 'log4j-core',
      version: '<2.17',
      bucket: 'affected',
    });
    const answers = within(screen.getByRole('navigation', { name: 'Answers' }));
    expect(answers.getByRole('link', { name: /3 ?No SBOM/ })).toHaveAttribute(
      'href',
      expect.stringContaining('bucket=noSbom'),
    );
    expect(await axe(container)).toHaveNoViolations();
  });

  it('says at least how many are affected when not all was looked through', async () => {
    const api = new FakeInventoryApi();
    api.components = { ...api.components, isLowerBound: true };
    renderPage(api, SEARCH);
    expect(
      await screen.findByRole('heading', {
        name: 'At least 1 of 14 components affected, 3 not known',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/any of the others may be/)).toBeVisible();
    const answers = within(screen.getByRole('navigation', { name: 'Answers' }));
    expect(answers.getByRole('link', { name: /1\+ ?Affected/ })).toBeVisible();
    expect(
      answers.queryByRole('link', { name: /\+ ?Not affected/ }),
    ).not.toBeInTheDocument();
  });

  it('says version, fix, state and how old the SBOM is', async () => {
    renderPage(new FakeInventoryApi(), SEARCH);
    const row = within(
      await screen.findByRole('row', { name: /instant-payments-api/ }),
    );
    expect(row.getByText('2.14.1')).toBeVisible();
    expect(
      row.getByText(/transitive · fixed in 2.17.1 · listed by syft/),
    ).toBeVisible();
    expect(row.getByRole('link', { name: /risk accepted/ })).toHaveAttribute(
      'href',
      '/findings?status=all&finding=f1',
    );
    expect(row.getByText(/, old/)).toBeVisible();
  });

  it('searches for what is typed, with names to choose from', async () => {
    const api = new FakeInventoryApi();
    renderPage(api, '/advisories');
    const box = await screen.findByRole('combobox', {
      name: /Advisory, package/,
    });
    await userEvent.type(box, 'log4j');
    await waitFor(() =>
      expect(
        document.querySelector(
          'option[value="org.apache.logging.log4j:log4j-core"]',
        ),
      ).not.toBeNull(),
    );
    await userEvent.type(box, '{Enter}');
    await waitFor(() =>
      expect(api.askedComponents.at(-1)).toMatchObject({ package: 'log4j' }),
    );
  });

  it('never takes an advisory that nobody names for "not affected"', async () => {
    const api = new FakeInventoryApi();
    renderPage(api, '/advisories?q=CVE-2021-44228');
    expect(
      await screen.findByText(/No finding that you may see names/),
    ).toBeVisible();
    expect(
      screen.getByText('0 of 14 components affected, 14 not known'),
    ).toBeInTheDocument();
    expect(api.askedAdvisories[0]).toMatchObject({
      id: 'CVE-2021-44228',
      bucket: 'open',
    });
  });

  it('keeps bucket and owner in the address', async () => {
    const api = new FakeInventoryApi();
    renderPage(
      api,
      `${SEARCH}&bucket=noSbom&owner=group%3Adefault%2Finstant-payments`,
    );
    await screen.findByText(/of this owner/);
    expect(api.askedComponents[0]).toMatchObject({
      bucket: 'noSbom',
      ownedBy: 'group:default/instant-payments',
    });
  });

  it('tells a viewer who may see nothing, and one who may not ask', async () => {
    const api = new FakeInventoryApi();
    const none = { affected: 0, cannotTell: 0, stale: 0 };
    api.components.counts = { ...none, noSbom: 0, notAffected: 0 };
    const { unmount } = renderPage(api, SEARCH);
    expect(
      await screen.findByText('No component in what you may see'),
    ).toBeVisible();
    unmount();
    renderPage(failing(new NotAllowedError('no')), SEARCH);
    expect(await screen.findByText('You may not see findings')).toBeVisible();
  });

  it('says what is unavailable', async () => {
    renderPage(failing(new Error('down')), SEARCH);
    expect(await screen.findByText('Answer unavailable')).toBeVisible();
  });

  it('has all of an answer written as a file', async () => {
    const api = new FakeInventoryApi();
    await exportAnswer(
      api,
      { kind: 'package', package: 'log4j-core', version: '<2.17' },
      'csv',
    );
    await exportAnswer(api, { kind: 'advisory', id: 'CVE-1' }, 'json');
    expect(api.exported).toEqual([
      { package: 'log4j-core', version: '<2.17', format: 'csv' },
      { id: 'CVE-1', format: 'json' },
    ]);
  });
});
