import { isSourceOf } from './isSourceOf';
import { OidcIssuer } from './types';

function issuer(name: string, provider: OidcIssuer['provider']): OidcIssuer {
  return {
    issuer: name,
    audience: 'synchrony',
    jwksUri: `${name}/keys`,
    provider,
    bindings: [],
  };
}

const GITHUB = issuer('https://token.actions.githubusercontent.com', 'github');
const GITLAB = issuer('https://gitlab.example', 'gitlab');

describe('isSourceOf', () => {
  it.each([
    ['url:https://github.com/larkhill/payments/tree/main/', true],
    ['url:https://github.com/larkhill/payments', true],
    ['url:https://github.com/larkhill/payments.git', true],
    ['https://github.com/larkhill/payments/blob/main/services/a/', true],
    ['url:https://github.com/larkhill/payments2/tree/main/', false],
    ['url:https://github.com/mallory/larkhill/payments', false],
    ['url:https://github.com.example/larkhill/payments', false],
    ['url:https://github.com@example.org/larkhill/payments', false],
    ['url:https://gitlab.com/larkhill/payments', false],
    ['url:http://github.com/larkhill/payments', false],
    ['url:https://github.com/', false],
    ['file:/larkhill/payments', false],
    ['nonsense', false],
    [undefined, false],
  ])('of GitHub: %p %p', (sourceLocation, expected) => {
    const identity = {
      issuer: GITHUB.issuer,
      owner: 'larkhill',
      repository: 'payments',
    };
    expect(isSourceOf(sourceLocation, GITHUB, identity)).toBe(expected);
  });

  it.each([
    ['url:https://gitlab.example/a/b/web/-/tree/main/', true],
    ['url:https://gitlab.example/a/b/web', true],
    ['url:https://gitlab.example/a/b/-/tree/main/web', false],
    ['url:https://gitlab.example/a/b/web/src/other/-/tree/main/', false],
    ['url:https://gitlab.example/a/b/web/other', false],
  ])('of GitLab, with groups in groups: %p %p', (sourceLocation, expected) => {
    const identity = {
      issuer: GITLAB.issuer,
      owner: 'a/b',
      repository: 'web',
    };
    expect(isSourceOf(sourceLocation, GITLAB, identity)).toBe(expected);
  });
});
