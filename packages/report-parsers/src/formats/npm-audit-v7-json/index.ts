import { ReportFormat } from '../../types';
import { isObject, requireObject } from '../../shared/json';
import { pointerPart } from '../../shared/pointers';
import { assertAudited } from '../npm-audit/reports';
import { packageToFinding } from './packages';

/**
 * `npm audit --json` of npm 7 and later. One finding per vulnerable package, as
 * npm counts: its advisories together, or the dependencies that make it
 * vulnerable.
 */
export const npmAuditV7Json: ReportFormat = {
  id: 'npm-audit-v7-json',
  title: 'npm audit JSON, npm 7 and later',
  documentation: 'https://docs.npmjs.com/cli/commands/npm-audit',
  kind: 'json',
  controlTypes: ['sca'],
  recognises(document) {
    return (
      document.kind === 'json' &&
      isObject(document.value) &&
      typeof document.value.auditReportVersion === 'number'
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    assertAudited(report);
    const packages = requireObject(report.vulnerabilities, '/vulnerabilities');
    const findings = Object.entries(packages).map(([name, value]) => {
      const path = `/vulnerabilities/${pointerPart(name)}`;
      return packageToFinding(name, requireObject(value, path), path);
    });
    return [
      {
        tool: { name: 'npm audit' },
        evidence: 'scan',
        controlTypes: ['sca'],
        findings,
        counts: { raw: findings.length, leftOut: {} },
      },
    ];
  },
};
