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
      'level=unrated,gold&tier=tier-2&owner=mine&q=pay&orderBy=name&limit=100&cursor=abc',
    );

    expect(parsePageState(new URLSearchParams(formatPageState(state)))).toEqual(
      state,
    );
  });

  it('ignores what it does not know', () => {
    expect(parsed('level=wood&tier=tier-9&orderBy=age&limit=7')).toEqual(
      parsed(''),
    );
  });
});
