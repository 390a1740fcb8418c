import { ReportFormat } from '../types';
import { burpXml } from './burp-xml';
import { checkovJson } from './checkov-json';
import { cyclonedxJson } from './cyclonedx-json';
import { cyclonedxXml } from './cyclonedx-xml';
import { detectSecretsJson } from './detect-secrets-json';
import { gitleaksJson } from './gitleaks-json';
import { gitleaksLegacyJson } from './gitleaks-legacy-json';
import { gitleaksV8Json } from './gitleaks-v8-json';
import { kicsJson } from './kics-json';
import { kubeBenchJson } from './kube-bench-json';
import { kubescapeJson } from './kubescape-json';
import { nucleiJson } from './nuclei-json';
import { nucleiJsonl } from './nuclei-jsonl';
import { sarif } from './sarif-2.1.0';
import { stackhawkWebhookJson } from './stackhawk-webhook-json';
import { terrascanJson } from './terrascan-json';
import { tfsecJson } from './tfsec-json';
import { trivyJson } from './trivy-json';
import { trufflehogV2Jsonl } from './trufflehog-v2-jsonl';
import { trufflehogV3Jsonl } from './trufflehog-v3-jsonl';
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
