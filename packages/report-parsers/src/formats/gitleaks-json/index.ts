import { ReportFormat } from '../../types';
import { requireList } from '../../shared/json';
import { readCurrentLeaks } from '../gitleaks/currentLeaks';
import { isLegacyLeak, readLegacyLeaks } from '../gitleaks/legacyLeaks';
import { GITLEAKS } from '../gitleaks/runs';

/**
 * Gitleaks JSON of whatever version. A report without findings is `[]` or null,
 * which any tool could have written: it is never recognised and needs the
 * format to be named.
 */
export const gitleaksJson: ReportFormat = {
  id: 'gitleaks-json',
  title: 'Gitleaks JSON of any version',
  toolName: GITLEAKS,
  documentation: 'https://github.com/gitleaks/gitleaks#reporting',
  kind: 'json',
  controlTypes: ['secret'],
  recognises() {
    return false;
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    const list = value === null ? [] : requireList(value, '');
    return [
      isLegacyLeak(list[0]) ? readLegacyLeaks(list) : readCurrentLeaks(list),
    ];
  },
};
