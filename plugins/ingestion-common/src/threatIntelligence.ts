/** @public */
export const THREAT_FILE_KINDS = ['epss', 'kev', 'ssvc'] as const;

/**
 * `epss`: FIRST's probability that a CVE is exploited within 30 days. `kev`:
 * CISA's list of CVEs that are exploited. `ssvc`: decision points of CISA's
 * Vulnrichment.
 *
 * @public
 */
export type ThreatFileKind = (typeof THREAT_FILE_KINDS)[number];

/** What is loaded of a kind. @public */
export interface ThreatFile {
  kind: ThreatFileKind;
  /** False when nothing is; then the rest is absent. */
  loaded: boolean;
  /** What day the data is of, as the file says; ISO 8601, UTC. */
  dataDate?: string;
  /** From when on it counts as old, see `threatIntelligence.warnAfterDays`. */
  staleAt?: string;
  /** As its publisher calls it. */
  version?: string;
  rows?: number;
  /** Who uploaded it, or where it was loaded from. */
  source?: string;
  loadedAt?: string;
}

/** Answer of `GET /threat-intelligence`. @public */
export interface ThreatIntelligenceStatus {
  /** One of each kind. */
  files: ThreatFile[];
  /** False while due dates and order still follow a new file. */
  settled: boolean;
  /** Whether the caller may upload files. */
  canManage: boolean;
  asOf: string;
}

/** Answer of `PUT /threat-intelligence/{kind}`. @public */
export interface ThreatFileAnswer extends ThreatFile {
  /** False when the same file was loaded already. */
  changed: boolean;
}

/**
 * Threat intelligence, for the front end and other clients.
 *
 * @public
 */
export interface ThreatIntelligenceApi {
  /** `GET /threat-intelligence` */
  getThreatIntelligence(): Promise<ThreatIntelligenceStatus>;
  /** `PUT /threat-intelligence/{kind}`; the file as published, also gzipped. */
  uploadThreatFile(kind: ThreatFileKind, file: Blob): Promise<ThreatFileAnswer>;
}
