import { coveredTeams } from '../../champions/programme';
import { buildOrganisation, DemoComponent } from '../../organisation';
import { essentialsLevelOf, ExpectedLevel } from './levels';
import { countOpen, OPEN_TOTALS, planHistory } from './planHistory';

describe('planHistory', () => {
  const organisation = buildOrganisation();
  const { scopes, standings } = planHistory(organisation);

  function levels(platform?: string) {
    const counts: Partial<Record<ExpectedLevel, number>> = {};
    for (const component of organisation.components) {
      if (!platform || component.platform === platform) {
        const level = essentialsLevelOf(standings.get(component.name)!);
        counts[level] = (counts[level] ?? 0) + 1;
      }
    }
    return counts;
  }

  it('has 1,840 open findings, the late ones among them', () => {
    expect(countOpen(scopes)).toEqual(OPEN_TOTALS);
    expect(OPEN_TOTALS).toEqual({
      critical: { overdue: 6, other: 22 - 6 },
      high: { overdue: 61, other: 214 - 61 },
      medium: { overdue: 94, other: 902 - 94 },
      low: { overdue: 0, other: 702 },
    });
    expect(22 + 214 + 902 + 702).toBe(1840);
  });

  it('has about 5,800 reports in 13 weeks', () => {
    const ages = scopes.flatMap(scope => scope.scans);
    expect(ages.length).toBeGreaterThan(5700);
    expect(ages.length).toBeLessThan(5900);
    expect(Math.max(...ages)).toBeLessThanOrEqual(91);
    expect(Math.min(...ages)).toBeGreaterThan(0);
  });

  it('is strong where identity is made and unknown where data is kept', () => {
    expect(levels()).toEqual({
      unrated: 33,
      none: 57,
      bronze: 96,
      silver: 114,
    });
    expect(levels('identity-and-access').silver).toBeGreaterThan(25);
    expect(levels('data-and-analytics').unrated).toBe(20);
  });

  /** What the scorecard "Essentials" would say, from the histories. */
  function essentials(component: DemoComponent): ExpectedLevel {
    const own = scopes.filter(scope => scope.component === component);
    const isActive = (type: string, days: number) =>
      own.some(
        ({ controlType, scans, partial }) =>
          controlType === type &&
          scans.some((age, index) => age < days && !partial.has(index)),
      );
    const openOf = (type: string) =>
      countOpen(own.filter(({ controlType }) => controlType === type));
    const secrets = openOf('secret');
    const dependencies = openOf('sca');
    const hasSca = isActive('sca', 7);
    const hasSecretScan = isActive('secret', 7);
    if (!hasSca && !hasSecretScan) {
      return 'unrated';
    }
    const faults = [
      !hasSca,
      !hasSecretScan,
      !component.dataClassification,
      secrets.high.other + secrets.high.overdue > 0,
      secrets.medium.other + secrets.medium.overdue > 0,
      dependencies.high.overdue > 0,
      countOpen(own).critical.overdue > 0,
    ];
    if (faults.includes(true)) {
      return 'none';
    }
    return isActive('sast', 14) && coveredTeams().has(component.team)
      ? 'silver'
      : 'bronze';
  }

  it('makes of each component what its standing says', () => {
    expect(
      organisation.components.map(component => [
        component.name,
        essentials(component),
      ]),
    ).toEqual(
      organisation.components.map(({ name }) => [
        name,
        essentialsLevelOf(standings.get(name)!),
      ]),
    );
  });

  it('tells the story of instant-payments-api', () => {
    const own = scopes.filter(
      ({ component }) => component.name === 'instant-payments-api',
    );
    expect(countOpen(own)).toEqual({
      critical: { overdue: 0, other: 1 },
      high: { overdue: 0, other: 5 },
      medium: { overdue: 0, other: 14 },
      low: { overdue: 0, other: 9 },
    });
  });

  it('fixes findings and sees some of them again', () => {
    const all = scopes.flatMap(scope => scope.findings);
    const reopened = all.filter(({ present }) => present.length > 1);
    expect(all.length).toBe(1840 + 1 + 6 + 2400);
    expect(reopened.length).toBeGreaterThan(20);
  });
});
