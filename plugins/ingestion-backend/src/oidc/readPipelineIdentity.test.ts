import { readPipelineIdentity } from './readPipelineIdentity';

const ISSUER = 'https://issuer.example';

describe('readPipelineIdentity', () => {
  it('reads claims of GitHub', () => {
    expect(
      readPipelineIdentity('github', ISSUER, {
        repository: 'larkhill/payments',
        repository_owner: 'larkhill',
        repository_id: '42',
        repository_owner_id: 7,
        ref: 'refs/heads/main',
      }),
    ).toEqual({
      issuer: ISSUER,
      owner: 'larkhill',
      repository: 'payments',
      ownerId: '7',
      repositoryId: '42',
      ref: 'refs/heads/main',
    });
  });

  it.each([
    ['branch', 'refs/heads/v1'],
    ['tag', 'refs/tags/v1'],
    [undefined, undefined],
  ])('tells a branch of GitLab from a tag: %p', (refType, expected) => {
    const identity = readPipelineIdentity('gitlab', ISSUER, {
      project_path: 'a/b/web',
      namespace_path: 'a/b',
      project_id: '42',
      namespace_id: '7',
      ref: 'v1',
      ref_type: refType,
    });
    expect(identity).toEqual({
      issuer: ISSUER,
      owner: 'a/b',
      repository: 'web',
      ownerId: '7',
      repositoryId: '42',
      ref: expected,
    });
  });

  it.each([
    { repository: 'mallory/payments', repository_owner: 'larkhill' },
    { repository: 'larkhill/payments/x', repository_owner: 'larkhill' },
    { repository: 'larkhill/', repository_owner: 'larkhill' },
    { repository: 'payments', repository_owner: 'larkhill' },
    { repository: ['larkhill/payments'], repository_owner: 'larkhill' },
    { repository: 'larkhill/payments' },
    { sub: 'repo:larkhill/payments:ref:refs/heads/main' },
    undefined,
  ])('does not guess from %p', claims => {
    expect(readPipelineIdentity('github', ISSUER, claims)).toBeUndefined();
  });
});
