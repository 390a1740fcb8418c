import { createGitlabFormat } from '../gitlab/createGitlabFormat';

/** GitLab dependency scanning. */
export const gitlabDependencyScanningJson = createGitlabFormat({
  id: 'gitlab-dependency-scanning-json',
  title: 'GitLab Dependency Scanning',
  scanType: 'dependency_scanning',
  documentation:
    'https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/blob/master/dist/dependency-scanning-report-format.json',
});
