import { ParsedFinding, ReportFormat } from '../../types';
import { GroupedFindings } from '../../shared/grouping';
import {
  JsonObject,
  asPosition,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';
import { toRepositoryPath } from '../../shared/paths';
import { NAME_LENGTH, cut } from '../../shared/text';
import { toIsoTime } from '../../shared/times';
import { HARD_CODED_CREDENTIALS } from '../../shared/weaknesses';

/** The key of a file in `results`, as a step of a JSON pointer. */
function pointerOf(file: string): string {
  return `/results/${file.replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

/**
 * One secret. `hashed_secret` is a hash without salt, from which a weak
 * password can be found again, so it is not kept.
 */
function toFinding(secret: JsonObject, file: string): ParsedFinding {
  const ruleId = cut(asText(secret.type) ?? 'unspecified', NAME_LENGTH);
  return {
    type: 'secret',
    ruleId,
    title: `Possible secret (${cut(ruleId, 150)})`,
    details:
      secret.is_verified === true
        ? 'detect-secrets verified that the secret works.'
        : undefined,
    severity: 'high',
    cwes: [HARD_CODED_CREDENTIALS],
    advisoryIds: [],
    locations: [
      {
        path: toRepositoryPath(
          cut(asText(secret.filename) ?? file, NAME_LENGTH),
        ),
        startLine: asPosition(secret.line_number),
      },
    ],
    links: [],
    fingerprints: {},
    partialFingerprints: {},
    suppression:
      secret.is_secret === false
        ? { status: 'accepted', kind: 'false positive' }
        : undefined,
  };
}

/**
 * What `detect-secrets scan` writes, also as a baseline: one finding per secret
 * of a file. What an audit marked as no secret is kept as suppressed.
 */
export const detectSecretsJson: ReportFormat = {
  id: 'detect-secrets-json',
  title: 'detect-secrets JSON',
  toolName: 'detect-secrets',
  documentation: 'https://github.com/Yelp/detect-secrets',
  kind: 'json',
  controlTypes: ['secret'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { results, plugins_used: plugins } = document.value;
    return Array.isArray(plugins) && isObject(results);
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const results = requireObject(report.results, '/results');
    const groups = new GroupedFindings();
    let raw = 0;
    for (const [file, value] of Object.entries(results)) {
      const path = pointerOf(file);
      for (const [index, item] of requireList(value, path).entries()) {
        const secret = requireObject(item, `${path}/${index}`);
        const finding = toFinding(secret, file);
        const [place] = finding.locations;
        groups.add(
          [
            finding.ruleId,
            place.path,
            place.startLine,
            asText(secret.hashed_secret),
          ],
          finding,
        );
        raw += 1;
      }
    }
    return [
      {
        tool: { name: 'detect-secrets', version: asText(report.version) },
        evidence: 'scan',
        controlTypes: ['secret'],
        scannedAt: toIsoTime(report.generated_at),
        findings: groups.findings,
        counts: { raw, leftOut: {} },
        aggregatedBy: groups.mergedBy('type, file, line and secret'),
      },
    ];
  },
};
