import { FindingType } from '../../types';
import { JsonObject, asList, asObject, asText } from '../../shared/json';
import { SarifRule } from './rules';

/** What a hint may look at to tell the type of one result. */
export interface ResultFacts {
  run: JsonObject;
  result: JsonObject;
  ruleId: string;
  rule?: SarifRule;
}

/** A tool, known by its driver's name. */
export interface ToolProfile {
  name: RegExp;
  type: FindingType;
  /** Tells results of another type than the tool's main one. */
  typeOf?: (facts: ResultFacts) => FindingType | undefined;
  /** Which controls a run proves before its results are looked at, where that isn't simply the main type. */
  claims?: (run: JsonObject) => FindingType[];
  /** `partialFingerprints` that describe the commit or its author, not the finding. */
  partialFingerprintsAreNoIdentity?: boolean;
  /** `suppressions` that the tool writes for every result. */
  suppressionsAreNoise?: boolean;
}

function hasImage(run: JsonObject): boolean {
  return asText(asObject(run.properties).imageName) !== undefined;
}

function trivyType(facts: ResultFacts): FindingType | undefined {
  const kinds = new Set(facts.rule?.tags);
  const name = facts.rule?.name;
  if (kinds.has('secret') || name === 'Secret') return 'secret';
  if (kinds.has('misconfiguration') || name === 'Misconfiguration') {
    return 'iac';
  }
  if (hasImage(facts.run)) return 'container';
  return name === 'OsPackageVulnerability' ? 'container' : 'sca';
}

function grypeType({ result, ruleId }: ResultFacts): FindingType {
  const inImage = asList(result.locations).some(location =>
    asList(asObject(location).logicalLocations).some(logical => {
      const name = asText(asObject(logical).fullyQualifiedName);
      return name?.includes('@sha256:') || name === 'dockerfile';
    }),
  );
  return inImage || /^ANCHOREVULN_.+:.+_(?:CVE|GHSA)-/.test(ruleId)
    ? 'container'
    : 'sca';
}

function checkovType({ ruleId }: ResultFacts): FindingType | undefined {
  if (ruleId.startsWith('CKV_SECRET_')) return 'secret';
  return /^(?:CKV_CVE|BC_CVE|CVE-|GHSA-|PRISMA-)/.test(ruleId)
    ? 'sca'
    : undefined;
}

function semgrepType({ ruleId }: ResultFacts): FindingType | undefined {
  if (/(?:^|\.)secrets\./.test(ruleId)) return 'secret';
  return /(?:^|\.)ssc-/.test(ruleId) ? 'sca' : undefined;
}

/** The first profile whose name fits is the tool's; a tool of no profile is SAST. */
export const TOOL_PROFILES: readonly ToolProfile[] = [
  {
    name: /^trivy/i,
    type: 'sca',
    typeOf: trivyType,
    // Without results, only an image scan tells which of Trivy's scanners ran.
    claims: run => (hasImage(run) ? ['container'] : []),
  },
  {
    name: /^anchore container vulnerability/i,
    type: 'container',
    typeOf: grypeType,
    suppressionsAreNoise: true,
  },
  {
    name: /^grype/i,
    type: 'sca',
    typeOf: grypeType,
    // Only the places of its results tell an image from a directory.
    claims: run => (asList(run.results).length === 0 ? ['sca'] : []),
  },
  {
    name: /gitleaks/i,
    type: 'secret',
    partialFingerprintsAreNoIdentity: true,
  },
  {
    name: /secret|truffle|ggshield|gitguardian|talisman|git-?hound|noseyparker|nosey parker|whispers|kingfisher|betterleaks/i,
    type: 'secret',
  },
  {
    name: /dockle|hadolint|snyk container|docker scout|clair|anchore|aqua|prisma cloud compute|jfrog docker/i,
    type: 'container',
  },
  { name: /checkov|bridgecrew/i, type: 'iac', typeOf: checkovType },
  {
    name: /tfsec|kics|terrascan|snyk iac|infrastructure as code|cfn[-_ ]?(?:lint|nag|guard)|kube-?(?:linter|score|scape|bench|sec|audit)|polaris|conftest|regula|tflint|cloudsploit|prowler|scoutsuite|terraform|template ?analyzer|arm-ttk|ansible-lint|datree|kubescape/i,
    type: 'iac',
  },
  {
    name: /osv-?scanner|dependency-?check|snyk open source|(?:npm|yarn|pnpm|pip|cargo|bundler?|composer|deps?)[-_ ]audit|audit-ci|govulncheck|retire\.?js|safety|nancy|dependabot|depscan|black ?duck|mend|whitesource|xray|sonatype|nexus iq|fossa|dependency-?track|vulncheck|renovate|socket|auditjs|bomber|cve-bin-tool|local-php-security/i,
    type: 'sca',
  },
  {
    name: /\bzap\b|zed attack|nuclei|stackhawk|burp|wapiti|nikto|arachni|acunetix|invicti|netsparker|dastardly|restler|schemathesis|api ?fuzz/i,
    type: 'dast',
  },
  { name: /semgrep|opengrep/i, type: 'sast', typeOf: semgrepType },
];

const UNKNOWN_TOOL: ToolProfile = { name: /^/, type: 'sast' };

/** What is known of a tool, by the name that it gives itself. */
export function profileOf(toolName: string): ToolProfile {
  return (
    TOOL_PROFILES.find(profile => profile.name.test(toolName)) ?? UNKNOWN_TOOL
  );
}
