import { FindingType, ReportDocument } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
} from '../../shared/json';

/** The kinds of GitLab report that are read. */
export type GitlabScanType =
  | 'sast'
  | 'dependency_scanning'
  | 'container_scanning'
  | 'secret_detection'
  | 'dast';

/** `scan.type` and `category`, with the kinds that have the same shape as another. */
const SCAN_TYPES: ReadonlyMap<string, GitlabScanType> = new Map([
  ['sast', 'sast'],
  ['dependency_scanning', 'dependency_scanning'],
  ['container_scanning', 'container_scanning'],
  ['cluster_image_scanning', 'container_scanning'],
  ['secret_detection', 'secret_detection'],
  ['dast', 'dast'],
  ['api_fuzzing', 'dast'],
]);

const CONTROLS: Readonly<Record<GitlabScanType, FindingType>> = {
  sast: 'sast',
  dependency_scanning: 'sca',
  container_scanning: 'container',
  secret_detection: 'secret',
  dast: 'dast',
};

export function controlOf(scanType: GitlabScanType): FindingType {
  return CONTROLS[scanType];
}

/** Reports without `scan` and `category`: the shape of a location tells. */
function typeOfLocation(vulnerability: JsonObject): GitlabScanType | undefined {
  const location = asObject(vulnerability.location);
  if ('hostname' in location) return 'dast';
  if ('image' in location || 'operating_system' in location) {
    return 'container_scanning';
  }
  if (asText(asObject(asObject(location.dependency).package).name)) {
    return 'dependency_scanning';
  }
  if (isObject(location.commit)) return 'secret_detection';
  return 'file' in location ? 'sast' : undefined;
}

function isVulnerability(value: unknown): value is JsonObject {
  return (
    isObject(value) &&
    isObject(value.location) &&
    Array.isArray(value.identifiers)
  );
}

/**
 * Which kind of GitLab report a JSON value is; undefined for what is none.
 *
 * Before schema 3 a report without vulnerabilities says nothing of its kind,
 * unless it lists dependency files. It is taken for SAST, which then also
 * looked for secrets and was the one that everybody had.
 */
export function scanTypeOf(
  document: ReportDocument,
): GitlabScanType | undefined {
  if (document.kind !== 'json' || !isObject(document.value)) return undefined;
  const report = document.value;
  const scan = asObject(report.scan);
  const type = asText(scan.type);
  if (type) {
    const isGitlab =
      'vulnerabilities' in report &&
      (isObject(scan.scanner) ||
        isObject(scan.analyzer) ||
        asText(report.version));
    return isGitlab ? SCAN_TYPES.get(type) : undefined;
  }
  if (!Array.isArray(report.vulnerabilities)) return undefined;
  const [first] = report.vulnerabilities;
  if (first !== undefined) {
    if (!isVulnerability(first)) return undefined;
    const category = asText(first.category);
    return category ? SCAN_TYPES.get(category) : typeOfLocation(first);
  }
  if (!asText(report.version) || !Array.isArray(report.remediations)) {
    return undefined;
  }
  return Array.isArray(report.dependency_files)
    ? 'dependency_scanning'
    : 'sast';
}

/** Whether a report says itself which kind it is: by its scan, a category, or a finding. */
export function tellsItsKind(report: JsonObject): boolean {
  return (
    asText(asObject(report.scan).type) !== undefined ||
    asList(report.vulnerabilities).length > 0 ||
    Array.isArray(report.dependency_files)
  );
}
