import { FakePortal } from '../testing/FakePortal';
import { startCampaign } from './campaign';
import { DemoPortal } from './DemoPortal';

describe('startCampaign', () => {
  it('makes it once, and goes on after a run that was cut off', async () => {
    const server = new FakePortal();
    const portal = new DemoPortal({
      baseUrl: await server.start(),
      ciToken: 'ci',
      adminToken: 'admin',
      registerToken: 'register',
    });
    const now = new Date('2026-11-24T12:00:00Z');
    await startCampaign(portal, now);
    await startCampaign(portal, now);
    expect(server.campaigns.map(({ status }) => status)).toEqual(['active']);

    server.campaigns[0].status = 'draft';
    await startCampaign(portal, now);
    expect(server.campaigns.map(({ status }) => status)).toEqual(['active']);
    await server.stop();
  });
});
