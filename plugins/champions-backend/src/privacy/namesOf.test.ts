import { namesOf, withoutNames } from './namesOf';

describe('names in texts', () => {
  const names = namesOf('user:default/a.rowe', 'Amara Rowe');

  it.each([
    ['Ask user:default/A.Rowe first', 'Ask X first'],
    ['a.rowe, (A.ROWE) and @a.rowe', 'X, (X) and @X'],
    ['Amara Rowe’s team, amara rowe', 'X’s team, X'],
    ['barowe, a.rowed and acrowe stay', 'barowe, a.rowed and acrowe stay'],
  ])('are replaced as whole words: %s', (text, expected) => {
    expect(withoutNames(text, names, 'X')).toBe(expected);
  });

  it('are left alone where they could be an ordinary word', () => {
    const will = namesOf('user:default/will', 'Will');
    expect(withoutNames('It will, says user:default/will', will, 'X')).toBe(
      'It will, says X',
    );
  });

  it('may hold what means something in patterns', () => {
    expect(
      withoutNames('a $& (b) c', namesOf('user:default/x', '$& (b)'), '$&'),
    ).toBe('a $& c');
  });
});
