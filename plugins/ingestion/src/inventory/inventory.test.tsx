import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError } from '@backstage/errors';
import { axe } from 'jest-axe';
import { FakeIngestionApi } from '../__testUtils__/FakeIngestionApi';
import { FakeInventoryApi } from '../__testUtils__/FakeInventoryApi';
import { daysFromNow, ENTITY_REF, pageOf } from '../__testUtils__/fixtures';
import { renderEntity } from '../__testUtils__/renderEntity';
import { inventoryContent } from '../extensions';

function withList(isStale: boolean) {
  const api = new FakeInventoryApi();
  api.inventory = {
    ...pageOf([
      {
        package: 'org.apache.logging.log4j:log4j-core',
        type: 'maven',
        version: '2.14.1',
        direct: true,
        licences: ['Apache-2.0'],
      },
    ]),
    lists: [
      {
        tool: 'syft',
        category: 'app',
        ref: 'main',
        environment: '',
        components: 1,
        lastCompleteAt: daysFromNow(-40),
        lastScanAt: daysFromNow(-40),
        isStale,
      },
    ],
    asOf: daysFromNow(0),
  };
  return api;
}

const render = (inventory: FakeInventoryApi, route = '/security/inventory') =>
  renderEntity(inventoryContent, new FakeIngestionApi(), route, inventory);

describe('inventory of an entity', () => {
  it('lists packages with version, ecosystem, licence and the age of the list', async () => {
    const api = withList(true);
    const { container } = render(api, '/security/inventory?q=log');
    const row = await screen.findByRole('row', { name: /log4j-core/ });
    expect(row).toHaveTextContent(/2\.14\.1maven.*direct.*Apache-2\.0/);
    expect(screen.getByText(/too old to rely on/)).toBeVisible();
    expect(api.askedInventory[0]).toMatchObject({ q: 'log' });
    expect(await axe(container)).toHaveNoViolations();
  });

  it('has what the search leaves written as a file', async () => {
    const api = withList(false);
    render(api, '/security/inventory?q=log');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'JSON' }),
    );
    await waitFor(() =>
      expect(api.exported).toEqual([
        { entityRef: ENTITY_REF, q: 'log', format: 'json' },
      ]),
    );
  });

  it('tells how to send an SBOM where there is none', async () => {
    render(new FakeInventoryApi());
    expect(await screen.findByText('No SBOM yet')).toBeVisible();
    expect(
      screen.getByText(
        /synchrony upload bom.json --entity component:default\/instant-payments-api/,
      ),
    ).toBeVisible();
  });

  it('says that it is not open to the viewer, and what is unavailable', async () => {
    const api = new FakeInventoryApi();
    api.error = new NotAllowedError('no');
    const { unmount } = render(api);
    expect(
      await screen.findByText('You can see the level, not the findings.'),
    ).toBeVisible();
    unmount();
    api.error = new Error('down');
    render(api);
    expect(await screen.findByText('Inventory unavailable')).toBeVisible();
  });
});
