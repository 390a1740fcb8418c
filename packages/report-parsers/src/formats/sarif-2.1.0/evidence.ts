import { ParsedEvidence, ReportError } from '../../types';
import {
  JsonObject,
  asList,
  asObject,
  asText,
  isObject,
} from '../../shared/json';
import { cut, toTitle } from '../../shared/text';

const REASON_LENGTH = 300;

function notificationText(invocation: JsonObject): string | undefined {
  for (const key of [
    'toolExecutionNotifications',
    'toolConfigurationNotifications',
  ]) {
    for (const entry of asList(invocation[key])) {
      const notification = asObject(entry);
      if (notification.level === 'error') {
        return (
          asText(asObject(notification.message).text) ??
          asText(asObject(notification.exception).message) ??
          'no message'
        );
      }
    }
  }
  return undefined;
}

/** Why the tool failed, in its own words; undefined when it didn't. */
function failureOf(run: JsonObject): string | undefined {
  for (const entry of asList(run.invocations)) {
    const invocation = asObject(entry);
    const text = notificationText(invocation);
    if (invocation.executionSuccessful === false) {
      const reason =
        text ??
        asText(invocation.exitSignalName) ??
        asText(invocation.processStartFailureMessage) ??
        asText(invocation.exitCodeDescription);
      return `The tool says that it failed${
        reason ? `: ${cut(toTitle(reason), REASON_LENGTH)}` : '.'
      }`;
    }
    // Level "error" of a notification: the results are incorrect or incomplete (§3.58.6).
    if (text) {
      return `The tool reports an error of its own: ${cut(
        toTitle(text),
        REASON_LENGTH,
      )}`;
    }
  }
  return undefined;
}

/** What a run proves (SARIF 2.1.0 §3.14.23, §3.20.14, §3.20.21). */
export function evidenceOf(
  run: JsonObject,
  resultCount: number,
): { evidence: ParsedEvidence; evidenceReason?: string } {
  if (run.results === undefined) {
    return {
      evidence: 'none',
      evidenceReason:
        'The run has no list of results: the tool only describes itself.',
    };
  }
  if (run.results === null) {
    return {
      evidence: 'none',
      evidenceReason:
        'The results of the run are null: the tool could not analyse anything.',
    };
  }
  const failure = failureOf(run);
  if (failure === undefined) return { evidence: 'scan' };
  return {
    evidence: resultCount > 0 ? 'partial' : 'none',
    evidenceReason: failure,
  };
}

function hasContent(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length > 0
    : isObject(value) && Object.keys(value).length > 0;
}

/** What findings are made of. Taxonomies, graphs or addresses may stand elsewhere. */
const NEEDED = [
  'results',
  'driver',
  'extensions',
  'artifacts',
  'logicalLocations',
  'invocations',
];

function assertNothingNeeded(holder: JsonObject, path: string): void {
  for (const key of NEEDED) {
    if (hasContent(holder[key])) {
      throw new ReportError(
        `The report keeps ${key} of a run apart from the run (external properties), which is not supported. Have the tool write them into the run.`,
        { path: `${path}/${key}` },
      );
    }
  }
}

/** Refuses logs whose runs are incomplete without external properties (§3.14.2, §3.13.5): half a run would look like a whole one. */
export function assertSelfContained(log: JsonObject): void {
  for (const [index, entry] of asList(log.inlineExternalProperties).entries()) {
    assertNothingNeeded(asObject(entry), `/inlineExternalProperties/${index}`);
  }
  for (const [index, run] of asList(log.runs).entries()) {
    assertNothingNeeded(
      asObject(asObject(run).externalPropertyFileReferences),
      `/runs/${index}/externalPropertyFileReferences`,
    );
  }
}
