import { ParsedRun, ReportFormat } from '../../types';
import { imageWithoutVersion } from '../../shared/images';
import {
  JsonObject,
  asObject,
  asText,
  isObject,
  optionalList,
  requireList,
  requireObject,
} from '../../shared/json';
import { toRepositoryPath } from '../../shared/paths';
import { SharedTexts } from '../../shared/sharedTexts';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { Tally } from '../../shared/tally';
import { matchToFinding } from './matches';

/** What was scanned: an image has an object, a directory, file or package its name. */
function targetOf(source: JsonObject, isImage: boolean): string | undefined {
  const { target } = source;
  const name = asText(target) ?? asText(asObject(target).userInput);
  // Old versions wrote the quotation marks of the command line as well.
  const text = cut(name ?? '', NAME_LENGTH)
    .trim()
    .replace(/^"(.*)"$/, '$1');
  if (!text || text === '.') return undefined;
  return isImage
    ? imageWithoutVersion(text)
    : toRepositoryPath(text).replace(/\/+$/, '') || undefined;
}

function readReport(report: JsonObject): ParsedRun {
  const source = asObject(report.source);
  const descriptor = asObject(report.descriptor);
  const isImage = source.type === 'image';
  const type = isImage ? 'container' : 'sca';
  const category = targetOf(source, isImage);
  const tally = new Tally('vulnerability, package name and package version');
  const context = { type, target: category, texts: new SharedTexts() } as const;
  const matches =
    report.matches === null ? [] : requireList(report.matches, '/matches');
  for (const [index, value] of matches.entries()) {
    const path = `/matches/${index}`;
    const finding = matchToFinding(requireObject(value, path), path, context);
    const { component, ruleId } = finding;
    tally.addByKey(
      JSON.stringify([ruleId, component?.name, component?.version]),
      finding,
    );
  }
  const ignored = optionalList(report, 'ignoredMatches', '').length;
  if (ignored > 0) {
    tally.leaveOut('ignored by Grype', ignored);
  }
  return {
    tool: { name: 'Grype', version: asText(descriptor.version) },
    evidence: 'scan',
    controlTypes: [type],
    category,
    scannedAt: toIsoTime(descriptor.timestamp),
    ...tally.result(),
  };
}

function isMatch(value: unknown): boolean {
  return (
    isObject(value) && isObject(value.vulnerability) && isObject(value.artifact)
  );
}

function isReport(value: JsonObject): boolean {
  const { matches } = value;
  if (!Array.isArray(matches) && matches !== null) return false;
  if (asText(asObject(value.descriptor).name)?.toLowerCase() === 'grype') {
    return true;
  }
  return Array.isArray(matches) && matches.length > 0
    ? isMatch(matches[0])
    : isObject(value.source) && 'distro' in value;
}

/**
 * Grype's JSON report of images, directories and SBOMs. A vulnerability of a
 * package of one version is one finding, with every place of the package.
 */
export const grypeJson: ReportFormat = {
  id: 'grype-json',
  title: 'Grype JSON',
  documentation: 'https://github.com/anchore/grype#output-formats',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    return (
      document.kind === 'json' &&
      isObject(document.value) &&
      isReport(document.value)
    );
  },
  parse(document) {
    return [
      readReport(
        requireObject(
          document.kind === 'json' ? document.value : undefined,
          '',
        ),
      ),
    ];
  },
};
