import { ReportFormat } from '../../types';
import { isObject, requireObject } from '../../shared/json';
import {
  isAdvisoryReport,
  isNpmError,
  isOfNpm6,
  readAdvisories,
} from '../npm-audit/reports';

/**
 * `npm audit --json` of npm 6: one finding per advisory, with every package
 * path by which the package came in.
 */
export const npmAuditV6Json: ReportFormat = {
  id: 'npm-audit-v6-json',
  title: 'npm audit JSON, npm 6',
  documentation: 'https://docs.npmjs.com/cli/v6/commands/npm-audit',
  kind: 'json',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return isNpmError(value) || (isAdvisoryReport(value) && isOfNpm6(value));
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    return readAdvisories(report);
  },
};
