import { ReportFormat } from '../../types';
import {
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { pointerPart } from '../../shared/pointers';
import { ClairVulnerability, toRun } from '../clair/findings';

function toVulnerability(
  value: unknown,
  path: string,
  severity: string,
): ClairVulnerability {
  const entry = requireObject(value, path);
  return {
    name: asText(entry.Name),
    namespace: asText(entry.NamespaceName),
    description: asText(entry.Description),
    link: asText(entry.Link),
    severity: asText(entry.Severity) ?? severity,
    fixedBy: asText(entry.FixedBy),
    feature: asText(entry.FeatureName),
    version: asText(entry.FeatureVersion),
  };
}

/** Klar's report about an image, which it doesn't name: lists by severity. */
export const klarJson: ReportFormat = {
  id: 'klar-json',
  title: 'Klar JSON',
  documentation: 'https://github.com/optiopay/klar#readme',
  kind: 'json',
  controlTypes: ['container'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      typeof value.LayerCount === 'number' &&
      (isObject(value.Vulnerabilities) || value.Vulnerabilities === null)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const lists =
      report.Vulnerabilities === null
        ? {}
        : requireObject(report.Vulnerabilities, '/Vulnerabilities');
    const vulnerabilities = Object.keys(lists).flatMap(severity =>
      optionalList(lists, severity, '/Vulnerabilities').map((value, index) =>
        toVulnerability(
          value,
          `/Vulnerabilities/${pointerPart(severity)}/${index}`,
          severity,
        ),
      ),
    );
    return [toRun('Klar', vulnerabilities)];
  },
};
