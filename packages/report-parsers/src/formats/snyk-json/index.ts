import { ParsedRun, ReportFormat } from '../../types';
import { mergeRuns } from '../../mergeRuns';
import { imageWithoutVersion } from '../../shared/images';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { normalisePath, toRepositoryPath } from '../../shared/paths';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut } from '../../shared/text';
import { vulnerabilityToFinding } from './vulnerabilities';

const IMAGE_PREFIX = 'docker-image|';
const SYSTEM_MANAGERS = new Set(['deb', 'apk', 'rpm', 'linux']);

/** What tells of a project besides its list of vulnerabilities. */
const PROJECT_KEYS = [
  'packageManager',
  'projectName',
  'dependencyCount',
  'licensesPolicy',
  'displayTargetFile',
] as const;

function isImage(project: JsonObject): boolean {
  return (
    SYSTEM_MANAGERS.has(asText(project.packageManager) ?? '') ||
    (asText(project.projectName)?.startsWith(IMAGE_PREFIX) ?? false)
  );
}

function imageOf(project: JsonObject): string | undefined {
  const name = asText(project.projectName);
  return name?.startsWith(IMAGE_PREFIX)
    ? imageWithoutVersion(name.slice(IMAGE_PREFIX.length))
    : name && cut(name, NAME_LENGTH);
}

function fileOf(project: JsonObject, image: boolean): string | undefined {
  const file = asText(project.displayTargetFile) ?? asText(project.targetFile);
  if (!file) return undefined;
  const short = cut(file, NAME_LENGTH);
  return image ? normalisePath(short) : toRepositoryPath(short);
}

/** A project that Snyk could not test. */
function isFailure(value: unknown): boolean {
  return (
    isObject(value) &&
    value.ok === false &&
    typeof value.error === 'string' &&
    value.vulnerabilities === undefined
  );
}

function failedRun(project: JsonObject): ParsedRun {
  const file = fileOf(project, false);
  return {
    tool: { name: 'Snyk' },
    evidence: 'none',
    evidenceReason: `Snyk could not test: ${cut(asText(project.error) ?? 'no reason given', 300)}`,
    controlTypes: [],
    category: file ?? asText(project.projectName),
    findings: [],
    counts: { raw: 0, leftOut: {} },
  };
}

/** @param image - the image that the project is an application in */
function readProject(
  project: JsonObject,
  path: string,
  texts: SharedTexts,
  image?: string,
): ParsedRun[] {
  if (isFailure(project)) return [failedRun(project)];
  const inImage = image !== undefined || isImage(project);
  const type = inImage ? 'container' : 'sca';
  const file = fileOf(project, inImage);
  const own = isImage(project)
    ? imageOf(project)
    : [asText(project.projectName), file].filter(Boolean).join(' ');
  const list = `${path}/vulnerabilities`;
  const findings = requireList(project.vulnerabilities, list).map(
    (value, index) =>
      vulnerabilityToFinding(requireObject(value, `${list}/${index}`), {
        type,
        packageManager: asText(project.packageManager),
        path: isImage(project) ? undefined : file,
        texts,
      }),
  );
  const ignored = asList(asObject(project.filtered).ignore).length;
  const patched = asList(asObject(project.filtered).patch).length;
  const run: ParsedRun = {
    tool: { name: 'Snyk' },
    evidence: 'scan',
    controlTypes: [type],
    category: [image, own].filter(Boolean).join(' ') || undefined,
    findings,
    counts: {
      raw: findings.length + ignored + patched,
      leftOut: {
        ...(ignored > 0 && { 'ignored by the Snyk policy': ignored }),
        ...(patched > 0 && { 'patched by Snyk': patched }),
      },
    },
  };
  const applications = optionalList(project, 'applications', path);
  return [
    run,
    ...applications.flatMap((value, index) => {
      const place = `${path}/applications/${index}`;
      return readProject(requireObject(value, place), place, texts, own ?? '');
    }),
  ];
}

function isProject(value: unknown): boolean {
  return (
    isObject(value) &&
    Array.isArray(value.vulnerabilities) &&
    typeof value.ok === 'boolean' &&
    PROJECT_KEYS.some(key => key in value)
  );
}

function isFailedProject(value: unknown): boolean {
  return isFailure(value) && typeof asObject(value).path === 'string';
}

/**
 * The JSON report of `snyk test` and `snyk container test`: one project or a
 * list. One run per project, and per application inside an image; one finding
 * per way by which a vulnerable package came in, as Snyk lists them.
 */
export const snykJson: ReportFormat = {
  id: 'snyk-json',
  title: 'Snyk JSON',
  documentation:
    'https://docs.snyk.io/developer-tools/snyk-cli/scan-and-maintain-projects-using-the-cli/cli-reference',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    if (document.kind !== 'json') return false;
    const { value } = document;
    return Array.isArray(value)
      ? value.length > 0 &&
          value.every(item => isProject(item) || isFailedProject(item))
      : isProject(value) || isFailedProject(value);
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    const texts = new SharedTexts();
    const runs = Array.isArray(value)
      ? value.flatMap((project, index) =>
          readProject(requireObject(project, `/${index}`), `/${index}`, texts),
        )
      : readProject(requireObject(value, ''), '', texts);
    return mergeRuns(runs);
  },
};
