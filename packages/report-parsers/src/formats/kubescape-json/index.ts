import { ParsedFinding, ParsedRun, ReportFormat } from '../../types';
import { leaveOut } from '../../shared/counts';
import {
  JsonObject,
  asObject,
  asText,
  isObject,
  optionalList,
  requireObject,
} from '../../shared/json';
import { NAME_LENGTH, cut } from '../../shared/text';
import { SharedTexts } from '../../shared/sharedTexts';
import { toIsoTime } from '../../shared/times';
import { controlToFinding, reasonOf, statusOf } from './controls';
import { resourceOf, resourcesOf } from './resources';

const TOOL = 'Kubescape';

/** Text of a member that Kubescape fills with `none` where it knows nothing. */
function known(value: unknown): string | undefined {
  const text = asText(value);
  return text && text !== 'none' ? cut(text, NAME_LENGTH) : undefined;
}

function clusterOf(report: JsonObject): string | undefined {
  const { clusterMetadata, targetMetadata } = asObject(report.metadata);
  return (
    known(report.clusterName) ??
    known(
      asObject(asObject(targetMetadata).clusterContextMetadata).contextName,
    ) ??
    known(asObject(asObject(clusterMetadata).contextMetadata).contextName)
  );
}

function evidenceOf(
  report: JsonObject,
  results: readonly unknown[],
): Pick<ParsedRun, 'evidence' | 'evidenceReason'> {
  if (asObject(report.paginationInfo).isLastChunk === false) {
    return {
      evidence: 'partial',
      evidenceReason: 'The report is one part of several.',
    };
  }
  const resources = optionalList(report, 'resources', '');
  return results.length === 0 && resources.length === 0
    ? {
        evidence: 'none',
        evidenceReason: 'Kubescape found no resources to check.',
      }
    : { evidence: 'scan' };
}

/**
 * Kubescape's JSON (format v2) of a scan of a cluster or of files: one finding
 * per control that failed for a resource, however many of its rules did.
 */
export const kubescapeJson: ReportFormat = {
  id: 'kubescape-json',
  title: 'Kubescape JSON',
  toolName: TOOL,
  documentation: 'https://kubescape.io/docs/scanning/',
  kind: 'json',
  controlTypes: ['iac'],
  recognises(document) {
    if (document.kind !== 'json' || !isObject(document.value)) return false;
    const { value } = document;
    return (
      isObject(value.summaryDetails) &&
      ('results' in value || 'resources' in value)
    );
  },
  parse(document) {
    const report = requireObject(
      document.kind === 'json' ? document.value : undefined,
      '',
    );
    const summary = requireObject(report.summaryDetails, '/summaryDetails');
    const summaries = asObject(summary.controls);
    const resources = resourcesOf(report);
    const results = optionalList(report, 'results', '');
    const texts = new SharedTexts();
    const findings: ParsedFinding[] = [];
    const counts: ParsedRun['counts'] = { raw: 0, leftOut: {} };
    for (const [index, value] of results.entries()) {
      const path = `/results/${index}`;
      const result = requireObject(value, path);
      const resource = resourceOf(result, resources);
      for (const [position, item] of optionalList(
        result,
        'controls',
        path,
      ).entries()) {
        const control = requireObject(item, `${path}/controls/${position}`);
        const status = statusOf(control);
        if (status === 'failed') {
          findings.push(controlToFinding(control, resource, summaries, texts));
          counts.raw += 1;
        } else {
          leaveOut(counts, reasonOf(control, status));
        }
      }
    }
    const { scanMetadata, targetMetadata } = asObject(report.metadata);
    const repository = asObject(
      asObject(targetMetadata).gitRepoContextMetadata,
    );
    const evidence = evidenceOf(report, results);
    return [
      {
        tool: {
          name: TOOL,
          version: known(asObject(scanMetadata).kubescapeVersion),
        },
        ...evidence,
        controlTypes: evidence.evidence === 'none' ? [] : ['iac'],
        category: clusterOf(report),
        scannedAt: toIsoTime(report.generationTime),
        commit: known(asObject(repository.lastCommit).hash),
        branch: known(repository.branch),
        findings,
        counts,
      },
    ];
  },
};
