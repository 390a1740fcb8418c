import { ReportFormat } from '../../types';
import { requireList } from '../../shared/json';
import { isLegacyLeak, readLegacyLeaks } from '../gitleaks/legacyLeaks';
import { GITLEAKS } from '../gitleaks/runs';

/** The list that Gitleaks 7 and earlier writes as JSON: one finding per secret at a place. */
export const gitleaksLegacyJson: ReportFormat = {
  id: 'gitleaks-legacy-json',
  title: 'Gitleaks 7 and earlier, JSON',
  toolName: GITLEAKS,
  documentation: 'https://github.com/gitleaks/gitleaks/tree/v7.6.1',
  kind: 'json',
  controlTypes: ['secret'],
  recognises(document) {
    return (
      document.kind === 'json' &&
      Array.isArray(document.value) &&
      isLegacyLeak(document.value[0])
    );
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    return [readLegacyLeaks(value === null ? [] : requireList(value, ''))];
  },
};
