import { mockCredentials } from '@backstage/backend-test-utils';
import { WaiverEntityStore } from '../store/WaiverEntityStore';
import { WaiverMatchStore } from '../store/WaiverMatchStore';
import { EntityRights } from './EntityRights';
import { WaiverAssessor } from './WaiverAssessor';
import { WaiverRequests, WaiverRequestsOptions } from './WaiverRequests';
import { WaiverScopes } from './WaiverScopes';

describe('asking for a waiver', () => {
  it('reads no finding for who may not ask', async () => {
    const assessor = new WaiverAssessor({
      waiverMatches: {
        list: async () => {
          throw new Error('Findings were read');
        },
      } as Partial<WaiverMatchStore> as WaiverMatchStore,
      scopes: new WaiverScopes({
        waiverEntities: {
          listOwned: async () => [
            { entityRef: 'component:default/a', tier: 1, tierKnown: true },
          ],
        } as Partial<WaiverEntityStore> as WaiverEntityStore,
        catalogTrees: { listGroupChildren: async () => new Map() },
        entities: { get: async () => new Map() },
      }),
      matrix: [],
      checkSeverity: 1,
    });
    const requests = new WaiverRequests({
      assessor,
      rights: {
        among: async () => new Set<string>(),
      } as Partial<EntityRights> as EntityRights,
    } as Partial<WaiverRequestsOptions> as WaiverRequestsOptions);
    await expect(
      requests.preview(mockCredentials.user(), {
        kind: 'advisory',
        advisoryId: 'CVE-2021-44228',
        groupRef: 'group:default/other',
      }),
    ).rejects.toThrow('You may not ask for waivers');
  });
});
