import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buildOrganisation, careOf } from '../organisation';
import { PERSONAS } from '../personas';
import { planStandings, reaches } from '../reports/plan/levels';
import { catalogFiles } from './catalogFiles';

const FOLDER = resolve(__dirname, '../../catalog');

function countBy<T>(values: T[], key: (value: T) => string) {
  const counts: Record<string, number> = {};
  for (const value of values) {
    counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  }
  return counts;
}

describe('catalogFiles', () => {
  const organisation = buildOrganisation();

  it('equals the committed files', async () => {
    const files = catalogFiles();
    expect((await readdir(FOLDER)).sort()).toEqual([...files.keys()].sort());
    for (const [file, content] of files) {
      expect(await readFile(resolve(FOLDER, file), 'utf8')).toBe(content);
    }
  });

  it('has 40 groups: root, platforms, teams and functions', () => {
    expect(countBy(organisation.groups, ({ type }) => type)).toEqual({
      organisation: 1,
      platform: 6,
      team: 29,
      function: 4,
    });
  });

  it('has 250 people, each with a home', () => {
    const platformOf = new Map(
      organisation.groups.map(({ name, parent }) => [name, parent]),
    );
    const teams = new Set(
      organisation.groups
        .filter(({ type }) => type === 'team')
        .map(({ name }) => name),
    );
    const inTeams = organisation.people.filter(({ groups: [home] }) =>
      teams.has(home),
    );
    expect(organisation.people).toHaveLength(250);
    expect(new Set(organisation.people.map(({ name }) => name)).size).toBe(250);
    expect(
      countBy(inTeams, ({ groups: [home] }) => platformOf.get(home)!),
    ).toEqual({
      'retail-payments': 48,
      'cards-and-lending': 40,
      'digital-channels': 40,
      'identity-and-access': 30,
      'data-and-analytics': 30,
      'cloud-and-developer-platform': 37,
    });
    expect(
      countBy(
        organisation.people.filter(person => !inTeams.includes(person)),
        ({ groups: [home] }) => home,
      ),
    ).toEqual({
      'retail-payments': 1,
      'cards-and-lending': 1,
      'digital-channels': 1,
      'identity-and-access': 1,
      'data-and-analytics': 1,
      'cloud-and-developer-platform': 1,
      appsec: 8,
      'risk-and-control': 4,
      'internal-audit': 2,
      leadership: 5,
    });
  });

  it('has 300 components on six platforms and four tiers', () => {
    const { components } = organisation;
    expect(new Set(components.map(({ name }) => name)).size).toBe(300);
    expect(countBy(components, ({ platform }) => platform)).toEqual({
      'retail-payments': 62,
      'cards-and-lending': 55,
      'digital-channels': 58,
      'identity-and-access': 38,
      'data-and-analytics': 42,
      'cloud-and-developer-platform': 45,
    });
    expect(countBy(components, ({ tier }) => tier)).toEqual({
      'tier-1': 42,
      'tier-2': 88,
      'tier-3': 120,
      'tier-4': 50,
    });
  });

  it('has 36 systems, 80 APIs and 7 important business services', () => {
    const { systems, components } = organisation;
    expect(systems).toHaveLength(36);
    expect(components.flatMap(({ apis }) => apis)).toHaveLength(80);
    expect(
      new Set(
        systems.flatMap(
          ({ importantBusinessService }) => importantBusinessService ?? [],
        ),
      ).size,
    ).toBe(7);
  });

  it('says of some components, and never of all, whom to tell and what to do', () => {
    const { components } = organisation;
    const standings = planStandings(components);
    const cares = components.map(component =>
      careOf(component, reaches(standings.get(component.name)!, 'silver')),
    );
    const share = (tier: string, field: 'securityContact' | 'runbook') => {
      const of = cares.filter((_, index) => components[index].tier === tier);
      return of.filter(care => care[field]).length / of.length;
    };
    for (const field of ['securityContact', 'runbook'] as const) {
      const shares = ['tier-1', 'tier-2', 'tier-3', 'tier-4'].map(tier =>
        share(tier, field),
      );
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      expect(shares[0]).toBeGreaterThan(0.5);
      expect(shares[0]).toBeLessThan(1);
    }
    const hasAll = cares.filter(care => care.runbook && care.securityLogs);
    expect(hasAll.length).toBeGreaterThan(30);
    expect(cares.some(care => care.runbook && !care.alerts)).toBe(true);
  });

  it('points only at things that exist', () => {
    const { components } = organisation;
    const apis = new Set(
      components.flatMap(component => component.apis.map(({ name }) => name)),
    );
    const names = new Set(components.map(({ name }) => name));
    for (const component of components) {
      for (const api of component.consumes) {
        expect(apis).toContain(api);
      }
      for (const dependency of component.dependsOn) {
        expect(names).toContain(dependency);
      }
    }
  });

  it('knows its personas', () => {
    const refs = organisation.people.map(({ name }) => `user:default/${name}`);
    expect(PERSONAS).toHaveLength(8);
    for (const { userRef } of PERSONAS) {
      expect(refs).toContain(userRef);
    }
    const homes = PERSONAS.map(
      ({ userRef }) => organisation.people[refs.indexOf(userRef)].groups[0],
    );
    expect(homes).toEqual([
      'instant-payments',
      'instant-payments',
      'appsec',
      'leadership',
      'leadership',
      'customer-auth',
      'internal-audit',
      'ci-cd-templates',
    ]);
  });
});
