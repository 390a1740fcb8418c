import { whoIs } from './personas';

const PERSONAS = [
  { id: 'champion', title: 'Security champion', userRef: 'user:default/amara' },
];

describe('whoIs', () => {
  it('knows personas, and every user by the ref', () => {
    expect(whoIs(PERSONAS, 'champion')).toEqual(PERSONAS[0]);
    expect(whoIs(PERSONAS, 'user:default/bo')).toEqual({
      title: 'user:default/bo',
      userRef: 'user:default/bo',
    });
  });

  it.each([undefined, '', 'nobody', 'group:default/appsec'])(
    'does not know %s',
    name => {
      expect(whoIs(PERSONAS, name)).toBeUndefined();
    },
  );
});
