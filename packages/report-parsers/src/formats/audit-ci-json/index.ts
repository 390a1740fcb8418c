import { ReportFormat } from '../../types';
import { isObject, requireObject } from '../../shared/json';
import {
  isAdvisoryReport,
  isOfNpm6,
  readAdvisories,
} from '../npm-audit/reports';

/**
 * The report of audit-ci over yarn, which passes on what the registry answered,
 * as pnpm and yarn 2 and 3 do: one finding per advisory.
 */
export const auditCiJson: ReportFormat = {
  id: 'audit-ci-json',
  title: 'audit-ci JSON',
  documentation: 'https://github.com/IBM/audit-ci#readme',
  kind: 'json',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return isAdvisoryReport(value) && !isOfNpm6(value);
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    return readAdvisories(report);
  },
};
