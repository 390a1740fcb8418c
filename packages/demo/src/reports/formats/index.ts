import { Scanner } from '../types';
import { cyclonedxJson, cyclonedxXml } from './cyclonedx';
import { sarif } from './sarif';
import { DemoScan } from './scan';
import { trivy } from './trivy';
import { zapJson, zapXml } from './zap';

const RENDERERS: Record<Scanner, (scan: DemoScan) => string> = {
  'trivy-fs': trivy,
  'trivy-image': trivy,
  'trivy-config': trivy,
  grype: cyclonedxJson,
  'dependency-track': cyclonedxXml,
  gitleaks: sarif,
  secretlint: sarif,
  codeql: sarif,
  semgrep: sarif,
  'zap-json': zapJson,
  'zap-xml': zapXml,
};

/** The report of a scan, as its scanner writes it. */
export function renderReport(scan: DemoScan): string {
  return RENDERERS[scan.scope.scanner](scan);
}

export { scanOf, type DemoScan } from './scan';
