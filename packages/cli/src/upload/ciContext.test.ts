import { ciContext } from './ciContext';

describe('ciContext', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'GitHub',
      { GITHUB_SHA: 'a', GITHUB_REF_NAME: 'main', GITHUB_HEAD_REF: '' },
      { commit: 'a', ref: 'main' },
    ],
    [
      'a pull request on GitHub',
      { GITHUB_SHA: 'a', GITHUB_REF_NAME: '7/merge', GITHUB_HEAD_REF: 'fix' },
      { commit: 'a', ref: 'fix' },
    ],
    [
      'GitLab',
      { CI_COMMIT_SHA: 'a', CI_COMMIT_REF_NAME: 'main' },
      { commit: 'a', ref: 'main' },
    ],
    [
      'Azure Pipelines',
      { BUILD_SOURCEVERSION: 'a', BUILD_SOURCEBRANCH: 'refs/heads/release/1' },
      { commit: 'a', ref: 'release/1' },
    ],
    [
      'Jenkins',
      { GIT_COMMIT: 'a', GIT_BRANCH: 'origin/main' },
      { commit: 'a', ref: 'main' },
    ],
    ['no pipeline', { PATH: '/bin' }, {}],
  ])('knows %s', (_, environment, expected) => {
    expect(ciContext(environment)).toEqual(expected);
  });
});
