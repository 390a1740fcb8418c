import {
  CHAMPIONS,
  coveredTeams,
  DEPUTIES,
  NOMINATIONS,
  TEAM_TOTALS,
  VOLUNTEERS,
} from '../champions/programme';
import { buildOrganisation } from '../organisation';
import { FakePortal } from '../testing/FakePortal';
import { bringChampions } from './champions';
import { DemoPortal } from './DemoPortal';

const NOW = new Date('2026-11-26T12:00:00Z');
const organisation = buildOrganisation();

describe('bringChampions', () => {
  it('does each step as the person who takes it, and nothing twice', async () => {
    const server = new FakePortal();
    const portal = new DemoPortal({
      baseUrl: await server.start(),
      ciToken: 'ci',
      adminToken: 'admin',
      registerToken: 'register',
      wait: async () => {
        server.champions.knowsCatalog = true;
      },
    });
    server.champions.knowsCatalog = false;
    await bringChampions(portal, ['ledger', 'mobile-bff'], NOW);
    const { champions } = server;
    const count = (status: string) =>
      champions.assignments.filter(each => each.status === status).length;
    const after = {
      assignments: champions.assignments.length,
      training: champions.training.length,
      steps: [...champions.steps],
    };
    expect(count('stepping_down')).toBe(2);
    expect(count('nominated')).toBe(2);
    expect(count('accepted')).toBe(2);
    expect(count('onboarding')).toBe(2);
    expect(
      champions.steps.filter(
        ({ action, userRef, who }) =>
          action !== 'agreeCapacity' && who !== userRef,
      ),
    ).toEqual([]);
    expect(
      champions.steps.filter(
        ({ action, userRef, who }) =>
          action === 'agreeCapacity' && who === userRef,
      ),
    ).toEqual([]);

    await bringChampions(portal, ['ledger', 'mobile-bff'], NOW);
    expect({
      assignments: champions.assignments.length,
      training: champions.training.length,
      steps: champions.steps,
    }).toEqual(after);
    expect(champions.volunteers.size).toBe(VOLUNTEERS.length);
    expect(champions.questions).toHaveLength(1);
    await server.stop();
  });
});

describe('the programme of the demo', () => {
  const teams = organisation.groups
    .filter(({ type }) => type === 'team')
    .map(({ name }) => name);
  const led = CHAMPIONS.flatMap(each => each.teams);

  it('is about people and teams that there are', () => {
    const people = new Set(organisation.people.map(({ name }) => name));
    const named = [
      ...[...CHAMPIONS, ...DEPUTIES, ...VOLUNTEERS].map(each => each.person),
      ...NOMINATIONS.flatMap(({ by, lead, person }) => [
        by,
        person,
        lead ?? person,
      ]),
      ...organisation.groups.flatMap(({ declaredChampions = [], lead }) => [
        ...declaredChampions,
        ...(lead ? [lead] : []),
      ]),
    ];
    expect(named.filter(name => !people.has(name))).toEqual([]);
    expect(led.filter(team => !teams.includes(team))).toEqual([]);
    expect(new Set(led).size).toBe(led.length);
  });

  it('adds up to 29 teams, 13 with a deputy, 17 people for 22 of them', () => {
    const deputies = DEPUTIES.flatMap(each => each.teams);
    const declared = organisation.groups.filter(
      ({ declaredChampions }) => declaredChampions,
    );
    expect(new Set(deputies).size).toBe(13);
    expect(deputies.filter(team => !led.includes(team))).toEqual([]);
    expect(led).toHaveLength(26);
    expect(coveredTeams().size).toBe(
      TEAM_TOTALS.covered + TEAM_TOTALS.covered_thin,
    );
    expect(CHAMPIONS.filter(({ courses }) => courses)).toHaveLength(17);
    expect(declared.map(({ name }) => name)).toEqual(['notifications']);
    expect(
      Object.values(TEAM_TOTALS).reduce((sum, each) => sum + each, 0),
    ).toBe(teams.length);
    expect(CHAMPIONS.filter(each => each.teams.length === 4)).toHaveLength(1);
  });

  it('leaves two teams with services of tier 1 without anybody', () => {
    const declared = organisation.groups.flatMap(
      ({ declaredChampions, name }) => (declaredChampions ? [name] : []),
    );
    const without = teams.filter(
      team => !led.includes(team) && !declared.includes(team),
    );
    expect(without).toEqual(['payments-gateway', 'card-authorisation']);
    for (const team of without) {
      expect(
        organisation.components.some(
          component => component.team === team && component.tier === 'tier-1',
        ),
      ).toBe(true);
    }
  });

  it('has everybody who leads nobody agree to their own time', () => {
    for (const { lead, person } of NOMINATIONS) {
      expect(lead).not.toBe(person);
    }
  });
});
