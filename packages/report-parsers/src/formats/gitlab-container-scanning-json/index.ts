import { createGitlabFormat } from '../gitlab/createGitlabFormat';

/** GitLab container scanning, also of the images of a cluster. */
export const gitlabContainerScanningJson = createGitlabFormat({
  id: 'gitlab-container-scanning-json',
  title: 'GitLab Container Scanning',
  scanType: 'container_scanning',
  documentation:
    'https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/blob/master/dist/container-scanning-report-format.json',
});
