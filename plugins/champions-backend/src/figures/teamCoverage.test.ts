import { LiveAssignment } from '../store/programme/FiguresStore';
import { teamCoverage } from './teamCoverage';

const groupRef = 'group:default/cards';

function assignment(change: Partial<LiveAssignment>): LiveAssignment {
  return {
    id: 'a',
    personId: 1,
    userRef: 'user:default/ana',
    scopeRef: groupRef,
    role: 'primary',
    status: 'active',
    nominatedAt: 0,
    ...change,
  };
}

function team(
  coverage: Parameters<typeof teamCoverage>[0]['coverage'],
  assignments: LiveAssignment[],
) {
  return teamCoverage({
    group: { groupRef, title: 'Cards', parents: [] },
    coverage,
    owned: [],
    assignmentsAt: ref =>
      assignments.filter(({ scopeRef }) => scopeRef === ref),
    isSeen: () => true,
  });
}

describe('a team of the map', () => {
  it('names who leaves, and when', () => {
    expect(
      team(
        { state: 'at_risk', reasons: ['stepping_down'], scopeRef: groupRef },
        [assignment({ status: 'stepping_down', endsAt: 86_400_000 })],
      ),
    ).toMatchObject({
      primary: 'user:default/ana',
      endsAt: '1970-01-02T00:00:00.000Z',
      isPending: false,
    });
  });

  it('names nobody who lapsed, or has not said yes', () => {
    const rows = [
      team({ state: 'at_risk', reasons: ['lapsed'], scopeRef: groupRef }, [
        assignment({ status: 'lapsed' }),
      ]),
      team(undefined, [assignment({ status: 'nominated' })]),
      team(undefined, [assignment({ status: 'nominated', role: 'deputy' })]),
    ];
    expect(JSON.stringify(rows)).not.toContain('ana');
    expect(rows.map(({ isPending }) => isPending)).toEqual([false, true, true]);
  });

  it('is uncovered where nobody looked yet', () => {
    expect(team(undefined, [])).toEqual({
      groupRef,
      title: 'Cards',
      state: 'uncovered',
      reasons: ['nobody'],
      isPending: false,
      mustBeCovered: false,
      components: 0,
      tiers: {},
      deputies: [],
    });
  });
});
