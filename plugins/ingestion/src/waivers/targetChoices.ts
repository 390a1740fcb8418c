import {
  Finding,
  MOST_FINDINGS_PER_WAIVER,
  WaiverTarget,
} from '@synchrony/backstage-plugin-ingestion-common';

const ADVISORY = /^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[a-z0-9]{4}){3})$/i;
const CVE = /^CVE-/i;

/** Something that a waiver can be for. */
export interface TargetChoice {
  label: string;
  target: WaiverTarget;
}

/** A waiver of checks of one component. */
export function checkChoice(
  entityRef: string,
  checkIds: string[],
): TargetChoice {
  return {
    label: `Check ${checkIds.join(', ')} on ${entityRef}`,
    target: { kind: 'check', entityRef, checkIds },
  };
}

/** What all of these have in common; undefined where they differ. */
function common<T>(
  findings: readonly Finding[],
  of: (finding: Finding) => T | undefined,
): T | undefined {
  const [first, ...others] = findings.map(of);
  return others.every(other => other === first) ? first : undefined;
}

/** A package without its version; the name of one that has no package URL. */
function packageOf({ component }: Finding): string | undefined {
  if (!component?.purl) {
    return component?.name;
  }
  const [bare] = component.purl.split(/[?#]/);
  const version = bare.lastIndexOf('@');
  return version > bare.lastIndexOf('/') ? bare.slice(0, version) : bare;
}

/** The one advisory that a finding is about; several are about none. */
function advisoryOf({ advisoryIds, ruleId }: Finding): string | undefined {
  if (ADVISORY.test(ruleId)) {
    return ruleId;
  }
  const cves = advisoryIds.filter(id => CVE.test(id));
  return cves.length === 1 ? cves[0] : undefined;
}

/** What a waiver could be for that starts from findings, the narrowest first. */
export function targetChoices(
  findings: readonly Finding[],
  owners: ReadonlyMap<string, string>,
): TargetChoice[] {
  const entityRef = common(findings, finding => finding.entityRef);
  const ruleId = common(findings, finding => finding.ruleId);
  const packageName = common(findings, packageOf);
  const tool = common(findings, finding =>
    finding.component ? undefined : finding.tools[0],
  );
  const advisoryId = common(findings, advisoryOf);
  const groupRef = common(findings, finding => owners.get(finding.entityRef));
  const choices: TargetChoice[] = [];
  if (entityRef && findings.length <= MOST_FINDINGS_PER_WAIVER) {
    choices.push({
      label:
        findings.length === 1
          ? 'This finding'
          : `These ${findings.length} findings`,
      target: {
        kind: 'finding',
        entityRef,
        findingIds: findings.map(({ id }) => id),
      },
    });
  }
  if (entityRef && packageName) {
    if (ruleId) {
      choices.push({
        label: `${ruleId} in ${packageName}, on this component`,
        target: { kind: 'rule', entityRef, package: packageName, ruleId },
      });
    }
    choices.push({
      label: `Everything in ${packageName}, on this component`,
      target: { kind: 'rule', entityRef, package: packageName },
    });
  }
  if (entityRef && tool && ruleId) {
    choices.push({
      label: `The rule ${ruleId} of ${tool}, on this component`,
      target: { kind: 'rule', entityRef, tool, ruleId },
    });
  }
  if (groupRef?.startsWith('group:') && advisoryId) {
    choices.push({
      label: `${advisoryId} in all components of ${groupRef.replace(/^group:(default\/)?/, '')}`,
      target: { kind: 'advisory', groupRef, advisoryId },
    });
  }
  return choices;
}
