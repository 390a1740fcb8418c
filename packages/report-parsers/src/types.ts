/**
 * How bad a finding is, worst first. A tool's own word is kept beside it.
 *
 * @public
 */
export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'info',
] as const;

/** @public */
export type Severity = (typeof SEVERITIES)[number];

/**
 * What kind of weakness a finding is, by the kind of control that finds it.
 *
 * @public
 */
export const FINDING_TYPES = [
  'sast',
  'sca',
  'secret',
  'dast',
  'container',
  'iac',
] as const;

/** @public */
export type FindingType = (typeof FINDING_TYPES)[number];

/**
 * A software component that a finding is about.
 *
 * @public
 */
export interface ParsedComponent {
  name: string;
  version?: string;
  /** Package URL with version, as https://github.com/package-url/purl-spec. */
  purl?: string;
  /** Versions in which the weakness is fixed; empty when the tool says that there is none. */
  fixedVersions?: string[];
}

/**
 * One place where a finding was seen. A file path is relative to the
 * repository root where the report allows it; a URL is absolute.
 *
 * @public
 */
export interface ParsedLocation {
  /** Repository-relative path with forward slashes, or the path inside an image. */
  path?: string;
  /** 1-based. */
  startLine?: number;
  endLine?: number;
  startColumn?: number;
  /** Absolute URL, for dynamic findings. */
  url?: string;
  method?: string;
  parameter?: string;
  /** Fully qualified name of the function, class or resource. */
  logicalName?: string;
  /** Source text at the place, cut to 1,000 characters. Never set for secrets. */
  snippet?: string;
}

/**
 * A place that explains a finding without being where it is: never part of its
 * identity, and without source text.
 *
 * @public
 */
export interface ParsedRelatedLocation extends Omit<ParsedLocation, 'snippet'> {
  /** `step` for one of a way through the code, in its order. */
  role: 'related' | 'step';
  /** What the tool says of the place: plain text of at most 300 characters, hostile. */
  message?: string;
}

/**
 * A finding as a tool reported it, in Synchrony's words. Pure data: no
 * identity, no state, no entity.
 *
 * @public
 */
export interface ParsedFinding {
  type: FindingType;
  /** The tool's rule, check, plugin or advisory id. */
  ruleId: string;
  ruleName?: string;
  /** One line of plain text. */
  title: string;
  /**
   * What the tool says of every finding of this rule: Markdown or plain text,
   * hostile until sanitised. The same string object for all findings of a
   * rule, so it can be stored once.
   */
  description?: string;
  /** How to mend it, as the rule says; shared like `description`. */
  remediation?: string;
  /**
   * What the tool says of this one finding where that is more than the title:
   * Markdown or plain text, hostile until sanitised.
   */
  details?: string;
  severity: Severity;
  /** The tool's own severity word or number, unchanged. */
  toolSeverity?: string;
  /** CVSS base score or SARIF security-severity, 0 to 10. */
  score?: number;
  /** CWE numbers. */
  cwes: number[];
  /** CVE, GHSA and other advisory ids, upper case, without duplicates. */
  advisoryIds: string[];
  component?: ParsedComponent;
  /** Every place; the first is the main one. */
  locations: ParsedLocation[];
  /** Places that explain it, at most 20 of each role; undefined when there are none. */
  related?: ParsedRelatedLocation[];
  /** `http` and `https` references only. */
  links: string[];
  /** Full identities given by the tool, e.g. SARIF `fingerprints`. */
  fingerprints: Record<string, string>;
  /** Hints of identity given by the tool, e.g. SARIF `partialFingerprints`. */
  partialFingerprints: Record<string, string>;
  /** Set when the source or the tool suppresses the result. */
  suppression?: {
    status: 'accepted' | 'underReview' | 'rejected';
    kind?: string;
    justification?: string;
    /** The justification as a word, where the source says it as one. */
    reason?: StatementJustification;
  };
}

/**
 * What VEX says of a vulnerability in a product.
 *
 * @public
 */
export const STATEMENT_STATUSES = [
  'not_affected',
  'affected',
  'fixed',
  'under_investigation',
] as const;

/** @public */
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

/**
 * Why a product is not affected: the five words of VEX, and that there is no
 * vulnerability at all.
 *
 * @public
 */
export const STATEMENT_JUSTIFICATIONS = [
  'component_not_present',
  'vulnerable_code_not_present',
  'vulnerable_code_not_in_execute_path',
  'vulnerable_code_cannot_be_controlled_by_adversary',
  'inline_mitigations_already_exist',
  'false_positive',
] as const;

/** @public */
export type StatementJustification = (typeof STATEMENT_JUSTIFICATIONS)[number];

/**
 * A product of a statement. Without a package URL only who knows its id or
 * name can tell what it is.
 *
 * @public
 */
export interface ParsedProduct {
  /** As the document calls it. */
  id: string;
  name?: string;
  /** Package URL; without a version it means every version. */
  purl?: string;
  /** Parts of the product that the statement is about; the product itself when empty. */
  subcomponents: { id: string; purl?: string }[];
}

/**
 * What a document says about a vulnerability in some products.
 *
 * @public
 */
export interface ParsedStatement {
  /** The vulnerability's id and its aliases, each once. */
  vulnerabilityIds: string[];
  products: ParsedProduct[];
  status: StatementStatus;
  justification?: StatementJustification;
  /** Why it is not affected, in words. Plain text, hostile until shown as such. */
  impact?: string;
  /** What to do about it. */
  action?: string;
  /** ISO 8601; the document's time when the statement has none. */
  at?: string;
}

/**
 * The statements of a VEX document. It says what its author knows, and is no
 * scan: it makes no findings.
 *
 * @public
 */
export interface ParsedStatements {
  /** The same for all versions of a document. */
  documentId: string;
  version?: string;
  author?: string;
  /** ISO 8601 time of this version. */
  issuedAt?: string;
  items: ParsedStatement[];
  /** What the document says against the rules of VEX, such as `not_affected` without a reason. */
  invalid: { path: string; message: string }[];
}

/**
 * A package that a target consists of, as an SBOM lists it. `type`,
 * `namespace` and `name` are the canonical identity of the package as
 * https://github.com/package-url/purl-spec has it, so that two tools that write
 * it differently mean the same one; the version is no part of it.
 *
 * @public
 */
export interface ParsedInventoryComponent {
  /** Package URL type, e.g. `npm`; empty when the document gives no package URL. */
  type: string;
  /** Empty when there is none. */
  namespace: string;
  name: string;
  /** The name as its ecosystem writes it, e.g. `org.example:lib` or `@scope/lib`. */
  displayName: string;
  /** As the document writes it, with the epoch of an RPM. */
  version?: string;
  /** What the document calls it, e.g. `library`. */
  kind?: string;
  /** SPDX ids, expressions or names; a list of alternatives is one expression. */
  licences: string[];
  /** How it is used, in the words of CycloneDX; `excluded` is for building and testing only. */
  scope?: 'required' | 'optional' | 'excluded';
  /** Whether the subject depends on it itself; undefined when no dependency graph says so. */
  direct?: boolean;
}

/**
 * The packages that a target consists of, nested ones beside the others. Lock
 * files, files and services are no packages and left out.
 *
 * @public
 */
export interface ParsedInventory {
  /** What the list is of. */
  subject?: { name: string; version?: string };
  components: ParsedInventoryComponent[];
}

/**
 * What a run proves:
 *
 * - `scan`: the tool looked at its target, and what it found is all there is;
 *   what it no longer reports is gone. Without findings it is a clean scan.
 * - `partial`: the tool says itself that it failed on the way. Its findings are
 *   real, but nothing is resolved because of their absence.
 * - `inventory`: a list of components that nobody checked for weaknesses.
 * - `none`: the tool analysed nothing (it failed, or only describes itself).
 *
 * Only `scan` counts as coverage and resolves; `inventory` and `none` have no
 * findings and no control types. `evidenceReason` says why it isn't a `scan`.
 *
 * @public
 */
export type ParsedEvidence = 'scan' | 'partial' | 'inventory' | 'none';

/**
 * One run of one tool over one target: one scope when it is ingested. Two runs
 * of a report never have the same tool and category.
 *
 * @public
 */
export interface ParsedRun {
  tool: { name: string; version?: string };
  evidence: ParsedEvidence;
  /** One sentence for people; set when `evidence` isn't `scan`, or rests on the submitter's word. */
  evidenceReason?: string;
  /**
   * Which controls this run is evidence for, even when it found nothing: the
   * types that the tool is known to look for and the types of its findings.
   * Empty when the report proves none (see `evidence`), or when a clean report
   * doesn't tell which of its scanners ran.
   */
  controlTypes: FindingType[];
  /**
   * The types that the run surely looked for, where one report may come from a
   * part of the tool's scanners only: what it does not list of another type is
   * not gone. Every type when undefined.
   */
  speaksFor?: FindingType[];
  /**
   * What tells scans of one tool apart: SARIF `automationDetails.id` without
   * its run part, else the scanned target without tag, digest and version.
   */
  category?: string;
  /** ISO 8601 time at which the scan started or was made, from the report. */
  scannedAt?: string;
  commit?: string;
  branch?: string;
  /** What the target consists of, where the document lists at least one package. */
  inventory?: ParsedInventory;
  findings: ParsedFinding[];
  /** Set for a VEX document, which has no findings. */
  statements?: ParsedStatements;
  /** How results of the file became findings. */
  counts: {
    /** Results in the file that could be findings, before aggregation. */
    raw: number;
    /** Results left out, by reason (for example `kind is not fail`, `baselineState absent`). */
    leftOut: Record<string, number>;
  };
  /** The key by which results were merged into one finding; undefined when none were. */
  aggregatedBy?: string;
}

/**
 * A report as runs. No runs at all (SARIF `runs: []`) is no evidence of
 * anything: nothing is new and nothing is resolved.
 *
 * @public
 */
export interface ParsedReport {
  /** A format id, e.g. `sarif-2.1.0`. */
  format: string;
  runs: ParsedRun[];
}

/**
 * A row of a table, with the 1-based line at which it begins.
 *
 * @public
 */
export interface CsvRow {
  line: number;
  cells: string[];
}

/**
 * A decoded body: its JSON value; the JSON values of its lines; the header and
 * the rows of a table; or its XML text without byte order mark and the name of
 * the root element; or the text of lines of `Tag: value`. A format of JSON lines
 * is also given a body of one line.
 *
 * @public
 */
export type ReportDocument =
  | { kind: 'json'; value: unknown }
  | { kind: 'jsonl'; values: unknown[] }
  | { kind: 'csv'; header: string[]; rows: CsvRow[] }
  | { kind: 'xml'; text: string; rootName: string; rootNamespace: string }
  | { kind: 'tag-value'; text: string };

/**
 * How much a report may ask of the machine.
 *
 * @public
 */
export interface ParseLimits {
  /** Largest body in bytes; 128 MiB by default. */
  maxBytes: number;
  /** Deepest nesting of lists, objects or elements; 256 by default. */
  maxDepth: number;
}

/**
 * A report format: how its content is recognised and how it maps.
 *
 * @public
 */
export interface ReportFormat {
  /** Format id, e.g. `zap-xml`. */
  id: string;
  title: string;
  /** The name of the tool in the runs of the format, where that isn't the title. */
  toolName?: string;
  /** Where the format is documented. */
  documentation: string;
  kind: ReportDocument['kind'];
  /** The controls that every report of the format is evidence for; empty where that depends on the tool. */
  controlTypes: FindingType[];
  /**
   * Whether the content is of this format. Called with the decoded document,
   * never with a file name.
   */
  recognises(document: ReportDocument): boolean;
  /**
   * Maps the document to runs.
   *
   * @throws {@link ReportError} naming the path of what is wrong
   */
  parse(document: ReportDocument, limits: ParseLimits): ParsedRun[];
}

const LONGEST_QUOTE = 2_000;

/**
 * A report that can't be read: what is wrong, and where.
 *
 * @public
 */
export class ReportError extends Error {
  constructor(
    message: string,
    /** JSON pointer or XML path of the fault, and the 1-based line where it is known. */
    readonly details: { path?: string; line?: number } = {},
  ) {
    super(shorten(message));
    this.name = 'ReportError';
    if (details.path !== undefined) {
      this.details = { ...details, path: shorten(details.path) };
    }
  }
}

/** What a report says may be quoted, but not at any length. */
function shorten(text: string): string {
  return text.length > LONGEST_QUOTE
    ? `${text.slice(0, LONGEST_QUOTE - 1)}…`
    : text;
}
