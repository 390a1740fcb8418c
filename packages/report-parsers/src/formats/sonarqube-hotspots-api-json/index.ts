import { ParsedFinding, ReportFormat } from '../../types';
import {
  JsonObject,
  asObject,
  asText,
  isObject,
  requireList,
  requireObject,
} from '../../shared/json';
import { redactSecrets } from '../../shared/secrets';
import { severityOfWord } from '../../shared/severity';
import { Tally } from '../../shared/tally';
import { toTitle } from '../../shared/text';
import { evidenceOf, pathsOf, placeOf, verdictOf } from '../sonarqube/answers';

function toFinding(
  hotspot: JsonObject,
  paths: ReadonlyMap<string, string>,
): ParsedFinding {
  // Before 8.9 a hotspot had no rule, only what it is about.
  const rule = asObject(hotspot.rule);
  const ruleId =
    asText(hotspot.ruleKey) ??
    asText(rule.key) ??
    asText(hotspot.securityCategory) ??
    'unspecified';
  const given = asText(hotspot.message) ?? ruleId;
  // Category auth is of hard-coded credentials.
  const message =
    hotspot.securityCategory === 'auth' ? redactSecrets(given) : given;
  const word = asText(hotspot.vulnerabilityProbability);
  const key = asText(hotspot.key);
  return {
    type: 'sast',
    ruleId,
    ruleName: asText(hotspot.securityCategory),
    title: toTitle(message) || ruleId,
    severity: severityOfWord(word ?? '') ?? 'info',
    toolSeverity: word,
    cwes: [],
    advisoryIds: [],
    locations: [placeOf(hotspot, paths)],
    links: [],
    fingerprints: key ? { 'sonarqube:key': key } : {},
    partialFingerprints: {},
  };
}

/**
 * The answer of SonarQube's or SonarCloud's `api/hotspots/search`: one finding
 * per security hotspot, whose severity is how probable a vulnerability is.
 */
export const sonarqubeHotspotsApiJson: ReportFormat = {
  id: 'sonarqube-hotspots-api-json',
  title: 'SonarQube security hotspots',
  documentation:
    'https://next.sonarqube.com/sonarqube/web_api/api/hotspots/search',
  kind: 'json',
  controlTypes: ['sast'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    return (
      Array.isArray(document.value.hotspots) && isObject(document.value.paging)
    );
  },
  parse(document) {
    const answer = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const tally = new Tally();
    const paths = pathsOf(answer);
    const hotspots = requireList(answer.hotspots, '/hotspots');
    for (const [index, value] of hotspots.entries()) {
      const hotspot = requireObject(value, `/hotspots/${index}`);
      const verdict = verdictOf(hotspot);
      if ('gone' in verdict) tally.leaveOut(verdict.gone);
      else tally.add({ ...toFinding(hotspot, paths), ...verdict });
    }
    return [
      {
        // Apart from issues, which are another answer of the same tool.
        tool: { name: 'SonarQube' },
        category: 'hotspots',
        ...evidenceOf(answer, hotspots.length),
        controlTypes: ['sast'],
        ...tally.result(),
      },
    ];
  },
};
