import { FindingType, ParsedRun, ReportError, ReportFormat } from '../../types';
import { imageWithoutVersion } from '../../shared/images';
import {
  JsonObject,
  asObject,
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { toRepositoryPath } from '../../shared/paths';
import { redactSecrets } from '../../shared/secrets';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import {
  licenseToFinding,
  misconfigurationToFinding,
  secretToFinding,
} from './others';
import { inventoryOf } from './packages';
import { TrivyTarget, toTarget } from './targets';
import { vulnerabilityToFinding } from './vulnerabilities';

/** Where a Kubernetes report keeps its resources: now, in a summary, and before 0.34. */
const RESOURCE_LISTS = [
  'Resources',
  'Findings',
  'Vulnerabilities',
  'Misconfigurations',
] as const;

/** What goes with packages by default. */
const PACKAGE_SCANNERS: readonly FindingType[] = ['sca', 'container', 'secret'];

const IMAGE_TYPES = new Set(['container_image', 'vm']);

function emptyRun(): ParsedRun {
  return {
    tool: { name: 'Trivy' },
    evidence: 'scan',
    controlTypes: [],
    findings: [],
    counts: { raw: 0, leftOut: {} },
  };
}

function leaveOut(run: ParsedRun, reason: string, count: number): void {
  const { leftOut } = run.counts;
  leftOut[reason] = (leftOut[reason] ?? 0) + count;
  run.counts.raw += count;
}

/** What a class of results proves that Trivy looked for. */
function controlOf(target: TrivyTarget): FindingType | undefined {
  switch (target.resultClass) {
    case 'os-pkgs':
      return 'container';
    case 'lang-pkgs':
      return target.isImage ? 'container' : 'sca';
    case 'config':
      return 'iac';
    case 'secret':
      return 'secret';
    default:
      return undefined;
  }
}

/**
 * Collects what the results prove. Packages and checked files are listed even
 * when nothing is wrong with them, secrets only when there are some, and
 * nothing says which scanners ran. So a report of packages alone, as from
 * `trivy fs`, is silent about configuration, and one of configuration alone, as
 * from `trivy config`, is silent about the rest.
 */
class Proof {
  readonly controls: Set<FindingType>;
  readonly #looked = new Set<FindingType>();

  constructor(controls: FindingType[] = []) {
    this.controls = new Set(controls);
  }

  addTarget(target: TrivyTarget): void {
    const control = controlOf(target);
    if (control) {
      this.addType(control);
      if (target.resultClass?.endsWith('-pkgs')) {
        PACKAGE_SCANNERS.forEach(type => this.#looked.add(type));
      }
    }
  }

  addType(type: FindingType): void {
    this.controls.add(type);
    this.#looked.add(type);
  }

  applyTo(run: ParsedRun): void {
    run.controlTypes = [...this.controls];
    if (this.#looked.size > 0) run.speaksFor = [...this.#looked];
  }
}

function readResult(
  run: ParsedRun,
  proof: Proof,
  value: unknown,
  path: string,
  context: Pick<TrivyTarget, 'isImage' | 'resourceName'>,
): void {
  const result = requireObject(value, path);
  const target = toTarget(result, context);
  proof.addTarget(target);
  for (const [key, toFinding] of [
    ['Vulnerabilities', vulnerabilityToFinding],
    ['Misconfigurations', misconfigurationToFinding],
    ['Secrets', secretToFinding],
    ['Licenses', licenseToFinding],
  ] as const) {
    for (const [index, item] of optionalList(result, key, path).entries()) {
      const entry = requireObject(item, `${path}/${key}/${index}`);
      const status = key === 'Misconfigurations' && asText(entry.Status);
      if (status && status !== 'FAIL') {
        leaveOut(run, `Status is ${status}`, 1);
      } else {
        const finding = toFinding(entry, target);
        proof.addType(finding.type);
        run.findings.push(finding);
        run.counts.raw += 1;
      }
    }
  }
  const modified = optionalList(result, 'ExperimentalModifiedFindings', path);
  if (modified.length > 0) {
    leaveOut(run, 'suppressed by Trivy', modified.length);
  }
}

function categoryOf(report: JsonObject, isImage: boolean): string | undefined {
  const name = cut(asText(report.ArtifactName) ?? '', NAME_LENGTH).trim();
  if (!name || name === '.') return undefined;
  if (isImage) return imageWithoutVersion(name);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(name)) {
    return redactSecrets(name).replace(/^([a-z+.-]+:\/\/)[^/@]*@/i, '$1');
  }
  return toRepositoryPath(name).replace(/\/+$/, '') || undefined;
}

function readReport(report: JsonObject): ParsedRun {
  const isImage = IMAGE_TYPES.has(asText(report.ArtifactType) ?? '');
  const metadata = asObject(report.Metadata);
  const run: ParsedRun = {
    ...emptyRun(),
    tool: { name: 'Trivy', version: asText(asObject(report.Trivy).Version) },
    category: categoryOf(report, isImage),
    scannedAt: toIsoTime(report.CreatedAt),
    commit: asText(metadata.Commit),
    branch: asText(metadata.Branch),
  };
  const results = optionalList(report, 'Results', '');
  run.inventory = inventoryOf(results);
  const proof = new Proof(isImage ? ['container'] : []);
  for (const [index, result] of results.entries()) {
    readResult(run, proof, result, `/Results/${index}`, { isImage });
  }
  proof.applyTo(run);
  return run;
}

function readCluster(report: JsonObject): ParsedRun {
  const run: ParsedRun = {
    ...emptyRun(),
    category: asText(report.ClusterName),
    scannedAt: toIsoTime(report.CreatedAt),
  };
  const proof = new Proof();
  for (const key of RESOURCE_LISTS) {
    for (const [index, value] of optionalList(report, key, '').entries()) {
      const path = `/${key}/${index}`;
      const resource = requireObject(value, path);
      const resourceName = [resource.Namespace, resource.Kind, resource.Name]
        .map(asText)
        .filter(Boolean)
        .join('/');
      const error = asText(resource.Error);
      if (error) {
        run.evidence = 'partial';
        run.evidenceReason ??= `Trivy could not scan ${resourceName}.`;
      }
      const results = optionalList(resource, 'Results', path);
      for (const [position, result] of results.entries()) {
        readResult(run, proof, result, `${path}/Results/${position}`, {
          isImage: true,
          resourceName: resourceName || undefined,
        });
      }
    }
  }
  proof.applyTo(run);
  return run;
}

/** Until 0.19 a report was the bare list of its results, and null without any. */
function readLegacy(results: readonly unknown[]): ParsedRun {
  const targets = results.map((result, index) =>
    toTarget(requireObject(result, `/${index}`), { isImage: false }),
  );
  const system = targets.find(target => target.resultClass === 'os-pkgs');
  const isImage = system !== undefined;
  const run: ParsedRun = {
    ...emptyRun(),
    category:
      system && imageWithoutVersion(system.name.replace(/ \(.*\)$/, '')),
  };
  const proof = new Proof();
  for (const [index, result] of results.entries()) {
    readResult(run, proof, result, `/${index}`, { isImage });
  }
  proof.applyTo(run);
  return run;
}

function isLegacyResult(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.Target === 'string' &&
    ('Vulnerabilities' in value ||
      'Misconfigurations' in value ||
      'Class' in value ||
      'Type' in value)
  );
}

function isCluster(value: JsonObject): boolean {
  return (
    typeof value.ClusterName === 'string' &&
    (RESOURCE_LISTS.some(key => Array.isArray(value[key])) ||
      value.SchemaVersion !== undefined)
  );
}

function isReport(value: JsonObject): boolean {
  return (
    typeof value.SchemaVersion === 'number' &&
    ('ArtifactName' in value || 'ArtifactType' in value)
  );
}

/**
 * Trivy's JSON report: of images, file systems, repositories, SBOMs and
 * Kubernetes clusters, and the list of old versions. One finding per
 * vulnerability, failed check, secret and license of each target.
 */
export const trivyJson: ReportFormat = {
  id: 'trivy-json',
  title: 'Trivy JSON',
  documentation: 'https://trivy.dev/latest/docs/configuration/reporting/#json',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    if (document.kind !== 'json') return false;
    const { value } = document;
    if (Array.isArray(value)) {
      return value.length > 0 && value.every(isLegacyResult);
    }
    return isObject(value) && (isReport(value) || isCluster(value));
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    if (value === null || Array.isArray(value)) {
      return [readLegacy(value ?? [])];
    }
    const report = requireObject(value, '');
    if ('ClusterName' in report) return [readCluster(report)];
    if (report.SchemaVersion === undefined) {
      throw new ReportError(
        'SchemaVersion is missing: this is no Trivy report.',
        {
          path: '/SchemaVersion',
        },
      );
    }
    return [readReport(report)];
  },
};
