import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { WaiverRole } from '@synchrony/backstage-plugin-ingestion-common';
import { WaiverRoleSource } from '@synchrony/backstage-plugin-ingestion-node';
import { WaiverRoles } from './WaiverRoles';

const AMARA = 'user:default/amara';
const BO = 'user:default/bo';
const LEDGER = 'component:default/ledger';
const CARDS = 'component:default/cards';

/** Knows champions as the champions plugin does. */
class Champions implements WaiverRoleSource {
  readonly role = 'champion';
  champions: Record<string, string[]> = {};
  isDown = false;

  async entitiesOf(userRef: string, entityRefs: string[]) {
    return new Set(
      entityRefs.filter(ref => this.champions[ref]?.includes(userRef)),
    );
  }

  async holdersOf(entityRefs: string[]) {
    return this.isDown
      ? undefined
      : new Map(
          entityRefs.map(ref => [ref, new Set(this.champions[ref] ?? [])]),
        );
  }
}

const CONFIGURED: Record<WaiverRole, string[]> = {
  champion: [],
  appsec: ['group:default/appsec'],
  'risk-owner': [],
  'ciso-delegate': [],
};

async function rolesOf(
  groups: string[],
  champions: Champions[],
  about: { refs?: string[]; requester?: string; userRef?: string } = {},
  configured = CONFIGURED,
) {
  const { refs = [LEDGER], requester = BO, userRef = 'user:default/x' } = about;
  const roles = new WaiverRoles({
    userInfo: mockServices.userInfo({ ownershipEntityRefs: groups }),
    configured,
    sources: champions,
  });
  const holder = await roles.holder(mockCredentials.user(userRef), refs);
  return holder.rolesFor(refs, requester);
}

const APPSEC = ['group:default/appsec'];

describe('WaiverRoles', () => {
  it('knows champions of the entities that they look after', async () => {
    const source = new Champions();
    source.champions = { [LEDGER]: [AMARA] };
    const amara = { userRef: AMARA };
    expect(await rolesOf([], [source], amara)).toEqual(['champion']);
    expect(
      await rolesOf([], [source], { ...amara, refs: [LEDGER, CARDS] }),
    ).toEqual([]);
  });

  it('lets AppSec stand in for a champion that there is not', async () => {
    const source = new Champions();
    expect(await rolesOf(APPSEC, [source])).toEqual(['champion', 'appsec']);
    expect(await rolesOf([], [source])).toEqual([]);
    source.champions = { [LEDGER]: [AMARA] };
    expect(await rolesOf(APPSEC, [source])).toEqual(['appsec']);
  });

  it('lets AppSec stand in where the only champion asks', async () => {
    const source = new Champions();
    source.champions = { [LEDGER]: [AMARA] };
    const about = { requester: AMARA };
    expect(await rolesOf(APPSEC, [source], about)).toContain('champion');
    source.champions = { [LEDGER]: [AMARA, BO] };
    expect(await rolesOf(APPSEC, [source], about)).toEqual(['appsec']);
  });

  it('lets AppSec stand in where nobody is champion of all', async () => {
    const source = new Champions();
    source.champions = { [LEDGER]: [AMARA], [CARDS]: ['user:default/ola'] };
    const about = { refs: [LEDGER, CARDS] };
    expect(await rolesOf(APPSEC, [source], about)).toContain('champion');
    source.champions[CARDS].push(AMARA);
    expect(await rolesOf(APPSEC, [source], about)).toEqual(['appsec']);
  });

  it('lets nobody stand in while it is not known who is champion', async () => {
    const source = new Champions();
    source.isDown = true;
    expect(await rolesOf(APPSEC, [source])).toEqual(['appsec']);
  });

  it('lets AppSec stand in without the champions plugin, unless somebody is configured', async () => {
    expect(await rolesOf(APPSEC, [])).toEqual(['champion', 'appsec']);
    expect(
      await rolesOf(APPSEC, [], {}, { ...CONFIGURED, champion: [AMARA] }),
    ).toEqual(['appsec']);
  });
});
