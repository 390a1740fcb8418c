import { createGitlabFormat } from '../gitlab/createGitlabFormat';

/** GitLab DAST, also API fuzzing, which has the same shape. */
export const gitlabDastJson = createGitlabFormat({
  id: 'gitlab-dast-json',
  title: 'GitLab DAST',
  scanType: 'dast',
  documentation:
    'https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/blob/master/dist/dast-report-format.json',
});
