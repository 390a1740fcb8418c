import { ReportFormat } from '../../types';
import { imageWithoutVersion } from '../../shared/images';
import {
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { ClairVulnerability, toRun } from '../clair/findings';

function toVulnerability(value: unknown, path: string): ClairVulnerability {
  const entry = requireObject(value, path);
  return {
    name: asText(entry.vulnerability),
    namespace: asText(entry.namespace),
    description: asText(entry.description),
    link: asText(entry.link),
    severity: asText(entry.severity),
    fixedBy: asText(entry.fixedby),
    feature: asText(entry.featurename),
    version: asText(entry.featureversion),
  };
}

/**
 * The report of clair-scanner about an image. What it approves by an allow list
 * is in its list of vulnerabilities all the same, and is read like the rest:
 * nothing tells it from what is below the threshold.
 */
export const clairScannerJson: ReportFormat = {
  id: 'clair-scanner-json',
  title: 'clair-scanner JSON',
  documentation: 'https://github.com/arminc/clair-scanner#readme',
  kind: 'json',
  controlTypes: ['container'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      typeof value.image === 'string' &&
      'unapproved' in value &&
      (Array.isArray(value.vulnerabilities) || value.vulnerabilities === null)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const image = asText(report.image);
    return [
      toRun(
        'clair-scanner',
        optionalList(report, 'vulnerabilities', '').map((value, index) =>
          toVulnerability(value, `/vulnerabilities/${index}`),
        ),
        image && imageWithoutVersion(image),
      ),
    ];
  },
};
