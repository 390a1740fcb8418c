import { formatPageState, parsePageState } from './usePageState';

function parsed(search: string) {
  return parsePageState(new URLSearchParams(search));
}

describe('state of the page in its address', () => {
  it('leaves out what is as by default', () => {
    expect(formatPageState(parsed(''))).toEqual([]);
  });

  it('reads back what it writes', () => {
    const state = parsed(
      'level=unrated,gold&tier=tier-2&owner=mine&within=group:default/a&team=group:default/b&system=system:default/c&target=met&stage=code&outcome=fail&q=pay&orderBy=name&limit=100&cursor=abc',
    );

    expect(parsePageState(new URLSearchParams(formatPageState(state)))).toEqual(
      state,
    );
  });

  it('shows the components once it is narrowed, and keeps to them', () => {
    expect(parsed('').view).toBe('overview');
    const narrowed = parsed('within=group:default/retail&stage=code');
    expect(narrowed).toMatchObject({ view: 'services', stage: 'code' });
    expect(
      formatPageState({ ...narrowed, within: undefined, stage: undefined }),
    ).toEqual([['view', 'services']]);
  });

  it('ignores what it does not know', () => {
    expect(parsed('level=wood&tier=tier-9&orderBy=age&limit=7')).toEqual(
      parsed(''),
    );
  });
});
