import {
  ControlType,
  Severity,
} from '@synchrony/backstage-plugin-ingestion-common';
import { DemoComponent } from '../organisation';
import { Advisory } from './weaknesses/advisories';
import {
  CodeRule,
  ConfigurationCheck,
  SecretRule,
  WebAlert,
} from './weaknesses/rules';

/** What a scanner finds; what makes it the same thing in the next scan. */
export type Weakness =
  | { kind: 'package'; advisory: Advisory }
  | { kind: 'code'; rule: CodeRule; path: string; line: number; hash: string }
  | { kind: 'secret'; rule: SecretRule; path: string; line: number }
  | { kind: 'web'; alert: WebAlert; paths: string[] }
  | { kind: 'configuration'; check: ConfigurationCheck; path: string };

/** A finding through all scans of its scope. */
export interface DemoFinding {
  severity: Severity;
  weakness: Weakness;
  /** Scans that show it: from an index to before another one. */
  present: [from: number, to: number][];
}

export type Scanner =
  | 'trivy-fs'
  | 'grype'
  | 'dependency-track'
  | 'gitleaks'
  | 'secretlint'
  | 'codeql'
  | 'semgrep'
  | 'trivy-image'
  | 'trivy-config'
  | 'zap-json'
  | 'zap-xml';

/** All scans of one scanner over one component. */
export interface DemoScope {
  component: DemoComponent;
  scanner: Scanner;
  controlType: ControlType;
  /** Ages of the scans in days, oldest first. */
  scans: number[];
  /** Indexes of scans that did not cover everything. */
  partial: Set<number>;
  findings: DemoFinding[];
}

/** Whether a finding is in a scan. */
export function isPresent(finding: DemoFinding, scan: number): boolean {
  return finding.present.some(([from, to]) => from <= scan && scan < to);
}

/** The index after the last scan: a finding that is present up to it is open. */
export function endOf(scope: DemoScope): number {
  return scope.scans.length;
}
