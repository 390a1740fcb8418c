import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from './__testUtils__/FakeIngestionApi';
import { finding, pageOf } from './__testUtils__/fixtures';
import { ingestionApiRef } from './api';
import {
  findingsContent,
  findingsSection,
  inventoryContent,
  reportsContent,
} from './extensions';
import { EntityContentBlueprint } from './extensions/blueprints';
import plugin from './index';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'instant-payments-api', namespace: 'default' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/instant-payments' }],
};

function renderPage(api: FakeIngestionApi, route = '/findings') {
  return renderTestApp({
    features: [plugin],
    apis: [
      [ingestionApiRef, api],
      [catalogApiRef, catalogApiMock({ entities: [entity] })],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [route],
  });
}

describe('ingestion plugin', () => {
  it('has its pages, contents, card, section and API', () => {
    expect(plugin.pluginId).toBe('ingestion');
    for (const id of [
      'api:ingestion',
      'page:ingestion/findings',
      'page:ingestion/waivers',
      'page:ingestion/advisories',
      'api:ingestion/inventory',
      'api:ingestion/report-upload',
      'api:ingestion/entity-scopes',
      'entity-content:ingestion/inventory',
      'page:ingestion/reports',
      'sub-page:ingestion/activity',
      'sub-page:ingestion/coverage',
      'sub-page:ingestion/quarantine',
      'sub-page:ingestion/tokens',
      'sub-page:ingestion/connect',
      'sub-page:ingestion/health',
      'entity-content:ingestion/waivers',
      'entity-content:ingestion/findings',
      'entity-content:ingestion/reports',
      'entity-card:ingestion/findings',
      'security-card-section:ingestion/findings',
      'check-waiver:ingestion',
    ] as const) {
      expect(plugin.getExtension(id)).toBeDefined();
    }
    expect(createExtensionTester(findingsSection).snapshot()).toBeDefined();
  });

  it.each([
    ['Component', 3],
    ['API', 3],
    ['Resource', 3],
    ['System', 3],
    ['Group', 0],
  ])('shows what was found on the page of a %s in %d tabs', (kind, tabs) => {
    const { filterFunction } = EntityContentBlueprint.dataRefs;
    const shown = [
      createExtensionTester(findingsContent).get(filterFunction),
      createExtensionTester(inventoryContent).get(filterFunction),
      createExtensionTester(reportsContent).get(filterFunction),
    ].filter(isShown => isShown?.({ ...entity, kind }));
    expect(shown).toHaveLength(tabs);
  });

  it('lists the findings of all that one may see, with service and owner', async () => {
    const api = new FakeIngestionApi();
    api.findings = pageOf([finding()]);
    const { container } = renderPage(api, '/findings?q=CVE-2026-12345');

    await screen.findByText('Request smuggling over HTTP/2');
    expect(
      screen.getByRole('link', { name: 'instant-payments-api' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/instant-payments-api',
    );
    expect(
      await screen.findByRole('link', { name: 'instant-payments' }),
    ).toBeInTheDocument();
    expect(api.asked[0]).toEqual(
      expect.objectContaining({ q: 'CVE-2026-12345', status: 'open' }),
    );
    expect(api.asked[0].entityRef).toBeUndefined();
    await waitFor(async () =>
      expect(
        await axe(container, {
          rules: { 'heading-order': { enabled: false } },
        }),
      ).toHaveNoViolations(),
    );
  });

  it('says in words what narrows the list, each to be taken away', async () => {
    const api = new FakeIngestionApi();
    api.findings = pageOf([finding()]);
    const { container } = renderPage(
      api,
      '/findings?status=all&scope=group:default/division&firstSeenFrom=2026-11-01&firstSeenTo=2026-11-30&adjusted=true',
    );

    const chips = await screen.findByRole('grid', {
      name: 'Only findings that are',
    });
    expect(chips).toHaveTextContent('Belongs to division');
    expect(chips).toHaveTextContent(
      'First seen from 1 Nov 2026 to 30 Nov 2026',
    );
    expect(api.asked[0]).toMatchObject({
      scopeRef: 'group:default/division',
      firstSeenFrom: '2026-11-01',
      firstSeenTo: '2026-11-30',
      adjusted: true,
      status: 'all',
    });
    expect(
      await axe(container, { rules: { 'heading-order': { enabled: false } } }),
    ).toHaveNoViolations();
    const chip = within(chips).getByRole('row', {
      name: 'Severity set by a person',
    });
    await userEvent.click(within(chip).getByRole('button'));
    await waitFor(() => expect(api.asked.at(-1)?.adjusted).toBeUndefined());
    expect(api.asked.at(-1)?.firstSeenFrom).toBe('2026-11-01');
    expect(
      screen.queryByRole('row', { name: 'Severity set by a person' }),
    ).toBeNull();
  });

  it('explains an empty list by what one may see', async () => {
    renderPage(new FakeIngestionApi());

    expect(
      await screen.findByText('No open findings in what you may see'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/You see findings of services that your teams own/),
    ).toBeInTheDocument();
  });
});
