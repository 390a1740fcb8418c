import { createGitlabFormat } from '../gitlab/createGitlabFormat';

/** GitLab SAST, also of infrastructure as code (KICS). */
export const gitlabSastJson = createGitlabFormat({
  id: 'gitlab-sast-json',
  title: 'GitLab SAST',
  scanType: 'sast',
  documentation:
    'https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/blob/master/dist/sast-report-format.json',
});
