import { ReportFormat } from '../../types';
import { requireList } from '../../shared/json';
import { isCurrentLeak, readCurrentLeaks } from '../gitleaks/currentLeaks';
import { GITLEAKS } from '../gitleaks/runs';

/** The list that Gitleaks 8 writes as JSON: one finding per secret at a place. */
export const gitleaksV8Json: ReportFormat = {
  id: 'gitleaks-v8-json',
  title: 'Gitleaks 8 JSON',
  toolName: GITLEAKS,
  documentation: 'https://github.com/gitleaks/gitleaks#reporting',
  kind: 'json',
  controlTypes: ['secret'],
  recognises(document) {
    return (
      document.kind === 'json' &&
      Array.isArray(document.value) &&
      isCurrentLeak(document.value[0])
    );
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    return [readCurrentLeaks(value === null ? [] : requireList(value, ''))];
  },
};
