import { ReportFormat } from '../types';
import { auditCiJson } from './audit-ci-json';
import { banditJson } from './bandit-json';
import { brakemanJson } from './brakeman-json';
import { burpXml } from './burp-xml';
import { checkovJson } from './checkov-json';
import { clairScannerJson } from './clair-scanner-json';
import { csafVex } from './csaf-vex';
import { cyclonedxJson } from './cyclonedx-json';
import { cyclonedxXml } from './cyclonedx-xml';
import { defectdojoGenericCsv } from './defectdojo-generic-csv';
import { defectdojoGenericJson } from './defectdojo-generic-json';
import { dependencyCheckXml } from './dependency-check-xml';
import { detectSecretsJson } from './detect-secrets-json';
import { githubAlertWebhookJson } from './github-alert-webhook-json';
import { githubCodeScanningAlertsJson } from './github-code-scanning-alerts-json';
import { githubDependabotGraphqlJson } from './github-dependabot-graphql-json';
import { githubSecretScanningAlertsJson } from './github-secret-scanning-alerts-json';
import { gitlabContainerScanningJson } from './gitlab-container-scanning-json';
import { gitlabDastJson } from './gitlab-dast-json';
import { gitlabDependencyScanningJson } from './gitlab-dependency-scanning-json';
import { gitlabSastJson } from './gitlab-sast-json';
import { gitlabSecretDetectionJson } from './gitlab-secret-detection-json';
import { gitleaksJson } from './gitleaks-json';
import { gitleaksLegacyJson } from './gitleaks-legacy-json';
import { gitleaksV8Json } from './gitleaks-v8-json';
import { gosecJson } from './gosec-json';
import { grypeJson } from './grype-json';
import { kicsJson } from './kics-json';
import { klarJson } from './klar-json';
import { kubeBenchJson } from './kube-bench-json';
import { kubescapeJson } from './kubescape-json';
import { npmAuditV6Json } from './npm-audit-v6-json';
import { npmAuditV7Json } from './npm-audit-v7-json';
import { nucleiJson } from './nuclei-json';
import { nucleiJsonl } from './nuclei-jsonl';
import { openvex } from './openvex';
import { osvScannerJson } from './osv-scanner-json';
import { pipAuditJson } from './pip-audit-json';
import { sarif } from './sarif-2.1.0';
import { semgrepJson } from './semgrep-json';
import { semgrepScaDeploymentsJson } from './semgrep-sca-deployments-json';
import { snykJson } from './snyk-json';
import { sonarqubeHotspotsApiJson } from './sonarqube-hotspots-api-json';
import { sonarqubeIssuesApiJson } from './sonarqube-issues-api-json';
import { spdxJson } from './spdx-json';
import { spdxTagValue } from './spdx-tag-value';
import { stackhawkWebhookJson } from './stackhawk-webhook-json';
import { terrascanJson } from './terrascan-json';
import { tfsecJson } from './tfsec-json';
import { trivyJson } from './trivy-json';
import { trufflehogV2Jsonl } from './trufflehog-v2-jsonl';
import { trufflehogV3Jsonl } from './trufflehog-v3-jsonl';
import { yarnAuditV1Ndjson } from './yarn-audit-v1-ndjson';
import { yarnNpmAuditBerryNdjson } from './yarn-npm-audit-berry-ndjson';
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
  openvex,
  csafVex,
  spdxJson,
  spdxTagValue,
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
  banditJson,
  semgrepJson,
  gosecJson,
  brakemanJson,
  githubAlertWebhookJson,
  githubCodeScanningAlertsJson,
  githubSecretScanningAlertsJson,
  githubDependabotGraphqlJson,
  sonarqubeIssuesApiJson,
  sonarqubeHotspotsApiJson,
  semgrepScaDeploymentsJson,
  defectdojoGenericJson,
  defectdojoGenericCsv,
  gitleaksV8Json,
  gitleaksJson,
  gitleaksLegacyJson,
  trufflehogV3Jsonl,
  trufflehogV2Jsonl,
  detectSecretsJson,
  checkovJson,
  kicsJson,
  tfsecJson,
  terrascanJson,
  kubeBenchJson,
  kubescapeJson,
  nucleiJsonl,
  nucleiJson,
  burpXml,
  stackhawkWebhookJson,
];
