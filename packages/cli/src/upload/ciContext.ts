/** Commit and ref that a pipeline builds. */
export interface CiContext {
  commit?: string;
  ref?: string;
}

/** Where pipeline systems keep them, first hit wins. */
const SYSTEMS: { commit: string[]; ref: string[] }[] = [
  // GitHub Actions; GITHUB_HEAD_REF is the branch of a pull request.
  { commit: ['GITHUB_SHA'], ref: ['GITHUB_HEAD_REF', 'GITHUB_REF_NAME'] },
  // GitLab CI
  {
    commit: ['CI_COMMIT_SHA'],
    ref: ['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME', 'CI_COMMIT_REF_NAME'],
  },
  // Azure Pipelines
  {
    commit: ['BUILD_SOURCEVERSION'],
    ref: ['SYSTEM_PULLREQUEST_SOURCEBRANCH', 'BUILD_SOURCEBRANCH'],
  },
  // CircleCI
  { commit: ['CIRCLE_SHA1'], ref: ['CIRCLE_BRANCH', 'CIRCLE_TAG'] },
  // Bitbucket Pipelines
  { commit: ['BITBUCKET_COMMIT'], ref: ['BITBUCKET_BRANCH', 'BITBUCKET_TAG'] },
  // Buildkite
  { commit: ['BUILDKITE_COMMIT'], ref: ['BUILDKITE_BRANCH'] },
  // Jenkins
  {
    commit: ['GIT_COMMIT'],
    ref: ['CHANGE_BRANCH', 'BRANCH_NAME', 'GIT_BRANCH'],
  },
];

function plainRef(ref: string): string {
  return ref.replace(/^refs\/(heads|tags)\//, '').replace(/^origin\//, '');
}

/** Reads commit and ref from the variables of well-known pipeline systems. */
export function ciContext(environment: NodeJS.ProcessEnv): CiContext {
  const first = (names: string[]) =>
    names.map(name => environment[name]).find(value => value);
  for (const system of SYSTEMS) {
    const commit = first(system.commit);
    if (commit) {
      const ref = first(system.ref);
      return { commit, ref: ref && plainRef(ref) };
    }
  }
  return {};
}
