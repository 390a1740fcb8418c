import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readOidcConfig } from './readOidcConfig';

const BINDING = {
  owner: 'larkhill',
  repository: 'payments',
  entities: ['Component:default/Payments-API'],
};

const ISSUER = {
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'synchrony',
  provider: 'github',
  bindings: [BINDING],
};

const read = (...issuers: JsonObject[]) =>
  readOidcConfig(issuers.map(issuer => new ConfigReader(issuer)));

describe('readOidcConfig', () => {
  it('knows where GitHub and GitLab have their keys', () => {
    const [github, gitlab] = read(ISSUER, {
      ...ISSUER,
      issuer: 'https://gitlab.com',
      provider: 'gitlab',
    });
    expect(github).toMatchObject({
      jwksUri: 'https://token.actions.githubusercontent.com/.well-known/jwks',
      bindings: [
        { entities: ['component:default/payments-api'], fromCatalog: false },
      ],
    });
    expect(gitlab.jwksUri).toBe('https://gitlab.com/oauth/discovery/keys');
  });

  it.each([
    [{ provider: 'jenkins' }, 'provider'],
    [{ issuer: 'http://issuer.example' }, 'https'],
    [{ jwksUri: 'http://issuer.example/keys' }, 'https'],
    [{ bindings: [{ ...BINDING, repository: 'larkhill/payments' }] }, 'name'],
    [{ bindings: [{ ...BINDING, repository: undefined }] }, 'fromCatalog'],
    [
      { bindings: [{ ...BINDING, repository: undefined, fromCatalog: true }] },
      'need a repository',
    ],
    [{ bindings: [{ ...BINDING, entities: [] }] }, 'needs entities'],
    [{ bindings: [{ ...BINDING, ref: 'main' }] }, 'refs/heads/main'],
    [{ bindings: [{ ...BINDING, entities: ['component:*'] }] }, 'without *'],
  ])('stops at %p', (changes, message) => {
    expect(() => read({ ...ISSUER, ...changes } as JsonObject)).toThrow(
      message,
    );
  });

  it('stops when an issuer is named twice', () => {
    expect(() => read(ISSUER, ISSUER)).toThrow('twice');
  });
});
