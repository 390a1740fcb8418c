import { FakePortal } from '../testing/FakePortal';
import { DemoPortal } from './DemoPortal';
import { waitForCatalog } from './waitForCatalog';

describe('waitForCatalog', () => {
  const tokens = {
    ciToken: 'ci',
    adminToken: 'admin',
    registerToken: 'register',
  };

  it('waits until the last component is there', async () => {
    const server = new FakePortal();
    const baseUrl = await server.start();
    const names = ['one', 'two', 'three'];
    const lines: string[] = [];
    const portal = new DemoPortal({
      baseUrl,
      ...tokens,
      wait: async () => {
        server.components.push(names[server.components.length]);
      },
    });
    await waitForCatalog(portal, names, line => lines.push(line));
    await server.stop();
    expect(lines).toEqual([
      'Catalog: 0 of 3 components',
      'Catalog: 1 of 3 components',
      'Catalog: 2 of 3 components',
    ]);
  });

  it('says where nothing answers', async () => {
    const server = new FakePortal();
    const baseUrl = await server.start();
    await server.stop();
    const portal = new DemoPortal({ baseUrl, ...tokens, wait: async () => {} });
    await expect(waitForCatalog(portal, ['one'], () => {})).rejects.toThrow(
      `Nothing answers at ${baseUrl}; is the back end running?`,
    );
  });
});
