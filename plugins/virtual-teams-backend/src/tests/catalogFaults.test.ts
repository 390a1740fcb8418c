import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  FaultyDeclarations,
  OwnedByTeams,
} from '@synchrony/backstage-plugin-virtual-teams-common';
import { activeTeam, TEAM_REF } from '../__testUtils__/activeTeam';
import { expectToMatchOpenApi } from '../__testUtils__/expectToMatchOpenApi';
import {
  entity,
  setUpVirtualTeams,
  smallBank,
} from '../__testUtils__/setUpVirtualTeams';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** The Group of a file that declares a team without a charter. */
function faulty(name: string, virtualTeam: object, ownerRef?: string): Entity {
  const group = entity(
    'Group',
    name,
    ownerRef === undefined ? [] : [['ownedBy', ownerRef]],
    {
      spec: { type: 'virtual-team', children: [], virtualTeam },
      annotations: {
        'backstage.io/managed-by-location': `file:/srv/teams/${name}.yaml`,
      },
    },
  );
  group.metadata.title = `Team ${name}`;
  return group;
}

describe.each(databases.eachSupportedId())(
  'faults of the catalog about teams on %s',
  id => {
    it('of declarations are told to who can put them right', async () => {
      const { get, passDays, state } = await setUpVirtualTeams(
        await databases.init(id),
        {
          entities: [
            ...smallBank(),
            faulty('alpha', {
              leadRef: 'user:default/ann',
              sponsorRef: 7,
              deputyRefs: ['user:default/cy', 8],
            }),
            faulty('beta', { leadRef: 'nobody at all' }, 'user:default/eve'),
            faulty('gamma', {}),
          ],
        },
      );
      await passDays(0);
      const faults = async (by: string, query = '') => {
        const { body } = await get<FaultyDeclarations>(
          `/declarations/faults${query}`,
          by,
        );
        expectToMatchOpenApi('FaultyDeclarations', body);
        return body;
      };
      const told = async (by: string) =>
        (await faults(by)).items.map(({ title }) => title);
      expect((await faults('ann')).items).toEqual([
        {
          teamRef: 'group:default/alpha',
          title: 'Team alpha',
          location: 'alpha.yaml',
          faults: expect.arrayContaining([
            expect.stringMatching(/^spec\.virtualTeam\.charter: /),
          ]),
          hasTeam: false,
        },
      ]);
      expect(await told('cy')).toEqual(['Team alpha']);
      expect(await told('eve')).toEqual(['Team beta']);
      expect(await told('stranger')).toEqual([]);
      expect(await told('manager')).toEqual([
        'Team alpha',
        'Team beta',
        'Team gamma',
      ]);
      expect(await told('service')).toHaveLength(3);

      const first = await faults('manager', '?limit=2');
      expect(first.items).toHaveLength(2);
      const next = await faults(
        'manager',
        `?limit=2&cursor=${first.pageInfo.nextCursor}`,
      );
      expect(next).toMatchObject({
        items: [{ title: 'Team gamma' }],
        pageInfo: {},
      });

      state.hidden = ['alpha'];
      expect(await told('ann')).toEqual([]);
      state.denied = ['virtual-teams.team.read'];
      expect((await get('/declarations/faults', 'ann')).status).toBe(403);
    });

    it('of owners are told to leads and who runs virtual teams', async () => {
      const plugin = await setUpVirtualTeams(await databases.init(id));
      const { context, get, state, sweep } = plugin;
      await activeTeam(plugin);
      const owned = (name: string, ownerRef: string) =>
        entity('Component', name, [['ownedBy', ownerRef]]);
      state.entities = [
        ...state.entities,
        faulty('undeclared', {}),
        owned('by-file', 'group:default/undeclared'),
        owned('by-team', TEAM_REF),
      ];
      await sweep();
      const lint = async (by: string) => {
        const { body } = await get<OwnedByTeams>('/lint/owners', by);
        expectToMatchOpenApi('OwnedByTeams', body);
        return body.items;
      };
      const byTeam = {
        entityRef: 'component:default/by-team',
        ownerRef: TEAM_REF,
        ownerTitle: 'Passkeys Everywhere',
      };
      expect(await lint('ann')).toEqual([byTeam]);
      expect(await lint('stranger')).toEqual([]);
      expect(await lint('manager')).toEqual([
        {
          entityRef: 'component:default/by-file',
          ownerRef: 'group:default/undeclared',
        },
        byTeam,
      ]);
      expect(context.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining(
          `component:default/by-team names the virtual team ${TEAM_REF}`,
        ),
      );
      state.hidden = ['by-team'];
      expect(await lint('ann')).toEqual([]);
    });
  },
);
