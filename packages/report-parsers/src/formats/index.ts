import { ReportFormat } from '../types';
import { auditCiJson } from './audit-ci-json';
import { clairScannerJson } from './clair-scanner-json';
import { cyclonedxJson } from './cyclonedx-json';
import { cyclonedxXml } from './cyclonedx-xml';
import { dependencyCheckXml } from './dependency-check-xml';
import { grypeJson } from './grype-json';
import { klarJson } from './klar-json';
import { npmAuditV6Json } from './npm-audit-v6-json';
import { npmAuditV7Json } from './npm-audit-v7-json';
import { osvScannerJson } from './osv-scanner-json';
import { pipAuditJson } from './pip-audit-json';
import { sarif } from './sarif-2.1.0';
import { snykJson } from './snyk-json';
import { trivyJson } from './trivy-json';
import { yarnAuditV1Ndjson } from './yarn-audit-v1-ndjson';
import { yarnNpmAuditBerryNdjson } from './yarn-npm-audit-berry-ndjson';
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
  npmAuditV7Json,
  npmAuditV6Json,
  yarnAuditV1Ndjson,
  yarnNpmAuditBerryNdjson,
  auditCiJson,
  osvScannerJson,
  pipAuditJson,
  dependencyCheckXml,
  clairScannerJson,
  klarJson,
];
