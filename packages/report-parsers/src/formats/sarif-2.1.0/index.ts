import { FindingType, ParsedRun, ReportError, ReportFormat } from '../../types';
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
import { imageWithoutVersion } from '../../shared/images';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { assertSelfContained, evidenceOf } from './evidence';
import { Places } from './places';
import { toFinding } from './results';
import { RuleBook } from './rules';
import { Severities } from './severities';
import { Taxonomies } from './taxonomies';
import { profileOf } from './tools';

/** `automationDetails.id` without its last part, which names the single run (§3.17.2). */
function categoryOf(run: JsonObject): string | undefined {
  const given = asText(asObject(run.automationDetails).id);
  const id = given && cut(given, NAME_LENGTH);
  const slash = id?.lastIndexOf('/') ?? -1;
  const category = id?.slice(0, Math.max(0, slash)).replace(/^\/+|\/+$/g, '');
  if (category) return category;
  const image = asText(asObject(run.properties).imageName);
  return image && imageWithoutVersion(image);
}

function scannedAtOf(run: JsonObject): string | undefined {
  const times = ['startTimeUtc', 'endTimeUtc'].map(key =>
    asList(run.invocations)
      .map(invocation =>
        toIsoTime(asObject(invocation)[key], { zoneless: 'utc' }),
      )
      .filter(time => time !== undefined)
      .sort()
      .at(0),
  );
  return times.find(time => time !== undefined);
}

function versionControlOf(
  run: JsonObject,
): Pick<ParsedRun, 'commit' | 'branch'> {
  const details = asObject(asList(run.versionControlProvenance)[0]);
  return {
    commit: asText(details.revisionId),
    branch: asText(details.branch)?.replace(/^refs\/heads\//, ''),
  };
}

function leftOutReason(result: JsonObject): string | undefined {
  const kind = asText(result.kind);
  if (kind !== undefined && kind !== 'fail') return `kind is ${kind}`;
  return result.baselineState === 'absent'
    ? 'baselineState is absent'
    : undefined;
}

function toRun(value: unknown, path: string): ParsedRun {
  const run = requireObject(value, path);
  const tool = requireObject(run.tool, `${path}/tool`);
  const driver = requireObject(tool.driver, `${path}/tool/driver`);
  const name = asText(driver.name);
  if (!name) {
    throw new ReportError('The tool has no name.', {
      path: `${path}/tool/driver/name`,
    });
  }
  const profile = profileOf(name);
  const taxonomies = new Taxonomies(run);
  const rules = new RuleBook(tool, taxonomies);
  const context = {
    run,
    profile,
    taxonomies,
    rules,
    severities: new Severities(run, rules),
    places: new Places(run),
  };
  const results = optionalList(run, 'results', path);
  const parsed: ParsedRun = {
    tool: {
      name,
      version: asText(driver.semanticVersion) ?? asText(driver.version),
    },
    ...evidenceOf(run, results.length),
    controlTypes: [],
    category: categoryOf(run),
    scannedAt: scannedAtOf(run),
    ...versionControlOf(run),
    findings: [],
    counts: { raw: results.length, leftOut: {} },
  };
  const { leftOut } = parsed.counts;
  const types = new Set<FindingType>(profile.claims?.(run) ?? [profile.type]);
  for (let index = 0; index < results.length; index += 1) {
    const resultPath = `${path}/results/${index}`;
    const result = requireObject(results[index], resultPath);
    const reason = leftOutReason(result);
    if (reason === undefined) {
      const finding = toFinding(result, resultPath, context);
      types.add(finding.type);
      parsed.findings.push(finding);
    } else {
      leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    }
  }
  if (parsed.evidence !== 'none') parsed.controlTypes = [...types];
  return parsed;
}

/**
 * SARIF 2.1.0, from any tool: one finding per result, with all its locations.
 *
 * Severity: `security-severity` of the result or its rule decides (9, 7, 4),
 * else the level: error is high, warning medium, note and none are info.
 */
export const sarif: ReportFormat = {
  id: 'sarif-2.1.0',
  title: 'SARIF 2.1.0',
  documentation:
    'https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html',
  kind: 'json',
  controlTypes: [],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { version, $schema, runs } = document.value;
    return (
      runs !== undefined &&
      ((typeof version === 'string' && /^[12]\.\d+\.\d+/.test(version)) ||
        (typeof $schema === 'string' && /sarif/i.test($schema)))
    );
  },
  parse(document) {
    const log = requireObject(document.kind === 'json' && document.value, '');
    const version = asText(log.version);
    if (version !== undefined && !version.startsWith('2.1.')) {
      throw new ReportError(
        `SARIF ${version} is not supported, only SARIF 2.1.0.`,
        { path: '/version' },
      );
    }
    assertSelfContained(log);
    return requireList(log.runs, '/runs').map((run, index) =>
      toRun(run, `/runs/${index}`),
    );
  },
};
