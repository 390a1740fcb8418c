import { tellPlaces } from './tellPlaces';

describe('places of definitions', () => {
  const tell = tellPlaces([
    '/srv/portal/definitions',
    '/srv/portal/definitions/one.yaml',
    'https://git.example.com/bank/rules/tree/main/checks',
  ]);

  it('are told relative to their location', () => {
    expect(tell('mine.yaml')).toBe('mine.yaml');
    expect(tell('/srv/portal/definitions/one.yaml')).toBe('one.yaml');
    expect(
      tell('https://git.example.com/bank/rules/tree/main/checks code/a.yaml'),
    ).toBe('code/a.yaml');
  });

  it('are told so within a message', () => {
    expect(tell("ENOENT: no such file, stat '/srv/portal/definitions'")).toBe(
      "ENOENT: no such file, stat 'definitions'",
    );
  });
});
