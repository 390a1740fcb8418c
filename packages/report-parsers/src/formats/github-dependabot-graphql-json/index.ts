import { ParsedRun, ReportError, ReportFormat } from '../../types';
import { asList, asObject, asText, isObject } from '../../shared/json';
import { SharedTexts } from '../../shared/sharedTexts';
import { Tally } from '../../shared/tally';
import { alertToFinding, goneState } from './alerts';
import { Connections, RepositoryAlerts, hasConnection } from './connections';

const TOOL = { name: 'Dependabot' };

function evidenceOf(
  own: RepositoryAlerts,
  failed: boolean,
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  if (failed) {
    return {
      evidence: 'partial',
      evidenceReason: 'GitHub answered with errors beside the alerts.',
    };
  }
  const isCut =
    own.hasMore || (own.total !== undefined && own.total > own.alerts.length);
  return isCut
    ? {
        evidence: 'partial',
        evidenceReason:
          'The answer has a part of the alerts only: there are more pages.',
      }
    : { evidence: 'scan' };
}

function toRun(own: RepositoryAlerts, failed: boolean): ParsedRun {
  const tally = new Tally('alert id');
  const texts = new SharedTexts();
  for (const { alert } of own.alerts) {
    const state = goneState(alert);
    if (state) {
      tally.leaveOut(`state is ${state}`);
    } else {
      const finding = alertToFinding(alert, texts);
      const id = asText(alert.id);
      if (id) tally.addByKey(id, finding);
      else tally.add(finding);
    }
  }
  return {
    tool: TOOL,
    ...evidenceOf(own, failed),
    controlTypes: ['sca'],
    category: own.repository,
    ...tally.result(),
  };
}

function hasErrors(answer: unknown): boolean {
  return asList(asObject(answer).errors).length > 0;
}

/**
 * The answer of GitHub's GraphQL API to a query for `vulnerabilityAlerts`, of a
 * repository, a search or an organisation; or a list of such answers, one a
 * page. One run per repository, one finding per alert.
 */
export const githubDependabotGraphqlJson: ReportFormat = {
  id: 'github-dependabot-graphql-json',
  title: 'GitHub Dependabot alerts (GraphQL)',
  documentation:
    'https://docs.github.com/en/graphql/reference/objects#repositoryvulnerabilityalert',
  kind: 'json',
  controlTypes: ['sca'],
  recognises(document) {
    if (document.kind !== 'json') return false;
    const [first] = Array.isArray(document.value)
      ? document.value
      : [document.value];
    return isObject(first) && isObject(first.data) && hasConnection(first.data);
  },
  parse(document) {
    const value = document.kind === 'json' ? document.value : undefined;
    const connections = new Connections();
    connections.collect(value, '');
    const answers = Array.isArray(value) ? value : [value];
    const failed = answers.some(hasErrors);
    if (connections.byRepository.size === 0) {
      throw new ReportError(
        failed
          ? 'GitHub answered with errors and without alerts.'
          : 'The answer has no vulnerabilityAlerts.',
        { path: failed ? '/errors' : '/data' },
      );
    }
    return [...connections.byRepository.values()].map(own =>
      toRun(own, failed),
    );
  },
};
