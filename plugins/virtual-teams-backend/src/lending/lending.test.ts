import fc from 'fast-check';
import { GroupTree } from '../organisation/GroupTree';
import { borrowedFrom } from './borrowedFrom';
import { groupsOverLimit } from './groupsOverLimit';
import { shareRights } from './rightsIn';

const tree = new GroupTree([
  { groupRef: 'bank', parents: [], leadRef: 'user:a/top' },
  { groupRef: 'payments', parents: ['bank'], leadRef: 'user:a/head' },
  { groupRef: 'ledger', parents: ['payments'] },
  { groupRef: 'cards', parents: ['payments'], leadRef: 'user:a/cards' },
  { groupRef: 'one', parents: ['two'] },
  { groupRef: 'two', parents: ['one'] },
]);

describe('the organisation', () => {
  it('knows all that is below a group, and who leads it', () => {
    expect(tree.downFrom('payments')).toEqual(['payments', 'ledger', 'cards']);
    expect(tree.leadsOf('ledger')).toEqual(['user:a/head', 'user:a/top']);
  });

  it('ends where it goes round', () => {
    expect(tree.downFrom('one')).toEqual(['one', 'two']);
    expect(tree.leadsOf('one')).toEqual([]);
  });
});

describe('shares of time', () => {
  const rightsOf = (userRef: string | undefined, mayReadShares = false) =>
    shareRights({ userRef, isManager: false, mayReadShares }, tree);

  it('are read by who leads the group next', () => {
    const rights = rightsOf('user:a/head');
    expect(rights.mayReadTotal('ledger', 1)).toBe(true);
    expect(rights.mayReadPeople('ledger')).toBe(true);
  });

  it.each([
    ['who leads a group above', rightsOf('user:a/head')],
    ['who may read shares of time', rightsOf('user:a/x', true)],
    ['a service that may read them', rightsOf(undefined, true)],
  ])('of three people and more are read by %s', (_, rights) => {
    expect(rights.mayReadTotal('cards', 2)).toBe(false);
    expect(rights.mayReadTotal('cards', 3)).toBe(true);
    expect(rights.mayReadPeople('cards')).toBe(false);
  });

  it('are not read by others, nor where nobody leads', () => {
    expect(rightsOf('user:a/x').mayReadTotal('ledger', 9)).toBe(false);
    expect(rightsOf(undefined).mayReadTotal('one', 9)).toBe(false);
    expect(rightsOf(undefined).mayReadPeople('one')).toBe(false);
  });

  it('of a group are over what all its people agreed to, or they are not', () => {
    const share = (groupRef: string, totalPct: number) => ({
      groupRef,
      totalPct,
      teams: 2,
    });
    expect(
      groupsOverLimit(
        [share('ledger', 41), share('cards', 40), share('unknown', 90)],
        new Map([
          ['ledger', 2],
          ['cards', 2],
        ]),
        20,
      ),
    ).toEqual([{ ref: 'ledger', totalPct: 41, limitPct: 40, teams: 2 }]);
  });
});

describe('teams that work on what a group owns', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd');

  it('count each entity that is seen, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(name, name), { selector: String }),
        fc.uniqueArray(name),
        (pairs, seen) => {
          const rows = pairs.map(([teamRef, entityRef]) => ({
            teamRef,
            title: teamRef,
            people: 1,
            entityRef,
          }));
          const teams = borrowedFrom(rows, new Set(seen));
          for (const team of teams) {
            expect(team.entities).toBe(
              rows.filter(
                row =>
                  row.teamRef === team.teamRef && seen.includes(row.entityRef),
              ).length,
            );
            expect(team.entities).toBeGreaterThan(0);
          }
          expect(teams.map(({ teamRef }) => teamRef).sort()).toEqual(
            [
              ...new Set(
                rows
                  .filter(row => seen.includes(row.entityRef))
                  .map(row => row.teamRef),
              ),
            ].sort(),
          );
        },
      ),
    );
  });
});
