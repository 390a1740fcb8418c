import { GroupTree } from './GroupTree';

const tree = new GroupTree([
  { groupRef: 'group:a/bank', title: 'Bank', parents: [], leadRef: 'user:a/x' },
  {
    groupRef: 'group:a/pay',
    title: 'Payments',
    type: 'platform',
    parents: ['group:a/bank'],
  },
  {
    groupRef: 'group:a/team',
    title: 'Team',
    type: 'team',
    parents: ['group:a/pay'],
  },
  {
    groupRef: 'group:a/squad',
    title: 'Squad',
    type: 'team',
    parents: ['group:a/team', 'group:a/gone'],
    leadRef: 'user:a/y',
  },
  { groupRef: 'group:a/one', title: 'One', parents: ['group:a/two'] },
  { groupRef: 'group:a/two', title: 'Two', parents: ['group:a/one'] },
]);

describe('the organisation', () => {
  it('has the nearest lead', () => {
    expect(tree.leadOf('group:a/squad')).toBe('user:a/y');
    expect(tree.leadOf('group:a/team')).toBe('user:a/x');
    expect(tree.leadOf('group:a/gone')).toBeUndefined();
  });

  it('places a team under what is no team', () => {
    expect(tree.platformOf('group:a/squad', ['team'])).toBe('group:a/pay');
    expect(tree.platformOf('group:a/bank', ['team'])).toBeUndefined();
  });

  it('ends where it goes round', () => {
    expect(tree.upFrom('group:a/one')).toEqual(['group:a/one', 'group:a/two']);
    expect(tree.leadOf('group:a/two')).toBeUndefined();
  });
});
