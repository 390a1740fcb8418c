import { ReportFormat } from '../types';
import { banditJson } from './bandit-json';
import { brakemanJson } from './brakeman-json';
import { cyclonedxJson } from './cyclonedx-json';
import { cyclonedxXml } from './cyclonedx-xml';
import { gitlabContainerScanningJson } from './gitlab-container-scanning-json';
import { gitlabDastJson } from './gitlab-dast-json';
import { gitlabDependencyScanningJson } from './gitlab-dependency-scanning-json';
import { gitlabSastJson } from './gitlab-sast-json';
import { gitlabSecretDetectionJson } from './gitlab-secret-detection-json';
import { gosecJson } from './gosec-json';
import { sarif } from './sarif-2.1.0';
import { semgrepJson } from './semgrep-json';
import { trivyJson } from './trivy-json';
import { zapJson } from './zap-json';
import { zapXml } from './zap-xml';

/** Every format; a body is of the first one that recognises it. */
export const formats: readonly ReportFormat[] = [
  sarif,
  // Before ZAP's: old DAST reports of GitLab are ZAP's with a list of vulnerabilities beside.
  gitlabSastJson,
  gitlabDependencyScanningJson,
  gitlabContainerScanningJson,
  gitlabSecretDetectionJson,
  gitlabDastJson,
  zapXml,
  zapJson,
  cyclonedxJson,
  cyclonedxXml,
  trivyJson,
  banditJson,
  semgrepJson,
  gosecJson,
  brakemanJson,
];
