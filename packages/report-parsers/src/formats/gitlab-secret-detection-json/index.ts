import { createGitlabFormat } from '../gitlab/createGitlabFormat';

/** GitLab secret detection; the source extract is never read into a finding. */
export const gitlabSecretDetectionJson = createGitlabFormat({
  id: 'gitlab-secret-detection-json',
  title: 'GitLab Secret Detection',
  scanType: 'secret_detection',
  documentation:
    'https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/blob/master/dist/secret-detection-report-format.json',
});
