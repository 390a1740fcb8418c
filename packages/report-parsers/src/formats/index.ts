import { ReportFormat } from '../types';
import { cyclonedxJson } from './cyclonedx-json';
import { cyclonedxXml } from './cyclonedx-xml';
import { grypeJson } from './grype-json';
import { sarif } from './sarif-2.1.0';
import { snykJson } from './snyk-json';
import { trivyJson } from './trivy-json';
import { zapJson } from './zap-json';
import { zapXml } from './zap-xml';

/** Every format; a body is of the first one that recognises it. */
export const formats: readonly ReportFormat[] = [
  sarif,
  zapXml,
  zapJson,
  cyclonedxJson,
  cyclonedxXml,
  trivyJson,
  grypeJson,
  snykJson,
];
